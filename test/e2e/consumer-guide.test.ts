import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { tokenDigest } from '../../src/cli/api-ports.ts';
import { articleLog } from '../../src/state/article-log.ts';
import { keysOf } from '../../src/state/keys.ts';
import { draftOf, plainSketch } from '../article.ts';
import { callMarsadIn } from '../called.ts';
import { type ClientPackage, installClient } from '../client-package.ts';
import { type RunningCommand, startMarsad } from '../marsad.ts';
import { startTestPostgres, type TestPostgres } from '../postgres.ts';
import { ROOT } from '../program.ts';
import { type Receiver, startReceiver } from '../receiver.ts';
import { startTestRedis, type TestRedis } from '../redis.ts';

const GUIDE = readFileSync(join(ROOT, 'docs/consumer.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gmsu'))].map(
    ([, block = '']) => block,
  );
/** The one block of a language that has the words. */
const blockWith = (language: string, words: string): string => {
  const found = blocks(language).filter((block) => block.includes(words));
  expect(found, `a block of ${language} with ${words}`).toHaveLength(1);
  return found[0] ?? '';
};

const TOKEN = 'the-token-of-the-desk';
const DAY_MS = 86_400_000;
/** What is published: the words that the guide looks for, in Egypt, which its sink asks for. */
const HEADLINES = ['افتتاح الجسر الجديد على النيل', 'وزارة الري تعلن منسوب النيل', 'معرض الكتاب'];
const WANTED = ['a0:1', 'a1:1', 'a2:1'];

let redis: TestRedis;
let postgres: TestPostgres;
let receiver: Receiver;
let client: ClientPackage;
let service: RunningCommand;
let folder: string;
let consoleUrl = '';
let env: Record<string, string>;
const started: ChildProcess[] = [];

/** The settings of the guide's blocks together, with the receiver here and the sinks it speaks of. */
function settingsOfGuide(): object {
  const parts = blocks('yaml').map((block) => parse(block));
  const { hook, ...sinks } = Object.assign({}, ...parts.map((part) => part.sinks ?? {}));
  const api = parts.find((part) => part.api)?.api;
  const { url, host } = receiver;
  return {
    console: { port: 0 },
    api,
    sinks: {
      ...sinks,
      hook: { webhook: { ...hook.webhook, url, allowHosts: [host] } },
      stream: { stream: {} },
      tables: { postgres: { url: 'env:DATABASE_URL', schema: 'marsad' } },
    },
  };
}

beforeAll(async () => {
  [redis, postgres, receiver] = await Promise.all([
    startTestRedis(),
    startTestPostgres(),
    startReceiver(),
  ]);
  client = installClient();
  folder = mkdtempSync(join(tmpdir(), 'marsad-consumer-'));
  mkdirSync(join(folder, 'config/sources'), { recursive: true });
  writeFileSync(join(folder, 'config/marsad.yaml'), JSON.stringify(settingsOfGuide()));
  const secret = (text: string) => Buffer.from(text.padEnd(32, '.')).toString('base64');
  env = {
    REDIS_URL: `unix:${redis.socket}`,
    DATABASE_URL: postgres.url,
    HOOK_SECRET: secret('new'),
    HOOK_SECRET_OLD: secret('old'),
    DESK_TOKEN_SHA256: tokenDigest(TOKEN),
    TOKEN,
  };
  const log = articleLog(redis.client, keysOf());
  for (const [n, headline] of HEADLINES.entries()) {
    const source = { ...draftOf().source, country: 'EG' };
    const draft = draftOf({ id: `a${n}`, url: `http://news.test/${n}`, source, headline });
    await log.commit(draft, plainSketch());
  }
  service = startMarsad(['run', '--roles', 'deliver,console'], { cwd: folder, env });
  let said = '';
  service.child.stderr?.on('data', (chunk) => {
    said += chunk;
    consoleUrl ||= /"event":"console-listening".*?"url":"([^"]+)"/u.exec(said)?.[1] ?? '';
  });
  await vi.waitFor(() => expect(consoleUrl || said).toMatch(/^http/u), { timeout: 300_000 });
});
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  service.child.kill('SIGTERM');
  await service.ended;
  client.close();
  await Promise.all([redis.stop(), postgres.stop(), receiver.close()]);
  rmSync(folder, { recursive: true });
});

/** Starts a program of the guide, which goes on for ever, and waits for what it prints. */
async function linesOf(command: string, args: string[], more: Record<string, string> = {}) {
  const child = spawn(command, args, {
    cwd: client.folder,
    env: { ...process.env, ...env, ...more },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const lines = () => said.split('\n').filter(Boolean);
  await expect.poll(() => lines().length).toBe(WANTED.length);
  child.kill('SIGKILL');
  await once(child, 'close');
  return lines();
}

const TSX = import.meta.resolve('tsx');
function program(name: string, text: string): string[] {
  writeFileSync(join(client.folder, name), text);
  return ['--import', TSX, name];
}

const archive = () =>
  readFileSync(join(folder, 'archive/articles.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe('the programs of the guide', () => {
  it('take all records of the queue', async () => {
    const text = blockWith('ts', "from 'marsad';").replace("'marsad'", `'${ROOT}src/index.ts'`);
    const index = 'const index = (article: { id: string }) => console.log(article.id);\n';
    const lines = await linesOf(process.execPath, program('queue.mts', index + text));
    expect(lines).toEqual(['a0', 'a1', 'a2']);
  });

  it('take all records of the stream, with the package and with the module for Python', async () => {
    const address = /redis:\/\/127\.0\.0\.1:6379/gu;
    const typescript = blockWith('ts', 'marsad-client').replace(address, env.REDIS_URL ?? '');
    const lines = await linesOf(process.execPath, program('stream.mts', typescript));
    expect(lines.map((line) => HEADLINES.findIndex((one) => line.endsWith(one)))).toEqual([
      0, 1, 2,
    ]);
    const python = blockWith('python', 'consume')
      .replace(address, `unix://${redis.socket}`)
      .replace('group="search"', 'group="python"');
    const more = { PYTHONPATH: join(ROOT, 'clients/python'), PYTHONUNBUFFERED: '1' };
    expect(await linesOf('/usr/bin/python3', ['-c', python], more)).toHaveLength(3);
  });
});

/** Runs a command of the guide; the receiver, which is of this process, answers meanwhile. */
async function shell(command: string): Promise<string> {
  const all = { ...process.env, ...env };
  const { stdout } = await promisify(execFile)('bash', ['-c', command], { env: all });
  return stdout;
}

describe('the commands of the guide', () => {
  it('read the stream', async () => {
    const command = blockWith('sh', 'XREAD').replace('redis-cli', `redis-cli -s ${redis.socket}`);
    const told = await shell(command);
    expect(WANTED.filter((key) => told.includes(key))).toEqual(WANTED);
  });

  it('ask the read API with a token', async () => {
    const command = blockWith('sh', 'curl').replace('http://127.0.0.1:7700/', consoleUrl);
    const { data } = JSON.parse(await shell(command.replace('curl', 'curl -s')));
    expect(data.map(({ id }: { id: string }) => id)).toEqual(['a1', 'a0']);
  });

  it('search the tables', async () => {
    const rows = async () => postgres.query(blockWith('sql', 'plainto_tsquery'));
    const stored = 'SELECT count(*)::int AS n FROM marsad.article';
    await expect.poll(() => postgres.query(stored).catch(() => [])).toEqual([{ n: 3 }]);
    expect(await rows()).toEqual([{ headline: HEADLINES[0] }]);
  });

  it('send the past once more to a sink that keeps some fields, and move its place', async () => {
    const fields = ['schemaVersion', 'id', 'revision', 'change'];
    const kept = [...fields, 'source', 'url', 'headline', 'articleBody', 'datePublished'];
    await expect.poll(() => archive().length).toBe(WANTED.length);
    expect(archive().map((record) => Object.keys(record).sort())).toEqual(
      WANTED.map(() => kept.toSorted()),
    );
    const day = (from: number) => new Date(Date.now() + from * DAY_MS).toISOString().slice(0, 10);
    const commands = blockWith('sh', 'records replay')
      .replaceAll('2026-11-01', day(-1))
      .replaceAll('2026-11-08', day(1))
      .split('\n')
      .filter((line) => line.startsWith('marsad '))
      .map((line) => line.replace(/#.*$/u, '').trim().split(/\s+/u).slice(1));
    expect(commands).toHaveLength(2);
    const told: string[] = [];
    for (const args of commands) {
      const { status, stderr } = await callMarsadIn({ cwd: folder, env }, ...args);
      expect(status).toBe(0);
      told.push(stderr);
    }
    expect(told).toEqual(['', expect.stringMatching(/^A process delivers now/u)]);
    await expect.poll(() => archive().filter(({ replayed }) => replayed).length).toBe(3);
  });
});

it('posts every record to the webhook of the guide, signed with both secrets', async () => {
  await expect.poll(() => receiver.taken.length).toBe(3);
  const ids = receiver.taken.map(({ headers }) => headers['webhook-id']);
  expect(ids).toEqual(WANTED);
  expect(String(receiver.taken[0]?.headers['webhook-signature']).split(' ')).toHaveLength(2);
});
