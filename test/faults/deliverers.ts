import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { articleLog } from '../../src/state/article-log.ts';
import { redisClient } from '../../src/state/connection.ts';
import { keysOf } from '../../src/state/keys.ts';
import { draftOf, plainSketch } from '../article.ts';
import { type CommandEnd, callMarsadIn, type RunningCall, startCall } from '../called.ts';
import { type RunningCommand, startMarsad } from '../marsad.ts';

/** An installation without sources: records are written to its log by the test. */
export interface LogInstallation {
  readonly folder: string;
  readonly socket: string;
  readonly redis: Redis;
  readonly config: string;
  /** Commits a revision of article `n` to the log. */
  readonly publish: (n: number, revision?: number) => Promise<void>;
  /** Starts a command as a process of its own, which can be killed. */
  readonly start: (...args: string[]) => RunningCommand;
  /** Starts a service of these roles within this process. */
  readonly serve: (roles: string) => RunningCall;
  /** Runs a command to its end within the test's process. */
  readonly call: (...args: string[]) => Promise<CommandEnd>;
  /** Kills Redis and starts it anew on what its append-only file holds. */
  readonly killRedis: () => Promise<void>;
  readonly file: () => string[];
  readonly stream: () => Promise<string[]>;
  readonly queue: () => Promise<string[]>;
  readonly close: () => Promise<void>;
}

export const keys = keysOf();

/**
 * Sets it up; `settings` are lines of marsad.yaml beside `sinks`, in which FOLDER is its folder. Its
 * processes get `env` beside their own.
 */
export async function logInstallation(
  settings = '',
  sinks = '',
  env: Record<string, string> = {},
): Promise<LogInstallation> {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-log-'));
  const socket = join(folder, 'r.sock');
  const config = join(folder, 'config');
  mkdirSync(join(config, 'sources'), { recursive: true });
  const out = join(folder, 'out.jsonl');
  const all = `file: { jsonLines: { path: ${out} } }, queue: { queue: { most: 1000000 } }, stream: { stream: {} }`;
  writeFileSync(
    join(config, 'marsad.yaml'),
    `redis: { url: 'unix:${socket}' }\nconsole: { port: 0 }\nsinks: { ${sinks.replaceAll('FOLDER', folder) || all} }\n${settings}\n`,
  );
  let server = startRedis(folder, socket);
  const redis = redisClient({ socket });
  redis.on('error', () => undefined);
  const ready = new Promise<void>((resolve) => redis.once('ready', resolve));
  redis.connect().catch(() => undefined);
  await ready;
  const log = articleLog(redis, keys, { logLength: 0 });
  const running: RunningCommand[] = [];
  const serving: RunningCall[] = [];
  const place = { cwd: folder, env };
  return {
    folder,
    socket,
    redis,
    config,
    publish: async (n, revision = 1) => {
      const at = new Date(Date.UTC(2026, 10, 1) + revision * 60_000).toISOString();
      const draft = draftOf({ id: `a${n}`, url: `http://news.test/${n}` });
      const fields = { headline: `h${revision}`, articleBody: 'b' };
      const sketch = { ...plainSketch(), fields };
      await log.commit({ ...draft, fetch: { ...draft.fetch, at } }, sketch);
    },
    start: (...args) => {
      const one = startMarsad([...args, '--config', config], place);
      running.push(one);
      return one;
    },
    serve: (roles) => {
      const one = startCall('run', '--roles', roles, '--config', config);
      serving.push(one);
      return one;
    },
    call: (...args) => callMarsadIn(place, ...args, '--config', config),
    killRedis: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
      server = startRedis(folder, socket);
    },
    file: () =>
      (existsSync(out) ? readFileSync(out, 'utf8').split('\n').filter(Boolean) : []).map(keyOf),
    stream: async () => {
      const entries = await redis.xrange(keys.of('stream', 'articles'), '-', '+');
      return entries.map(([, fields]) => fields[fields.indexOf('key') + 1] ?? '');
    },
    queue: async () => {
      const queue = new Queue('articles', { connection: redis, prefix: keys.tag });
      const jobs = await queue.getJobs(['waiting'], 0, -1, true);
      await queue.close();
      return jobs.map(({ data }) => `${data.id}:${data.revision}`);
    },
    close: async () => {
      // Where a test failed they go on.
      for (const { child } of running) child.kill('SIGKILL');
      await Promise.all([...running.map((one) => one.ended), ...serving.map((one) => one.stop())]);
      redis.disconnect();
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function keyOf(line: string): string {
  const { id, revision } = JSON.parse(line);
  return `${id}:${revision}`;
}

function startRedis(folder: string, socket: string): ChildProcess {
  const options = ['--port', '0', '--unixsocket', socket, '--dir', folder, '--save', ''];
  return spawn('redis-server', [...options, '--appendonly', 'yes'], { stdio: 'ignore' });
}

/** What is missing, what is there more than once, and articles whose revisions are out of order. */
export function faultsOf(found: readonly string[], wanted: readonly string[]) {
  const counts = new Map<string, number>();
  const last = new Map<string, number>();
  const disordered = new Set<string>();
  for (const key of found) {
    counts.set(key, (counts.get(key) ?? 0) + 1);
    const [id = '', revision = ''] = key.split(':');
    if ((last.get(id) ?? 0) > Number(revision)) disordered.add(id);
    last.set(id, Number(revision));
  }
  return {
    missing: wanted.filter((key) => !counts.has(key)),
    doubled: [...counts].filter(([, count]) => count > 1).map(([key]) => key),
    disordered: [...disordered],
  };
}
