import { type ChildProcess, fork, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openQueues, type Queues } from '../../../src/jobs/queues.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { PROGRAM } from '../../program.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';
import { killTree, treeOf } from '../others/process-tree.ts';
import { FEED, HOSTS, hostAt, pagePath, sourceAt } from './hosts.ts';

/** Worker processes on one Redis, and the sites they ask. */
export interface Fleet {
  readonly redis: TestRedis;
  readonly queues: Queues;
  /** Processor time of all workers so far, s. */
  readonly cpuSeconds: () => number;
  readonly close: () => Promise<void>;
}

/** The sites' process. */
export interface Sites {
  readonly port: number;
  /** Pages answered so far. */
  readonly answered: () => Promise<number>;
  /** Each answer waits so long from now on. */
  readonly wait: (ms: number) => Promise<void>;
  readonly stop: () => void;
}

const SERVER = fileURLToPath(new URL('./server.ts', import.meta.url));

/** Starts the sites with so many pages. */
export async function startSites(pages: number): Promise<Sites> {
  const child = fork(SERVER, [String(pages)], { execArgv: ['--import', 'tsx'] });
  const answer = (): Promise<number> =>
    new Promise((resolve) => child.once('message', (value) => resolve(Number(value))));
  const port = await answer();
  const ask = (what: string | number): Promise<number> => {
    const count = answer();
    child.send(what);
    return count;
  };
  return {
    port,
    answered: () => ask('answered'),
    wait: async (ms) => void (await ask(ms)),
    stop: () => child.kill('SIGTERM'),
  };
}

/** What a fleet is made of. */
export interface FleetSize {
  readonly workers: number;
  /** Pages in hand a worker. */
  readonly concurrency: number;
  /** Which of the sources it has; all where absent. */
  readonly has?: (source: string) => boolean;
}

/** Starts workers as the product starts them, with a Redis of their own; the first also delivers. */
export async function startFleet(
  { workers, concurrency, has = () => true }: FleetSize,
  { port }: Sites,
): Promise<Fleet> {
  const redis = await startTestRedis();
  const folder = writeConfig({ concurrency, has }, { port, socket: redis.socket });
  const children = await Promise.all(
    Array.from({ length: workers }, (_, at) => startWorker(folder, at === 0)),
  );
  return {
    redis,
    queues: openQueues(redis.client, keysOf()),
    cpuSeconds: () =>
      children
        .flatMap(({ pid }) => [...treeOf(pid ?? 0).values()])
        .reduce((sum, stat) => sum + stat.cpuSeconds, 0),
    close: async () => {
      for (const child of children) killTree(child);
      await redis.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves when the worker says that it serves. */
async function startWorker(folder: string, delivers: boolean): Promise<ChildProcess> {
  const roles = delivers ? 'crawl,deliver' : 'crawl';
  const { REDIS_URL: _redis, ...env } = process.env;
  const child = spawn(process.execPath, [...PROGRAM, 'run', '--roles', roles, '--config', folder], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  return child;
}

function writeConfig(
  { concurrency, has }: { concurrency: number; has: (source: string) => boolean },
  { port, socket }: { port: number; socket: string },
): string {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-scale-'));
  mkdirSync(join(folder, 'sources'));
  const numbers = Array.from({ length: HOSTS }, (_, number) => number);
  const hosts = numbers.map((number) => `${hostAt(number)}:${port}`);
  const settings = [
    `redis: { url: "unix:${socket}" }`,
    `crawl: { delay: 0s, concurrency: ${concurrency}, allowHosts: ${JSON.stringify(hosts)} }`,
    'log: { level: silent }',
    `sinks: { file: { jsonLines: { path: ${folder}/articles.jsonl } } }`,
  ];
  writeFileSync(join(folder, 'marsad.yaml'), `${settings.join('\n')}\n`);
  for (const [number, host] of hosts.entries()) {
    if (!has(sourceAt(number))) continue;
    const home = `http://${host}/`;
    const text = `name: صحيفة ${number}\nhomepage: ${home}\ntimeZone: Asia/Baghdad\nvisit: { every: 1d }\nfetch: { via: http }\ndiscover: [{ feed: "${home.slice(0, -1)}${FEED}" }]\n`;
    writeFileSync(join(folder, 'sources', `${sourceAt(number)}.yaml`), text);
  }
  return folder;
}

/** Puts pages into the queue, as visits do. */
export async function queuePages(
  { queues }: Fleet,
  { port }: Sites,
  numbers: readonly number[],
): Promise<void> {
  const firstSeen = new Date().toISOString();
  await queues.pages.addBulk(
    numbers.map((number) => {
      const origin = `http://${hostAt(number)}:${port}`;
      const route = { kind: 'feed', url: `${origin}${FEED}` };
      const url = `${origin}${pagePath(number)}`;
      const link = { source: sourceAt(number), url, route, firstSeen, visit: 'scale' };
      return { name: 'page', data: { link } };
    }),
  );
}

/** Visits every source once and waits until all are done. */
export async function visitAll({ queues }: Fleet, round: number): Promise<void> {
  await queues.visits.addBulk(
    Array.from({ length: HOSTS }, (_, number) => ({
      name: 'visit',
      data: { source: sourceAt(number) },
      opts: { jobId: `round-${round}-${number}` },
    })),
  );
  await untilEmpty(queues.visits);
}

/**
 * Visits every source and reads a page of each: what is asked of a host once a day (robots.txt, its
 * files on rights) is known then, and code is compiled.
 */
export async function warmUp(fleet: Fleet, sites: Sites): Promise<void> {
  await sites.wait(0);
  await visitAll(fleet, 0);
  await queuePages(
    fleet,
    sites,
    Array.from({ length: HOSTS }, (_, number) => number),
  );
  await untilEmpty(fleet.queues.pages);
}

async function untilEmpty(queue: Queues['pages']): Promise<void> {
  for (let open = 1; open > 0; ) {
    await pause(20);
    const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized');
    open = Object.values(counts).reduce((sum, count) => sum + count, 0);
  }
}
