import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Redis } from 'ioredis';
import { StateError } from '../../src/errors.ts';
import { redisClient } from '../../src/state/connection.ts';
import { keysOf } from '../../src/state/keys.ts';
import { PROGRAM } from '../program.ts';
import type { Sample } from './growth.ts';
import type { Newsrooms } from './newsroom.ts';

/** A service on its own, which is measured while it runs. */
export interface SoakedService {
  /** Asks console, health and metrics, and opens an event stream for a moment. */
  readonly look: () => Promise<void>;
  readonly sample: () => Promise<Omit<Sample, 'minute'>>;
  /** Processor time so far, seconds. */
  readonly cpuSeconds: () => number;
  /** Keys in Redis by the step that they are of. */
  readonly families: () => Promise<Record<string, number>>;
  readonly close: () => Promise<number | null>;
}

/** Starts `marsad run` with all of its roles, on the newsrooms alone, in a folder of its own. */
export async function startSoaked(newsrooms: Newsrooms, webhook: URL): Promise<SoakedService> {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-soak-'));
  mkdirSync(join(folder, 'config/sources'), { recursive: true });
  writeFileSync(join(folder, 'config/marsad.yaml'), settings(folder, newsrooms, webhook));
  for (const [name, text] of newsrooms.sources) {
    const often = text.replace(/^(?:visit|revisit): .*$/gmu, '');
    writeFileSync(join(folder, 'config/sources', name), `${often}${OFTEN}`);
  }
  const child = startMeasured(folder);
  const ended = once(child, 'exit').then(([status]: unknown[]) => status as number | null);
  const console = await consoleOf(child, ended);
  const redis = redisClient({ socket: join(folder, 'state/redis/redis.sock') });
  redis.on('error', () => undefined);
  return {
    look: () => lookAt(console),
    cpuSeconds: () => cpuSecondsOf(child.pid),
    families: () => familiesOf(redis),
    sample: async () => {
      const { rss, heapUsed } = await memoryOf(child);
      const [memory, redisKeys, log] = await Promise.all([
        redis.info('memory'),
        redis.dbsize(),
        redis.xinfo('STREAM', keysOf().log) as Promise<unknown[]>,
      ]);
      return {
        resident: rss,
        heap: heapUsed,
        handles: readdirSync(`/proc/${child.pid}/fd`).length,
        redisBytes: Number(/used_memory:(\d+)/u.exec(memory)?.[1]),
        redisKeys,
        records: Number(log[log.indexOf('entries-added') + 1]),
      };
    },
    close: async () => {
      redis.disconnect();
      child.kill('SIGTERM');
      const status = await ended;
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      return status;
    },
  };
}

/** Each page is looked at again, each feed asked for, as often as an hour shows it. */
const OFTEN = '\nvisit: { every: 20s }\nrevisit: [45s]\nfetch: { via: http }\n';

function settings(folder: string, { hosts }: Newsrooms, webhook: URL): string {
  return [
    `redis: { folder: ${folder}/state }`,
    `crawl: { delay: 100ms, allowHosts: ${JSON.stringify(hosts)} }`,
    'console: { port: 0 }',
    'log: { level: silent, records: 1000 }',
    'sinks:',
    `  file: { jsonLines: { path: ${folder}/articles.jsonl } }`,
    `  hook: { webhook: { url: ${webhook}, secrets: [env:SOAK_SECRET], allowHosts: [${webhook.host}] } }`,
    '',
  ].join('\n');
}

function startMeasured(folder: string): ChildProcess {
  const preload = fileURLToPath(new URL('report-memory.mjs', import.meta.url));
  const { REDIS_URL: _redis, ...env } = process.env;
  const args = ['--expose-gc', '--import', preload, ...PROGRAM, 'run', '--config', 'config'];
  return spawn(process.execPath, args, {
    cwd: folder,
    env: { ...env, NODE_NO_WARNINGS: '1', SOAK_SECRET: `whsec_${'c29ha3Nlcw'.repeat(4)}` },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

/** Waits for the line that names the console. */
async function consoleOf(child: ChildProcess, ended: Promise<number | null>): Promise<string> {
  let text = '';
  const named = new Promise<string>((resolve) => {
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      const [, found] = /console at (\S+)/u.exec(text) ?? [];
      if (found) resolve(found);
    });
  });
  const url = await Promise.race([named, ended.then(() => undefined)]);
  if (url === undefined) throw new StateError('The service ended before it listened');
  return url;
}

async function memoryOf(child: ChildProcess): Promise<NodeJS.MemoryUsage> {
  const answer = once(child, 'message');
  child.send('memory');
  const [usage] = await answer;
  return usage as NodeJS.MemoryUsage;
}

/** Ticks of the clock that the system counts processor time in: 100 a second on every Linux. */
const TICKS = 100;

/** Processor time of a process so far, seconds: fields 14 and 15 of its `stat` (proc(5)). */
function cpuSecondsOf(pid: number | undefined): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /su, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Keys by the step that they are of. */
async function familiesOf(redis: Redis): Promise<Record<string, number>> {
  const families: Record<string, number> = {};
  for await (const keys of redis.scanStream({ count: 1000 })) {
    for (const key of keys as string[]) {
      const family = key.split(':')[1] ?? key;
      families[family] = (families[family] ?? 0) + 1;
    }
  }
  return families;
}

/**
 * The console ends a connection that was idle for 5 s: on a busy machine the end may be under way when
 * the next request goes out on it, which then fails.
 */
const ONE_REQUEST = { connection: 'close' } as const;

async function lookAt(console: string): Promise<void> {
  for (const path of ['/', '/health', '/metrics']) {
    await (await fetch(new URL(path, console), { headers: ONE_REQUEST })).arrayBuffer();
  }
  const abort = new AbortController();
  const { signal } = abort;
  const stream = await fetch(new URL('/events', console), { signal, headers: ONE_REQUEST });
  abort.abort();
  await stream.body?.cancel().catch(() => undefined);
}
