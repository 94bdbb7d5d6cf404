import { crawlers } from '../../crawlers/index.ts';
import { readText } from '../../src/jobs/read-text.ts';
import { Source } from '../../src/source.ts';
import { SHAPES } from './shapes/shapes.ts';

/** Sizes of a page, bytes: each is double the one before. */
const SIZES = [60_000, 120_000, 240_000, 480_000];

/** Time that doubles with the size is linear; up to this much more a doubling is the machine's noise. */
const LINEAR = 1.4;

/** Readings of a page; the fastest counts, since the others were held up. */
const READINGS = 2;

const AT = '2026-11-09T08:00:00.000Z';

/**
 * `npm run bench -- shapes [PATTERN]`: reads pages of shapes that cost most, grown from 60 to 480 KB,
 * and tells by which power of the size the time grows. Ends with status 1 where one grows faster than
 * linearly.
 */
export async function run(args: readonly string[]): Promise<void> {
  const [pattern = ''] = args;
  const rows = Object.entries(SHAPES)
    .filter(([name]) => name.includes(pattern))
    .map(([name, shape]) => ({ name, times: SIZES.map((size) => fastest(shape(size))) }))
    .map(({ name, times }) => ({ name, times, power: powerOf(times) }))
    .toSorted((one, other) => other.power - one.power);
  const columns = rows.map(({ name, times, power }) => [
    name,
    {
      ...Object.fromEntries(
        times.map((ms, at) => [`${(SIZES[at] ?? 0) / 1000} KB`, ms.toFixed(0)]),
      ),
      power: power.toFixed(2),
    },
  ]);
  console.log(`ms of reading a page, the fastest of ${READINGS}; power 1 is linear`);
  console.table(Object.fromEntries(columns));
  const bad = rows.filter(({ power }) => power > LINEAR).map(({ name }) => name);
  console.log(
    `${rows.length - bad.length} of ${rows.length} shapes linear${bad.map((name) => `; not: ${name}`).join('')}`,
  );
  process.exitCode = bad.length > 0 ? 1 : 0;
}

/** By least squares over the logarithms; times under a millisecond say nothing. */
function powerOf(times: readonly number[]): number {
  const points = times.map((ms, at) => [at, Math.log2(Math.max(1, ms))] as const);
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, log]) => log))];
  const shared = points.reduce((sum, [at, log]) => sum + (at - x) * (log - y), 0);
  return shared / points.reduce((sum, [at]) => sum + (at - x) ** 2, 0);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function fastest(text: string): number {
  const times = Array.from({ length: READINGS }, () => {
    const from = performance.now();
    readText(taskOf(text), crawlers);
    return performance.now() - from;
  });
  return Math.min(...times);
}

function taskOf(text: string) {
  const url = 'https://shapes.test/news/1';
  const page = { url, requestedUrl: url, redirects: [], status: 200, headers: {}, text, at: AT };
  const transfer = { charset: 'utf-8', charsetFrom: 'meta', bytes: text.length, ms: 1 };
  const route = { kind: 'feed' as const, url: 'https://shapes.test/feed' };
  const link = { url, source: 'shapes', route, firstSeen: AT, visit: 'bench' };
  const file = { name: 'المرصد', homepage: url, discover: [{ feed: route.url }] };
  const source = { id: 'shapes', ...Source.parse(file) };
  return { page: { ...page, ...transfer, via: 'http' as const }, link, source, now: new Date(AT) };
}
