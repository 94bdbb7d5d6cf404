import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openQueues } from '../../src/jobs/queues.ts';
import { connectRedis, redisClient } from '../../src/state/connection.ts';
import { joinEmbeddedRedis } from '../../src/state/embedded-redis.ts';
import { keysOf } from '../../src/state/keys.ts';
import { startMarsad } from '../marsad.ts';

/**
 * What a process may take to end once it is told to: ten seconds (the promise of row 2), and what Node
 * needs to load and to end its threads where others keep the processors busy. A process that took longer
 * than it may says so itself, by its own clock: "cut off".
 */
const END_MS = 60_000;
/** Tries to send a second SIGTERM while jobs in hand still have their four seconds to end. */
const TRIES = 5;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
let server: Server;
let silent: Server;
const asked: string[] = [];

/** One site lists pages that it accepts and never answers; the other is silent on all its routes. */
beforeAll(async () => {
  server = await serve();
  silent = await serve();
  folder = mkdtempSync(join(tmpdir(), 'marsad-ending-'));
  mkdirSync(join(folder, 'config/sources'), { recursive: true });
  source('pages', [`${origin(server)}/feed`]);
  source(
    'routes',
    [1, 2, 3, 4].map((at) => `${origin(silent)}/silent-${at}`),
  );
  const hosts = [server, silent].map((one) => new URL(origin(one)).host);
  writeFileSync(
    join(folder, 'config/marsad.yaml'),
    [
      `redis: { folder: ${folder}/state }`,
      `crawl: { delay: 10ms, totalTime: 30s, allowHosts: ${JSON.stringify(hosts)} }`,
      'console: { port: 0 }',
      'log: { level: warn }',
      `sinks: { file: { jsonLines: { path: ${folder}/out.jsonl } } }`,
    ].join('\n'),
  );
});
afterAll(() => {
  for (const one of [server, silent]) {
    one.closeAllConnections();
    one.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

async function serve(): Promise<Server> {
  const made = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    if (path.startsWith('/silent')) return;
    const isFeed = path === '/feed';
    response.writeHead(isFeed ? 200 : 404, { 'content-type': 'application/rss+xml' });
    response.end(isFeed ? feed() : '');
  });
  await new Promise<void>((ready) => made.listen(0, '127.0.0.1', ready));
  return made;
}

const origin = (one: Server): string => `http://127.0.0.1:${(one.address() as AddressInfo).port}`;

function feed(): string {
  const items = ['/silent-a', '/silent-b'].map(
    (path) => `<item><title>خبر</title><link>${origin(server)}${path}</link></item>`,
  );
  return `<rss version="2.0"><channel><title>المرفأ</title>${items.join('')}</channel></rss>`;
}

function source(id: string, feeds: readonly string[]): void {
  const routes = feeds.map((url) => `{ feed: '${url}' }`).join(', ');
  const text = `name: ${id}\nhomepage: ${new URL('/', feeds[0]).href}\ndiscover: [${routes}]\n`;
  writeFileSync(join(folder, `config/sources/${id}.yaml`), text);
}

const socket = (): string => join(folder, 'state/redis/redis.sock');

/** The process id of the private Redis, by its own word. */
async function redisPid(): Promise<number> {
  const client = redisClient({ socket: socket() });
  client.on('error', () => undefined);
  const pid = Number(/process_id:(\d+)/u.exec(await client.info('server'))?.[1]);
  client.disconnect();
  return pid;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Sends SIGTERM; gives how the process ended and how long it took. */
async function terminate(child: ChildProcess): Promise<{ status: number | null; ms: number }> {
  const from = performance.now();
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const [status] = await exit;
  return { status: typeof status === 'number' ? status : null, ms: performance.now() - from };
}

it('ends in time amid silent pages and a visit of silent routes, and gives its jobs back', async () => {
  const { child, ended } = startMarsad(['run', '--config', join(folder, 'config')], {
    cwd: folder,
  });
  await vi.waitUntil(() => asked.includes('/silent-1'), 120_000);
  await vi.waitUntil(() => asked.some((path) => /^\/silent-[ab]$/u.test(path)), 120_000);
  const pid = await redisPid();
  const end = await terminate(child);
  expect(end.status).toBe(0);
  expect(end.ms).toBeLessThan(END_MS);
  expect((await ended).stderr).not.toContain('cut off');
  await vi.waitUntil(() => !isAlive(pid), 120_000);
  const own = await joinEmbeddedRedis(join(folder, 'state'));
  const redis = await connectRedis({ socket: own.socket });
  const queues = openQueues(redis, keysOf());
  const pages = await queues.pages.getJobCounts('waiting', 'delayed', 'active', 'failed');
  const visits = await queues.visits.getJobCounts('active', 'failed');
  expect([pages.active, pages.failed, (pages.waiting ?? 0) + (pages.delayed ?? 0)]).toEqual([
    0, 0, 2,
  ]);
  expect(visits).toEqual({ active: 0, failed: 0 });
  await queues.close();
  redis.disconnect();
  await own.leave();
}, 240_000);

it('ends at once at a second SIGTERM', async () => {
  let status: unknown = 0;
  // A process that ends by itself first, since this one was kept waiting, shows nothing.
  for (let attempt = 1; attempt <= TRIES && status === 0; attempt += 1) status = await endTwice();
  expect(status).toBe(130);
  // Jobs in hand were not waited for, nor given back.
  const redis = await connectRedis({ socket: socket() });
  const queues = openQueues(redis, keysOf());
  const [pages, visits] = await Promise.all(
    [queues.pages, queues.visits].map((queue) => queue.getActiveCount()),
  );
  expect((pages ?? 0) + (visits ?? 0)).toBeGreaterThan(0);
  await queues.close();
  redis.disconnect();
  await endRedis();
}, 400_000);

/** Starts a process and sends it SIGTERM until it ends, the first amid silent pages; gives its status. */
async function endTwice(): Promise<unknown> {
  asked.length = 0;
  const { child } = startMarsad(['run', '--config', join(folder, 'config')], { cwd: folder });
  await vi.waitUntil(() => asked.some((path) => path.startsWith('/silent')), 120_000);
  const exit = once(child, 'exit');
  // Two signals that come before a busy process looks are one to it: the third is the second then.
  while (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await Promise.race([exit, pause(300)]);
  }
  const [status] = await exit;
  return status;
}

/** Ends the private Redis that a process left which ended at once; the next start would take it over. */
async function endRedis(): Promise<void> {
  const pid = await redisPid();
  process.kill(pid, 'SIGTERM');
  await vi.waitUntil(() => !isAlive(pid), 120_000);
}

it('ends in time during the start, and leaves no Redis', async () => {
  rmSync(join(folder, 'state'), { recursive: true });
  const { child } = startMarsad(['run', '--config', join(folder, 'config')], { cwd: folder });
  const log = join(folder, 'state/redis/redis.log');
  await vi.waitUntil(() => existsSync(log), { timeout: 120_000, interval: 2 });
  const end = await terminate(child);
  expect(end.ms).toBeLessThan(END_MS);
  const logged = () => Number(/(\d+):\w /u.exec(readFileSync(log, 'utf8'))?.[1]);
  await vi.waitUntil(() => logged() > 0, 120_000);
  const pid = logged();
  await vi.waitUntil(() => !isAlive(pid), 120_000);
}, 180_000);

it.each([
  ['npm start', ['start'], /console at/u],
  ['npm run demo', ['run', 'demo', '--', '--drain'], /console: /u],
])(
  '%s ends in time and leaves no process',
  async (_name, args, isUp) => {
    rmSync(join(folder, 'state'), { recursive: true, force: true });
    const { REDIS_URL: _redis, ...env } = process.env;
    const child = spawn('npm', args, {
      cwd: ROOT,
      env: { ...env, MARSAD_CONFIG: join(folder, 'config') },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    await vi.waitUntil(() => isUp.test(out), 150_000);
    const below = descendants(child.pid ?? 0);
    expect(below.length).toBeGreaterThan(0);
    const end = await terminate(child);
    expect(end.ms).toBeLessThan(END_MS);
    await vi.waitUntil(() => below.filter(isAlive).length === 0, 120_000);
  },
  240_000,
);

/** Process ids below `pid`, and the private Redis of each, which is a session of its own. */
function descendants(pid: number): number[] {
  const ids = childrenOf(pid).split(' ').filter(Boolean).map(Number);
  return ids.flatMap((id) => [id, ...descendants(id)]);
}

/** Process ids of the children; none of a process that ended meanwhile. */
function childrenOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  } catch {
    return '';
  }
}
