import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyWebhook } from '../../../clients/node/src/index.ts';
import { articleSinkPorts } from '../../../src/jobs/sink-ports.ts';
import { streamSink } from '../../../src/line/deliver/sinks/stream.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { type ClientPackage, installClient } from '../../client-package.ts';
import { deliveryOf } from '../../deliveries.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
let client: ClientPackage;
beforeAll(async () => {
  client = installClient();
  redis = await startTestRedis();
  const ports = articleSinkPorts(redis.client, keysOf());
  const sink = await streamSink.open({}, ports);
  await sink.deliver([deliveryOf(1), deliveryOf(2), deliveryOf(1, 2)]);
  await sink.close();
  await ports.close();
});
afterAll(async () => {
  client.close();
  await redis.stop();
});

/** Runs a program of a user of the package; each line that it prints is JSON. */
async function program(file: string, text: string): Promise<unknown[]> {
  writeFileSync(join(client.folder, file), text);
  const { stdout } = await promisify(execFile)(process.execPath, [file], {
    cwd: client.folder,
    env: { ...process.env, REDIS_URL: `unix:${redis.socket}` },
  });
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

const taking = (group: string, act: string): string =>
  `for await (const { article, key, done } of consume({ group: '${group}', blockMs: 200, idleMs: 50, forever: false })) { ${act} }`;

const SAY = 'console.log(JSON.stringify([key, article.headline])); await done();';

describe('the package', () => {
  it('is clean for publint', async () => {
    const { messages } = await publint({ pkgDir: client.installed, pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it('has types that are right for every kind of import', async () => {
    const result = await checkPackage(createPackageFromTarballData(client.tarball()));
    expect(result.types).toMatchObject({ kind: 'included' });
    expect('problems' in result && result.problems).toEqual([]);
  });

  it('is under 2 MB with all that it needs', () => {
    const folders = withNeeded(client.installed);
    expect(folders.length).toBeGreaterThan(5);
    expect(folders.reduce((sum, folder) => sum + sizeOf(folder), 0)).toBeLessThan(2_000_000);
  });
});

describe('its consumers', () => {
  it.each([
    ['an ES module', 'esm.mjs', `import { consume } from 'marsad-client';\n`, ''],
    [
      'CommonJS',
      'cjs.cjs',
      `const { consume } = require('marsad-client');\n(async () => {`,
      '})();',
    ],
  ])('get every record once, in order, from %s', async (_what, file, before, after) => {
    const keys = await program(file, `${before}${taking(file, SAY)}${after}`);
    const { headline } = deliveryOf(1).record;
    expect(keys[0]).toEqual(['a1:1', headline]);
    expect(keys.map((row) => Array.isArray(row) && row[0])).toEqual(['a1:1', 'a2:1', 'a1:2']);
    expect(await program(file, `${before}${taking(file, SAY)}${after}`)).toEqual([]);
  });

  it.each([
    ['nothing is there', 'redis://127.0.0.1:1', /ECONNREFUSED/u],
    ['a password is wrong', `unix://x:wrong@SOCKET`, /WRONGPASS/u],
  ])('are told where %s', async (_what, url, reason) => {
    const text = `import { consume } from 'marsad-client';
try { for await (const one of consume({ redis: '${url.replace('SOCKET', redis.socket)}', group: 'g' })) void one; }
catch (error) { console.log(JSON.stringify([error.name, error.message])); }`;
    expect(await program('refused.mjs', text)).toEqual([
      ['MarsadClientError', expect.stringMatching(reason)],
    ]);
  });

  it('get what was not acknowledged again, whoever comes', async () => {
    const head = `import { consume } from 'marsad-client';\n`;
    const hold = await program(
      'hold.mjs',
      head + taking('two', 'console.log(JSON.stringify(key)); break;'),
    );
    expect(hold).toEqual(['a1:1']);
    const rest = await program('rest.mjs', head + taking('two', SAY));
    expect(rest.map((row) => Array.isArray(row) && row[0]).sort()).toEqual([
      'a1:1',
      'a1:2',
      'a2:1',
    ]);
  });

  it('read the stream from a position on, and refuse a version that they do not know', async () => {
    const text = `import { stream } from 'marsad-client';
const positions = [];
for await (const { article, position } of stream({ from: '0', blockMs: 100, forever: false })) positions.push(position);
for await (const { article } of stream({ from: positions[1], blockMs: 100, forever: false })) console.log(JSON.stringify(article.revision));`;
    expect(await program('stream.mjs', text)).toEqual([2]);
    await redis.client.xadd('{marsad}:stream:later', '*', 'record', '{"schemaVersion":2}');
    const refused = `import { stream } from 'marsad-client';
try { for await (const one of stream({ from: '0', stream: 'later' })) console.log(JSON.stringify(one)); }
catch (error) { console.log(JSON.stringify([error.name, error.message])); }`;
    expect(await program('later.mjs', refused)).toEqual([
      ['MarsadClientError', expect.stringContaining('schemaVersion 2, this package reads 1')],
    ]);
  });
});

describe('a webhook', () => {
  const secret = Buffer.from('a secret of thirty-two bytes, ok').toString('base64');
  const old = Buffer.from('an older secret of 32 bytes, ok!').toString('base64');
  const { record } = deliveryOf(1);
  const body = JSON.stringify({ type: 'article.published', data: record });
  const signed = (by: string, at = new Date(), text = body) => ({
    'Webhook-Id': 'a1:1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(by).sign('a1:1', at, text),
  });

  it.each([
    ['one record', body, 'article.published'],
    ['several', JSON.stringify({ type: 'articles', data: [record] }), 'articles'],
  ])('is told with %s', (_what, text, type) => {
    const headers = signed(old, new Date(), text);
    const event = verifyWebhook({ body: text, headers, secrets: [secret, old] });
    expect(event).toEqual({ id: 'a1:1', type, articles: [record] });
  });

  it.each([
    ['by another secret', body, signed(old)],
    ['signed 600 s ago', body, signed(secret, new Date(Date.now() - 600_000))],
    ['changed on its way', body.replace('a1', 'a2'), signed(secret)],
    ['unsigned', body, {}],
    ['of no records', '{}', signed(secret, new Date(), '{}')],
  ])('is refused where it is %s', (_what, text, headers) => {
    expect(() => verifyWebhook({ body: text, headers, secrets: [secret] })).toThrow(/webhook/i);
  });

  it('names the clock where a post is old, not the secret', () => {
    const headers = signed(secret, new Date(Date.now() - 600_000));
    expect(() => verifyWebhook({ body, headers, secrets: [secret] })).toThrow(
      /signed 6\d\d s ago/u,
    );
  });
});

/** The folders of a package and of all that it needs, as Node finds them. */
function withNeeded(start: string): string[] {
  const folders = new Set([start]);
  for (const folder of folders) {
    const { dependencies = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    for (const name of Object.keys(dependencies)) folders.add(folderOf(name, folder));
  }
  return [...folders];
}

function folderOf(name: string, from: string): string {
  const real = from.startsWith(client.folder) ? process.cwd() : from;
  for (let at = real; at !== dirname(at); at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(folder)) return folder;
  }
  throw new TypeError(`${name} is not installed`);
}

function sizeOf(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true });
  const sizes = entries
    .filter(({ name }) => name !== 'node_modules')
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? sizeOf(path) : statSync(path).size;
    });
  return sizes.reduce((sum, size) => sum + size, 0);
}
