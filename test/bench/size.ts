import { randomBytes } from 'node:crypto';
import type { Redis } from 'ioredis';
import { crawlers } from '../../crawlers/index.ts';
import { readText } from '../../src/jobs/read-text.ts';
import { sketch } from '../../src/line/dedupe/sketch.ts';
import type { ArticleDraft } from '../../src/record/article.ts';
import type { Sketch } from '../../src/record/sketch.ts';
import { Source } from '../../src/source.ts';
import { articleLog } from '../../src/state/article-log.ts';
import { type Keys, keysOf } from '../../src/state/keys.ts';
import { startTestRedis } from '../redis.ts';
import { loadSites } from '../sites/catalogue.ts';

/** Articles that are published before memory is weighed. */
const ARTICLES = Number(process.env.ARTICLES ?? 4000);

/** Articles of one source in a day: 200 such sources publish some 5,400. */
const A_DAY = Number(process.env.A_DAY ?? 27);

/** Every fifth article is corrected once. */
const CORRECTED = 5;

/** The families of keys that grow with articles. */
const FAMILIES = ['article:', 'revisions:', 'alias:', 'story', 'log'];

/** Days that records are kept, as `retention.records` has them. */
const RETENTIONS = [400, 90, 30];

/**
 * What an article costs in Redis, by family of keys, and what 50, 200 and 1,000 sources come to. The
 * texts are those of the replica sites' pages, as they are read off them with all their evidence.
 */
export async function run(): Promise<void> {
  const redis = await startTestRedis();
  const keys = keysOf('bench');
  const drafts = await replicaDrafts();
  const before = await usedMemory(redis.client);
  await publish(redis.client, keys, drafts);
  const all = ((await usedMemory(redis.client)) - before) / ARTICLES;
  const rows: Record<string, number> = {};
  for (const family of FAMILIES) {
    rows[family] = Math.round(
      (await familyBytes(redis.client, `${keys.of('')}${family}*`)) / ARTICLES,
    );
  }
  await redis.stop();
  const json = drafts.reduce((sum, draft) => sum + Buffer.byteLength(JSON.stringify(draft)), 0);
  console.log(
    `${ARTICLES} articles, every fifth corrected once; a record is ${Math.round(json / drafts.length)} bytes of JSON`,
  );
  console.table({ 'bytes an article': { ...rows, 'all, as Redis counts': Math.round(all) } });
  console.table(
    Object.fromEntries(
      [50, 200, 1000].map((sources) => [
        `${sources} sources`,
        Object.fromEntries(
          RETENTIONS.map((days) => [`${days} days`, gigabytes(sources * A_DAY * days * all)]),
        ),
      ]),
    ),
  );
  const figures = {
    bytesAnArticle: Math.round(all),
    // The bound is the record itself, stored once as text.
    overTheRecordsJson: Math.round((all / (json / drafts.length)) * 100) / 100,
  };
  console.log(JSON.stringify(figures, null, 2));
}

const gigabytes = (bytes: number): string => `${(bytes / 1e9).toFixed(2)} GB`;

async function replicaDrafts(): Promise<ArticleDraft[]> {
  const at = '2026-11-09T08:00:00.000Z';
  const discover = [{ feed: 'https://size.test/feed' }];
  const file = { name: 'المرصد', homepage: 'https://size.test/', discover };
  const source = { id: 'size', ...Source.parse(file) };
  return (await loadSites()).flatMap(({ site, articles }) =>
    articles.flatMap((article) => {
      const text = site.page(article, articles);
      const url = `https://size.test${article.path}`;
      const page = { url, requestedUrl: url, redirects: [], status: 200, headers: {}, text, at };
      const transfer = { charset: 'utf-8', charsetFrom: 'meta', bytes: text.length, ms: 120 };
      const route = { kind: 'feed' as const, url: 'https://size.test/feed' };
      const link = { url, source: 'size', route, firstSeen: at, visit: 'visit-1' };
      const task = { page: { ...page, ...transfer, via: 'http' as const }, link, source };
      const { found } = readText({ ...task, now: new Date(at) }, crawlers);
      return 'kind' in found ? [] : [found];
    }),
  );
}

/** Publishes them in turn under ids and texts of their own, so that none is a copy of another. */
async function publish(redis: Redis, keys: Keys, drafts: readonly ArticleDraft[]): Promise<void> {
  const log = articleLog(redis, keys);
  const sketches = drafts.map((draft) => sketch(draft, draft.url));
  const commit = async (number: number): Promise<void> => {
    const at = number % drafts.length;
    const [draft, drawn] = [drafts[at], sketches[at]];
    if (!draft || !drawn) return;
    const id = `size${String(number).padStart(16, '0')}`;
    const url = `https://size.test/news/2026/11/${number}`;
    const own = { ...draft, id, url, otherUrls: [] };
    const mine = ownSketch(drawn, number);
    await log.commit(own, mine);
    if (number % CORRECTED !== 0) return;
    const later = { ...own, headline: `${draft.headline} (محدث)` };
    const fetch = { ...draft.fetch, at: '2026-11-09T10:00:00.000Z' };
    const fields = { ...mine.fields, headline: randomBytes(6).toString('base64url') };
    await log.commit({ ...later, fetch }, { ...mine, fields });
  };
  for (let from = 0; from < ARTICLES; from += 64) {
    const count = Math.min(64, ARTICLES - from);
    await Promise.all(Array.from({ length: count }, (_, at) => commit(from + at)));
  }
}

function ownSketch(drawn: Sketch, number: number): Sketch {
  const { bands } = drawn.story;
  const entropy = randomBytes(4 * bands.length);
  const own = bands.map((_, index) => entropy.readUInt32BE(index * 4));
  return { ...drawn, content: `content${number}`, story: { ...drawn.story, bands: own } };
}

async function usedMemory(redis: Redis): Promise<number> {
  return Number(/used_memory:(\d+)/u.exec(await redis.info('memory'))?.[1] ?? 0);
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
