/**
 * How long an article takes to be read off pages of all makes, beside Readability with linkedom on the
 * same pages in the same run: `npm run bench -- read-speed FOLDER [EVERY]`. The folder has a
 * `manifest.json`, as for `read`; every so manieth page is taken, to keep the run below three minutes.
 * The other reader comes along where `npm install` was run in `test/bench/rivals`.
 */
import { crawlers } from '../../crawlers/index.ts';
import { UsageError } from '../../src/errors.ts';
import { readArticle } from '../../src/line/extract/article.ts';
import { parseDocument } from '../../src/line/extract/document.ts';
import { folderSets, type GoldPage, otherPages } from './read/gold.ts';
import { medianMs, quantile } from './read/measure.ts';
import { rivalReaders } from './read/rivals.ts';

/** Of a thousand pages one in five is enough: the medians of two such runs lie 3 % apart. */
const EVERY = 5;

/** Readers are timed page by page, so that a busy moment of the machine weighs on both. */
export async function run([folder, every = String(EVERY)]: string[]): Promise<void> {
  if (folder === undefined) throw new UsageError('read-speed needs a folder with a manifest.json');
  const all = [...folderSets(folder).flatMap(({ pages }) => pages), ...otherPages(folder)];
  const some = all.filter((_, at) => at % Number(every) === 0);
  const [rival] = await rivalReaders();
  const readers = [own, ...(rival ? [{ name: rival.name, read: rival.read }] : [])];
  const pages = await readable(some, readers);
  const times = readers.map((): number[] => []);
  for (const page of pages)
    for (const [at, { read }] of readers.entries())
      times[at]?.push(await medianMs(() => read(page.html, page)));
  console.log(`${pages.length} pages of ${folder}: ms a page, median, 95 of 100, sum`);
  for (const [at, { name }] of readers.entries()) printTimes(name, times[at] ?? []);
  const [first = [], second = []] = times;
  const ratios = second.flatMap((ms, at) => (ms > 0 ? [(first[at] ?? 0) / ms] : []));
  if (ratios.length > 0)
    console.log(
      `ratio to the other reader: median ${quantile(ratios, 0.5).toFixed(2)}, of the sums ${(sum(first) / sum(second)).toFixed(2)}`,
    );
}

interface TimedReader {
  readonly name: string;
  readonly read: (html: string, page: GoldPage) => unknown;
}

const own: TimedReader = {
  name: 'Marsad',
  read: (html, { url }) => readArticle(parseDocument(html, url), { crawlers }),
};

/** The pages that every reader takes: some throw on a page. Reading them compiles what runs often, too. */
async function readable(
  pages: readonly GoldPage[],
  readers: readonly TimedReader[],
): Promise<GoldPage[]> {
  const taken: GoldPage[] = [];
  for (const page of pages) {
    const reads = readers.map(async ({ read }) => read(page.html, page));
    const ends = await Promise.allSettled(reads);
    if (ends.every(({ status }) => status === 'fulfilled')) taken.push(page);
    else console.log(`${page.name} is left out: a reader throws on it`);
  }
  return taken;
}

function printTimes(name: string, times: readonly number[]): void {
  const cells = [quantile(times, 0.5), quantile(times, 0.95), sum(times)];
  console.log(name.padEnd(24) + cells.map((ms) => ms.toFixed(1).padStart(10)).join(''));
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
