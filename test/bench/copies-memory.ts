import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { sketch } from '../../src/line/dedupe/sketch.ts';
import { articleLog } from '../../src/state/article-log.ts';
import { type Keys, keysOf } from '../../src/state/keys.ts';
import { draftOf } from '../article.ts';
import { startTestRedis } from '../redis.ts';
import { chance } from './copies/chance.ts';
import { newText } from './copies/newsday.ts';

/** Stories after which memory is weighed: the slope between them is what ten million would cost. */
const MARKS = (process.env.MARKS ?? '50000,100000,200000').split(',').map(Number);

/** The families of keys that stories need; records and log are weighed by their own texts. */
const FAMILIES = ['story:', 'story-slots:', 'story-ids:'];

/** The bound: a story's id and the 32 bits of each band, with nothing to find them by. */
const LEAST_BYTES = 20 + 4 * sketch(draftOf()).story.bands.length;

/**
 * Weighs what the story decision keeps: goals 600 bytes a record, 10 million in 6 GB. Texts are
 * all different, which is the dearest case: a copy adds only its id to its story.
 */
export async function run(): Promise<void> {
  const redis = await startTestRedis();
  const keys = keysOf('bench');
  const rows: Record<string, number>[] = [];
  let stories = 0;
  for (const mark of MARKS) {
    await fill(redis.client, keys, { from: stories, to: mark });
    stories = mark;
    rows.push({ stories, ...(await weigh(redis.client, keys, stories)) });
  }
  await redis.stop();
  console.table(rows);
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last) return;
  const bytesAStory = last.all ?? 0;
  console.log(`10 million at ${bytesAStory} bytes: ${(bytesAStory / 100).toFixed(2)} GB`);
  const overTheBound = Math.round((bytesAStory / LEAST_BYTES) * 100) / 100;
  console.log(JSON.stringify({ bytesAStory, overTheBound }, null, 2));
}

/** Commits texts that share nothing: the sketch of one, with its index entries and slot redrawn. */
async function fill(
  redis: Redis,
  keys: Keys,
  { from, to }: { from: number; to: number },
): Promise<void> {
  const log = articleLog(redis, keys);
  const text = newText(chance(1));
  const model = draftOf({ headline: text.headline, articleBody: text.body.join('\n\n') });
  const drawn = sketch(model);
  const commit = (number: number) => {
    const entropy = randomBytes(4 * drawn.story.bands.length);
    const bands = drawn.story.bands.map((_, index) => entropy.readUInt32BE(index * 4));
    const id = `bench${String(number).padStart(15, '0')}`;
    // Each of a source of its own: one source's articles under one title are one article.
    const source = { ...model.source, id: `s${number}` };
    const draft = draftOf({ id, url: `http://news.test/${number}`, source });
    return log.commit(draft, { ...drawn, content: '', story: { ...drawn.story, bands } });
  };
  for (let number = from; number < to; number += 64) {
    await Promise.all(
      Array.from({ length: Math.min(64, to - number) }, (_, at) => commit(number + at)),
    );
  }
}

/** Bytes a story, by family of keys. */
async function weigh(redis: Redis, keys: Keys, stories: number): Promise<Record<string, number>> {
  const row: Record<string, number> = {};
  let all = 0;
  for (const family of FAMILIES) {
    const bytes = await familyBytes(redis, `${keys.of('')}${family}*`);
    row[family] = Math.round((bytes / stories) * 10) / 10;
    all += bytes;
  }
  return { ...row, all: Math.round(all / stories) };
}

async function familyBytes(redis: Redis, match: string): Promise<number> {
  let bytes = 0;
  for await (const batch of redis.scanStream({ match, count: 1000 })) {
    const pipeline = redis.pipeline();
    for (const key of batch) pipeline.memory('USAGE', key, 'SAMPLES', 0);
    for (const [, size] of (await pipeline.exec()) ?? []) bytes += Number(size);
  }
  return bytes;
}
