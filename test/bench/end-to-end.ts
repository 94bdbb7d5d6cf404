/**
 * From the moment an article stands in a site's feed to the record in a consumer's hand, on 50 sources
 * at a rhythm: what the wait for the next visit is, what politeness asks, and what the pipeline adds.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { consume } from '../../src/consume.ts';
import { PROGRAM } from '../program.ts';
import { startTestRedis } from '../redis.ts';
import { chance } from './copies/chance.ts';
import { type Course, type Newsrooms, serveNewsrooms } from './end-to-end/newsrooms-site.ts';

const SOURCES = 50;

/** A visit in half a minute, news every 40 s: a real day's rhythm (10 minutes, 13) twenty times as fast. */
const VISIT_EVERY_S = 30;
const NEWS_EVERY_S = 40;

/** The pause between two requests to one host, as settings have it by default: no time is taken off it. */
const DELAY_S = 5;

/** Before it, visits are spread out (200 ms apart) and code is compiled. */
const WARM_UP_S = 20;

/** Articles that a site has when it is first met. */
const FIRST = 2;

/** `npm run bench -- end-to-end [SECONDS] [SEED]` */
export async function run([seconds = '120', seed = '3']: readonly string[]): Promise<void> {
  const redis = await startTestRedis();
  const rooms = await serveNewsrooms(SOURCES, Number(seed));
  for (let room = 0; room < SOURCES * FIRST; room += 1) rooms.publish(room % SOURCES);
  const folder = writeConfig(rooms.origins, redis.socket);
  const args = ['run', '--roles', 'schedule,crawl,deliver', '--config', folder];
  const service = spawn(process.execPath, [...PROGRAM, ...args], { stdio: 'ignore' });
  const consumer = await consume(
    'articles',
    ({ url }) => {
      const course = rooms.courses.get(url);
      if (course) course.held ??= performance.now();
    },
    { redis: `unix:${redis.socket}`, concurrency: 4 },
  );
  await pause(WARM_UP_S * 1000);
  const from = performance.now();
  await publishAtRandom(rooms, Number(seconds), Number(seed));
  const measured = [...rooms.courses.values()].filter(({ appeared }) => appeared >= from);
  const end = performance.now() + (VISIT_EVERY_S + 4 * DELAY_S) * 1000;
  while (measured.some(({ held }) => held === undefined) && performance.now() < end)
    await pause(100);
  await consumer.close();
  const ended = once(service, 'exit');
  service.kill('SIGTERM');
  await ended;
  await rooms.close();
  await redis.stop();
  rmSync(folder, { recursive: true, force: true });
  tell(measured);
}

/** Each newsroom publishes when it has something: the times between are exponential. */
async function publishAtRandom(rooms: Newsrooms, seconds: number, seed: number): Promise<void> {
  const draw = chance(seed);
  const meanMs = (NEWS_EVERY_S * 1000) / SOURCES;
  const end = performance.now() + seconds * 1000;
  for (let due = performance.now(); due < end; ) {
    due += -Math.log(1 - draw.next()) * meanMs;
    await pause(Math.max(0, due - performance.now()));
    rooms.publish(draw.whole(0, SOURCES - 1));
  }
}

function writeConfig(origins: readonly string[], socket: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-end-to-end-'));
  mkdirSync(join(folder, 'sources'));
  const hosts = origins.map((origin) => new URL(origin).host);
  const settings = [
    `redis: { url: "unix:${socket}" }`,
    `crawl: { delay: ${DELAY_S}s, allowHosts: ${JSON.stringify(hosts)} }`,
    'log: { level: silent }',
  ];
  writeFileSync(join(folder, 'marsad.yaml'), `${settings.join('\n')}\n`);
  for (const [index, origin] of origins.entries()) {
    const source = [
      `name: صحيفة ${index}`,
      `homepage: ${origin}/`,
      'timeZone: Asia/Baghdad',
      `visit: { every: ${VISIT_EVERY_S}s }`,
      `discover: [{ feed: "${origin}/feed.xml" }]`,
    ];
    writeFileSync(join(folder, 'sources', `s${index}.yaml`), `${source.join('\n')}\n`);
  }
  return folder;
}

/** The parts of the way; the last begins when the site has the request for the page. */
const PARTS: Readonly<Record<string, (course: Required<Course>) => number>> = {
  'wait for the next visit': ({ listed, appeared }) => listed - appeared,
  'pause of the host': ({ asked, listed }) => asked - listed,
  'page to consumer': ({ held, asked }) => held - asked,
  'all of it': ({ held, appeared }) => held - appeared,
};

function tell(courses: readonly Course[]): void {
  const whole = courses.filter((one): one is Required<Course> => one.held !== undefined);
  const rows = Object.entries(PARTS).map(([name, part]) => {
    const times = whole.map(part).sort((a, b) => a - b);
    const at = (share: number): number =>
      Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0);
    return [name, { p50: at(0.5), p95: at(0.95), p99: at(0.99) }] as const;
  });
  const ms = Object.fromEntries(rows);
  console.log(
    `${courses.length} articles of ${SOURCES} sources, each visited every ${VISIT_EVERY_S} s and asked at most once in ${DELAY_S} s; ms`,
  );
  console.table(ms);
  const half = (ms[rows[0]?.[0] ?? '']?.p50 ?? 0) / ((VISIT_EVERY_S * 1000) / 2);
  const figures = {
    articles: courses.length,
    notArrived: courses.length - whole.length,
    ms,
    // No rule that visits at a fixed interval can have a median wait below half of it.
    waitOverHalfTheInterval: Math.round(half * 100) / 100,
    lineOfTheWhole: shareOf(ms, 'page to consumer'),
  };
  console.log(JSON.stringify(figures, null, 2));
}

function shareOf(ms: Readonly<Record<string, { p50: number }>>, part: string): number {
  return Math.round(((ms[part]?.p50 ?? 0) / (ms['all of it']?.p50 ?? 1)) * 10_000) / 10_000;
}
