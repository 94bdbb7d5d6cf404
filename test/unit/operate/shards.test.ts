import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Listening } from '../../../src/operate/listen.ts';
import { shardReads } from '../../../src/operate/shards.ts';
import { type InstalledApi, installApi, TOKENS } from './api/installed-api.ts';
import { ask, startSample } from './console-server.ts';

/** Far over what an answer takes on a busy machine. */
const PATIENT_MS = 60_000;

let installations: InstalledApi[];
const servers: Server[] = [];

beforeAll(async () => {
  installations = await Promise.all([installApi(), installApi()]);
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await Promise.all(installations.map((one) => one.close()));
});

/** A server that is no console. */
async function other(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const shardAt = (at: number, token: string = TOKENS.reader) => ({
  name: `shard-${at}`,
  url: installations[at]?.url ?? '',
  token,
});

describe('one console over two installations', () => {
  let console: Listening;
  beforeAll(async () => {
    const shards = shardReads(
      [shardAt(0), shardAt(1), { ...shardAt(1), token: 'an-old-one' }],
      PATIENT_MS,
    );
    console = await startSample({ shards });
  });
  afterAll(async () => console.close());

  it('shows what each says of itself, and a way into each', async () => {
    const { text } = await ask(console.url, '/shards?lang=en');
    expect(text).toContain('shard-0');
    expect(text).toContain(`href="${shardAt(1).url}"`);
    expect(text.match(/never started/gu)).toHaveLength(6);
    expect(text.match(/<dt>new<\/dt><dd>2<\/dd>/gu)).toHaveLength(2);
  });

  it('says why one cannot be read, beside the others', async () => {
    const { status, text } = await ask(console.url, '/shards?lang=en');
    expect(status).toBe(200);
    expect(text).toContain('It does not know the token');
    expect(text).not.toContain('an-old-one');
  });

  it('names them on the overview, in both languages', async () => {
    const pages = await Promise.all(['ar', 'en'].map((lang) => ask(console.url, `/?lang=${lang}`)));
    for (const { text } of pages) expect(text.match(/href="\/shards"/gu)).toHaveLength(3);
  });
});

it('has no such page without shards in the settings', async () => {
  const console = await startSample();
  expect((await ask(console.url, '/shards')).status).toBe(404);
  expect((await ask(console.url, '/')).text).not.toContain('/shards');
  await console.close();
});

describe('a shard that is none', () => {
  const text =
    (status: number, body: string, more = {}): RequestListener =>
    (_, answer) =>
      void answer.writeHead(status, more).end(body);
  const long: RequestListener = (_, answer) => {
    for (let at = 0; at < 5; at += 1) answer.write(' '.repeat(8 * 1024 * 1024));
  };
  it.each<[string, RequestListener, RegExp, number?]>([
    ['answers a page', text(200, '<html>خبر</html>'), /no JSON/u],
    ['answers other JSON', text(200, '{"ok":"yes"}'), /of another release/u],
    ['leads elsewhere', text(302, '', { location: 'http://127.0.0.1:1/' }), /redirect/u],
    ['has no API', text(404, 'nothing'), /no read API/u],
    ['fails', text(500, 'no'), /answered 500/u],
    ['says nothing', () => undefined, /did not answer in time/u, 100],
    ['says too much', long, /more than \d+ bytes/u],
    ['breaks off', (_, answer) => void answer.destroy(), /closed|socket/u],
  ])('%s: is away, with the reason', async (_, listener, reason, ms = PATIENT_MS) => {
    const url = await other(listener);
    const [shard] = await shardReads([{ name: 'one', url, token: 't' }], ms)();
    expect(shard).toMatchObject({ name: 'one', away: expect.stringMatching(reason) });
  });

  it('is a scope away from being read', async () => {
    const [shard] = await shardReads([shardAt(0, TOKENS.slow)], PATIENT_MS)();
    expect(shard).toMatchObject({ away: 'The token lacks the scope read' });
  });
});
