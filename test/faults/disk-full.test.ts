import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { redisClient } from '../../src/state/connection.ts';
import { type AnswerSite, answerSite, feedOf } from '../answers.ts';
import { type RunningCommand, startMarsad } from '../marsad.ts';
import { form } from './form.ts';
import { requestsOnceQuiet } from './no-requests.ts';
import { outputOf } from './output.ts';
import { countsOf } from './results.ts';
import { newsPage } from './short-news.ts';

const articles = form({ short: 50, whole: 200 });

/** How long the disk stays full: long enough to see that nothing is asked meanwhile. */
const fullMs = form({ short: 2000, whole: 20_000 });

/** One service for both, which has pages left to read until the end. */
let site: AnswerSite;
let service: RunningCommand;
let log = '';

beforeAll(async () => {
  site = await answerSite('fetch: { via: http, delay: 250ms }');
  const { answers, origin, folder } = site;
  const paths = Array.from({ length: articles }, (_, at) => `/news/${at}`);
  answers.set('/feed', feedOf(origin, ...paths));
  for (const [number, path] of paths.entries()) answers.set(path, newsPage(number));
  const settings = join(folder, 'config/marsad.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('level: error', 'level: info'));
  const env = { PATH: `${heedlessRedis(folder)}${delimiter}${process.env.PATH}` };
  service = startMarsad(['run', '--roles', 'schedule,crawl,deliver'], { cwd: folder, env });
  service.child.stderr?.on('data', (chunk) => {
    log += String(chunk);
  });
  await vi.waitUntil(() => outputOf(folder).length > 3, 300_000);
});
afterAll(() => {
  service.child.kill('SIGKILL');
  site.close();
});

/**
 * The size that a process may write to a file, as if the disk had no more: what does not fit fails as
 * on a full one (EFBIG where that says ENOSPC), and what fits is written, so that lines are cut.
 */
const limitFiles = (pid: number, size: number | 'unlimited'): void => {
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}:unlimited`]);
};

/** A redis-server to which the limit is an error and no signal that ends it, as to Node. */
function heedlessRedis(folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  const real = execFileSync('sh', ['-c', 'command -v redis-server'], { encoding: 'utf8' }).trim();
  writeFileSync(join(bin, 'redis-server'), `#!/bin/sh\ntrap '' XFSZ\nexec ${real} "$@"\n`);
  chmodSync(join(bin, 'redis-server'), 0o755);
  return bin;
}

async function redisPid(): Promise<number> {
  const client = redisClient({ socket: join(site.folder, 'state/redis/redis.sock') });
  const pid = Number(/process_id:(\d+)/u.exec(await client.info('server'))?.[1]);
  client.disconnect();
  return pid;
}

/** The largest file of the append-only log: nothing more can be added to it. */
function sizeOfState(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((name) => statSync(join(folder, name)).size));
}

it('stops taking work while the disk of the private Redis is full, and says why', async () => {
  const pid = await redisPid();
  limitFiles(pid, sizeOfState(join(site.folder, 'state/redis')));
  await vi.waitUntil(() => log.includes('redis-refuses'), 300_000);
  expect(log).toMatch(/"reason":"[^"]*(?:MISCONF|AOF)/u);
  expect(await requestsOnceQuiet(site.asked, fullMs)).toBeLessThan(articles);
  limitFiles(pid, 'unlimited');
  await vi.waitUntil(() => log.includes('redis-back'), 300_000);
  expect(log.split('redis-refuses')).toHaveLength(2);
});

it('keeps what a sink on a full disk does not take, cuts no line, and loses nothing by either', async ({
  task,
}) => {
  const { folder } = site;
  const pid = service.child.pid ?? 0;
  // Half a record more: the next line does not fit whole.
  limitFiles(pid, statSync(join(folder, 'out.jsonl')).size + 1500);
  await vi.waitUntil(() => log.includes('"event":"sink-failed"'), 300_000);
  const taken = outputOf(folder).length;
  await pause(fullMs);
  expect(outputOf(folder)).toHaveLength(taken);
  expect(taken).toBeLessThan(articles);
  limitFiles(pid, 'unlimited');
  await vi.waitUntil(() => log.includes('"event":"sink-back"'), 300_000);
  await vi.waitUntil(() => outputOf(folder).length >= articles, 180_000);
  service.child.kill('SIGTERM');
  expect((await service.ended).status).toBe(0);
  const keys = outputOf(folder).map(({ id, revision }) => `${id}:${revision}`);
  Object.assign(task.meta, countsOf(keys, articles));
  expect(keys).toHaveLength(articles);
  expect(new Set(keys).size).toBe(articles);
});
