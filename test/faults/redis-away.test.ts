import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { answerSite, feedOf } from '../answers.ts';
import { startMarsad } from '../marsad.ts';
import { form } from './form.ts';
import { requestsOnceQuiet } from './no-requests.ts';
import { outputOf } from './output.ts';
import { countsOf } from './results.ts';
import { newsPage } from './short-news.ts';

const { articles, awayMs } = form({
  short: { articles: 30, awayMs: 4000 },
  whole: { articles: 120, awayMs: 60_000 },
});

/** Nothing is asked for that long: a page is asked for each 100 ms otherwise. */
const QUIET_MS = 2000;

/** Lines written while it is away: a line a job in hand, and an alert. */
const MOST_LINES = 15;

/** Of one core: what tries again and again takes all of it. */
const BUSY = 0.4;

it('waits while Redis is away: no crash, no busy loop, a line a change, nothing lost', async ({
  task,
}) => {
  const site = await answerSite('fetch: { via: http, delay: 100ms }');
  const { answers, origin, folder, asked } = site;
  const paths = Array.from({ length: articles }, (_, at) => `/news/${at}`);
  answers.set('/feed', feedOf(origin, ...paths));
  for (const [number, path] of paths.entries()) answers.set(path, newsPage(number));
  const settings = join(folder, 'config/marsad.yaml');
  const text = readFileSync(settings, 'utf8').replace('level: error', 'level: info');
  writeFileSync(settings, `${text}console: { port: 0 }\n`);
  const env = { REDIS_URL: `unix:${join(folder, 'r.sock')}` };
  const first = startRedis(folder);
  const service = startMarsad(['run'], { cwd: folder, env });
  let [log, out] = ['', ''];
  service.child.stderr?.on('data', (chunk) => {
    log += String(chunk);
  });
  service.child.stdout?.on('data', (chunk) => {
    out += String(chunk);
  });
  const has = (event: string): number => log.split(`"event":"${event}"`).length - 1;
  let second: ChildProcess | undefined;
  try {
    await vi.waitUntil(() => outputOf(folder).length > 3 && out.includes('console at'), 300_000);
    const console = /console at (\S+)/u.exec(out)?.[1] ?? '';
    await end(first);
    await vi.waitUntil(() => has('redis-lost') > 0, 300_000);
    expect(await requestsOnceQuiet(asked, QUIET_MS)).toBeLessThan(articles);
    const [requests, cpu, from] = [asked.length, cpuSeconds(service.child), performance.now()];
    const lines = log.split('\n').length;
    const health = await fetch(new URL('/health', console));
    expect(health.status).toBe(503);
    expect(await health.text()).toMatch(/redis/iu);
    const status = startMarsad(['status'], { cwd: folder, env });
    expect(await status.ended).toMatchObject({ status: 2, stderr: /Redis/u });
    await pause(Math.max(0, awayMs - (performance.now() - from)));
    expect(asked.length).toBe(requests);
    const seconds = (performance.now() - from) / 1000;
    expect((cpuSeconds(service.child) - cpu) / seconds).toBeLessThan(BUSY);
    expect([has('redis-lost'), has('redis-back'), service.child.exitCode]).toEqual([1, 0, null]);
    // Jobs in hand tell that they go back, and an alert is told.
    expect(log.split('\n').length - lines).toBeLessThan(MOST_LINES);
    second = startRedis(folder);
    await vi.waitUntil(() => outputOf(folder).length >= articles, 300_000);
    expect((await fetch(new URL('/health/live', console))).status).toBe(200);
    service.child.kill('SIGTERM');
    expect((await service.ended).status).toBe(0);
    const keys = outputOf(folder).map(({ id, revision }) => `${id}:${revision}`);
    Object.assign(task.meta, countsOf(keys, articles));
    expect(new Set(keys).size).toBe(articles);
    expect(keys).toHaveLength(articles);
    expect([has('redis-lost'), has('redis-back')]).toEqual([1, 1]);
    expect(log.split('\n').filter((line) => line !== '' && !line.startsWith('{'))).toEqual([]);
  } finally {
    service.child.kill('SIGKILL');
    for (const server of [first, second]) if (server) await end(server);
    site.close();
  }
});

function startRedis(folder: string): ChildProcess {
  const options = ['--port', '0', '--unixsocket', join(folder, 'r.sock'), '--dir', folder];
  const kept = ['--save', '', '--appendonly', 'yes'];
  return spawn('redis-server', [...options, ...kept], { stdio: 'ignore' });
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGKILL');
  await ended;
}

/** Processor time of a process so far: fields 14 and 15 of its `stat`, a hundredth each (proc(5)). */
function cpuSeconds({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /su, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
