import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callMarsadIn } from '../called.ts';
import { type ClientPackage, installClient } from '../client-package.ts';
import { type Installation, install } from '../marsad.ts';
import { startTestRedis, type TestRedis } from '../redis.ts';
import { loadSites } from '../sites/catalogue.ts';

const CLIENTS = fileURLToPath(new URL('../../clients', import.meta.url));
const TSX = import.meta.resolve('tsx');
/** The system's Python, which Debian's python3-redis belongs to. */
const PYTHON = '/usr/bin/python3';

let redis: TestRedis;
let installation: Installation;
let client: ClientPackage;

/** Sites that want a second between two requests, or a browser: their records are like the others. */
const SLOW = ['alrafidain', 'manara-js'];

// The sites of the demo, crawled once as the demo does.
beforeAll(async () => {
  const sites = await loadSites();
  const feeds = sites
    .filter(({ site }) => !site.pagesOnly && !SLOW.includes(site.id))
    .map(({ site }) => site.id);
  redis = await startTestRedis();
  installation = await install(feeds);
  client = installClient();
  const { folder, config } = installation;
  const env = { REDIS_URL: `unix:${redis.socket}` };
  const drain = await callMarsadIn({ cwd: folder, env }, 'run', '--drain', '--config', config);
  expect(drain.status).toBe(0);
});

afterAll(async () => {
  client.close();
  await installation.close();
  await redis.stop();
});

async function keysOf(command: string, args: string[], cwd: string, url: string) {
  const { stdout } = await promisify(execFile)(command, args, {
    cwd,
    env: { ...process.env, REDIS_URL: url },
    maxBuffer: 50_000_000,
  });
  const lines = stdout.split('\n').filter(Boolean);
  return lines.map((line): string => JSON.parse(line).key).sort();
}

it('a program in TypeScript and one in Python take all records of the demo', async () => {
  const all = installation.records().map(({ id, revision }) => `${id}:${revision}`);
  expect(all.length).toBeGreaterThan(20);
  cpSync(join(CLIENTS, 'node/example/search-index.ts'), join(client.folder, 'search-index.mts'));
  cpSync(join(CLIENTS, 'python'), join(client.folder, 'python'), { recursive: true });
  const [socket, folder] = [redis.socket, client.folder];
  const [typescript, python] = await Promise.all([
    keysOf(process.execPath, ['--import', TSX, 'search-index.mts'], folder, `unix:${socket}`),
    keysOf(PYTHON, ['example.py'], join(folder, 'python'), `unix://${socket}`),
  ]);
  expect(typescript).toEqual([...all].sort());
  expect(python).toEqual([...all].sort());
});
