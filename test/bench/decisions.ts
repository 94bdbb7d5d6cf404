import { performance } from 'node:perf_hooks';
import type { Redis } from 'ioredis';
import { sketch } from '../../src/line/dedupe/sketch.ts';
import { articleLog } from '../../src/state/article-log.ts';
import { keysOf } from '../../src/state/keys.ts';
import { draftOf } from '../article.ts';
import { startTestRedis } from '../redis.ts';
import { chance } from './copies/chance.ts';
import { type Labelled, newsday } from './copies/newsday.ts';

/** Texts of the bench: half of them copies, a third by form, as a busy day has them. */
const SIZE = { stories: 3000, templates: 800, hard: 40 };

/** Commits that wait for an answer at a time, as one worker with eight pages in hand makes them. */
const IN_FLIGHT = 8;

/** Short: so often for a report. */
export const runs = 5;

/**
 * Measures the sketch and the atomic step on one private Redis: goals 0.2 ms a sketch, 3,000
 * decisions a second, 99 of 100 within 5 ms. The bound is a bare SET of the same record's text.
 */
export async function run(): Promise<void> {
  const set = newsday(chance(7), SIZE);
  const drafts = set.map(draftFrom);
  for (const draft of drafts.slice(0, 500)) sketch(draft);
  const began = performance.now();
  const sketched = drafts.map((draft) => ({ draft, sketch: sketch(draft) }));
  const sketchMs = (performance.now() - began) / drafts.length;

  const redis = await startTestRedis();
  const log = articleLog(redis.client, keysOf('bench'));
  const times: number[] = [];
  const queue = sketched.values();
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  const worker = async (): Promise<void> => {
    for (const one of queue) {
      const asked = performance.now();
      await log.commit(one.draft, one.sketch);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const scripts = Number(
    /cmdstat_evalsha:calls=(\d+)/u.exec(await redis.client.info('commandstats'))?.[1],
  );
  const bare = await setsASecond(
    redis.client,
    drafts.map((draft) => JSON.stringify(draft)),
  );
  const server = await redis.client.info('commandstats');
  await redis.stop();

  times.sort((a, b) => a - b);
  const inScript = Number(/cmdstat_evalsha:.*?usec_per_call=([\d.]+)/u.exec(server)?.[1]);
  console.table({
    texts: drafts.length,
    'sketch (ms)': sketchMs.toFixed(3),
    'decisions a second': Math.round(drafts.length / seconds),
    'median (ms)': times[Math.floor(times.length / 2)]?.toFixed(2),
    'p99 (ms)': times[Math.floor(times.length * 0.99)]?.toFixed(2),
    'in the script (ms)': (inScript / 1000).toFixed(3),
    'scripts a decision': (scripts / drafts.length).toFixed(2),
    'processor of the worker a decision (ms)': ((user + system) / 1000 / drafts.length).toFixed(3),
    'bare SETs a second': Math.round(bare),
  });
  const ofBareSets = Math.round((drafts.length / seconds / bare) * 1000) / 1000;
  console.log(
    JSON.stringify({ decisionsASecond: Math.round(drafts.length / seconds), ofBareSets }, null, 2),
  );
}

/** What the same client and Redis do of the least that would keep a record. */
async function setsASecond(redis: Redis, texts: readonly string[]): Promise<number> {
  const queue = texts.entries();
  const start = performance.now();
  const worker = async (): Promise<void> => {
    for (const [number, text] of queue) await redis.set(`bare:${number}`, text);
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, worker));
  return texts.length / ((performance.now() - start) / 1000);
}

function draftFrom({ item }: Labelled) {
  const { id, headline, articleBody, datePublished } = item;
  const source = { ...draftOf().source, id: `s${id}` };
  return draftOf({
    id,
    url: `http://news.test/${id}`,
    headline,
    articleBody,
    datePublished,
    source,
  });
}
