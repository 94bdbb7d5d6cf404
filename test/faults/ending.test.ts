import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished, vi } from 'vitest';
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
const END_MS = 120_000;
/** Tries to end a process within times that the program keeps to by the clock. */
const TRIES = 5;
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Sites that are silent, and an installation that has them as its sources. */
interface SilentSites {
  readonly folder: string;
  readonly config: string;
  /** Of its private Redis. */
  readonly socket: string;
  /** Paths in the order they were asked for. */
  readonly asked: string[];
}

/** One site lists pages that it accepts and never answers; the other is silent on all its routes. */
async function silentSites(onEnd: typeof onTestFinished): Promise<SilentSites> {
  const asked: string[] = [];
  const servers = [await serve(asked), await serve(asked)] as const;
  const [pages, routes] = servers.map(originOf);
  const folder = mkdtempSync(join(tmpdir(), 'marsad-ending-'));
  const config = join(folder, 'config');
  mkdirSync(join(config, 'sources'), { recursive: true });
  const feeds = {
    pages: [`${pages}/feed`],
    routes: [1, 2, 3, 4].map((at) => `${routes}/silent-${at}`),
  };
  for (const [id, urls] of Object.entries(feeds)) {
    writeFileSync(join(config, `sources/${id}.yaml`), sourceFile(id, urls));
  }
  const hosts = servers.map((server) => new URL(originOf(server)).host);
  writeFileSync(
    join(config, 'marsad.yaml'),
    [
      `redis: { folder: ${folder}/state }`,
      `crawl: { delay: 10ms, totalTime: 30s, allowHosts: ${JSON.stringify(hosts)} }`,
      'console: { port: 0 }',
      'log: { level: warn }',
      `sinks: { file: { jsonLines: { path: ${folder}/out.jsonl } } }`,
    ].join('\n'),
  );
  onEnd(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, config, asked, socket: join(folder, 'state/redis/redis.sock') };
}

async function serve(asked: string[]): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    if (path.startsWith('/silent')) return;
    const isFeed = path === '/feed';
    response.writeHead(isFeed ? 200 : 404, { 'content-type': 'application/rss+xml' });
    response.end(isFeed ? feedXml(`http://${request.headers.host}`) : '');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

const originOf = (server: Server): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function feedXml(origin: string): string {
  const items = ['/silent-a', '/silent-b'].map(
    (path) => `<item><title>خبر</title><link>${origin}${path}</link></item>`,
  );
  return `<rss version="2.0"><channel><title>المرفأ</title>${items.join('')}</channel></rss>`;
}

function sourceFile(id: string, feeds: readonly string[]): string {
  const routes = feeds.map((url) => `{ feed: '${url}' }`).join(', ');
  return `name: ${id}\nhomepage: ${new URL('/', feeds[0]).href}\ndiscover: [${routes}]\n`;
}

/** The process id of a private Redis, by its own word. */
async function redisPid(socket: string): Promise<number> {
  const client = redisClient({ socket });
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

const start = ({ folder, config }: SilentSites) =>
  startMarsad(['run', '--config', config], { cwd: folder });

/** Sends SIGTERM; gives how the process ended and how long it took. */
async function terminate(child: ChildProcess): Promise<{ status: number | null; ms: number }> {
  const from = performance.now();
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const [status] = await exit;
  return { status: typeof status === 'number' ? status : null, ms: performance.now() - from };
}

it('ends in time amid silent pages and a visit of silent routes, and gives its jobs back', async () => {
  // A process that others kept from the processors for seconds was cut off, and shows nothing.
  let wasCutOff = true;
  for (let attempt = 1; attempt <= TRIES && wasCutOff; attempt += 1) {
    const sites = await silentSites(onTestFinished);
    wasCutOff = await endAmidSilence(sites);
    if (!wasCutOff) await expectAllGivenBack(sites);
  }
  expect(wasCutOff).toBe(false);
});

/** Starts a process, ends it amid silent pages and routes, and tells whether it took too long by its own word. */
async function endAmidSilence(sites: SilentSites): Promise<boolean> {
  const { child, ended } = start(sites);
  await vi.waitUntil(() => sites.asked.includes('/silent-1'), 300_000);
  await vi.waitUntil(() => sites.asked.some((path) => /^\/silent-[ab]$/u.test(path)), 300_000);
  const pid = await redisPid(sites.socket);
  const end = await terminate(child);
  expect(end.status).toBe(0);
  expect(end.ms).toBeLessThan(END_MS);
  const isCutOff = (await ended).stderr.includes('cut off');
  if (isCutOff && isAlive(pid)) process.kill(pid, 'SIGTERM');
  await vi.waitUntil(() => !isAlive(pid), 300_000);
  return isCutOff;
}

async function expectAllGivenBack({ folder }: SilentSites): Promise<void> {
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
}

it('ends at once at a second SIGTERM', async () => {
  const sites = await silentSites(onTestFinished);
  let status: unknown = 0;
  // A process that ends by itself first, since this one was kept waiting, shows nothing.
  for (let attempt = 1; attempt <= TRIES && status === 0; attempt += 1)
    status = await endTwice(sites);
  expect(status).toBe(130);
  // Jobs in hand were not waited for, nor given back.
  const redis = await connectRedis({ socket: sites.socket });
  const queues = openQueues(redis, keysOf());
  const [pages, visits] = await Promise.all(
    [queues.pages, queues.visits].map((queue) => queue.getActiveCount()),
  );
  expect((pages ?? 0) + (visits ?? 0)).toBeGreaterThan(0);
  await queues.close();
  redis.disconnect();
  await endRedis(sites.socket);
});

/** Starts a process and sends it SIGTERM until it ends, the first amid silent pages; gives its status. */
async function endTwice(sites: SilentSites): Promise<unknown> {
  const { asked } = sites;
  asked.length = 0;
  const { child } = start(sites);
  await vi.waitUntil(() => asked.some((path) => path.startsWith('/silent')), 300_000);
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
async function endRedis(socket: string): Promise<void> {
  const pid = await redisPid(socket);
  process.kill(pid, 'SIGTERM');
  await vi.waitUntil(() => !isAlive(pid), 300_000);
}

it.concurrent('ends in time during the start, and leaves no Redis', async ({
  expect,
  onTestFinished: onEnd,
}) => {
  const sites = await silentSites(onEnd);
  const { child } = start(sites);
  const log = join(sites.folder, 'state/redis/redis.log');
  await vi.waitUntil(() => existsSync(log), { timeout: 300_000, interval: 2 });
  const end = await terminate(child);
  expect(end.ms).toBeLessThan(END_MS);
  const logged = () => Number(/(\d+):\w /u.exec(readFileSync(log, 'utf8'))?.[1]);
  await vi.waitUntil(() => logged() > 0, 300_000);
  const pid = logged();
  await vi.waitUntil(() => !isAlive(pid), 300_000);
});

it.concurrent.for([
  ['npm start', ['start'], /console at/u],
  ['npm run demo', ['run', 'demo', '--', '--drain'], /console: /u],
] as const)(
  '%s ends in time and leaves no process',
  async ([, args, isUp], { expect, onTestFinished: onEnd }) => {
    const { config } = await silentSites(onEnd);
    const { REDIS_URL: _redis, ...env } = process.env;
    const child = spawn('npm', args, {
      cwd: ROOT,
      env: { ...env, MARSAD_CONFIG: config },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    await vi.waitUntil(() => isUp.test(out), 300_000);
    const below = descendants(child.pid ?? 0);
    expect(below.length).toBeGreaterThan(0);
    const end = await terminate(child);
    expect(end.ms).toBeLessThan(END_MS);
    await vi.waitUntil(() => below.filter(isAlive).length === 0, 300_000);
  },
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
