/**
 * How well and how fast articles are read: `npm run bench -- read [FOLDER…]`. Over pages that nobody
 * tuned on first, then over those of the replica sites; or over folders with a `manifest.json`. The
 * rivals come along where `npm install` was run in `test/bench/rivals`. Of a field are told the right
 * ones of those that have it, and behind the dash the wrong ones.
 */
import type { BenchReader } from './read/answer.ts';
import { printCalibration } from './read/calibration.ts';
import {
  folderSets,
  type GoldPage,
  type GoldSet,
  otherPages,
  replicaSets,
  UNSEEN,
} from './read/gold.ts';
import { marsad, marsadGeneric, marsadWithMemory } from './read/marsad.ts';
import { type Measured, measure, measureParse } from './read/measure.ts';
import { printPages, printRow, printTitle } from './read/print.ts';
import { rivalReaders } from './read/rivals.ts';
import { printGrowth, printRatios } from './read/size.ts';

/** Runs the bench; arguments are folders, `--pages` lists each page that is not read fully. */
export async function run(args: string[]): Promise<void> {
  const folders = args.filter((arg) => !arg.startsWith('--'));
  const replicas = folders.length > 0 ? [] : await replicaSets();
  const read = folders.length > 0 ? folders : [UNSEEN];
  const sets = [...read.flatMap(folderSets), ...replicas].filter(({ pages }) => pages.length > 0);
  const rivals = await rivalReaders();
  const all: Measured[] = [];
  for (const set of sets)
    all.push(...(await runSet(set, { rivals, list: args.includes('--pages') })));
  printCalibration(all);
  for (const folder of read) await tellRefused(otherPages(folder));
  await printGrowth(sets.flatMap(({ pages }) => pages));
}

/** What is no article and is taken for none. */
async function tellRefused(others: readonly GoldPage[]): Promise<void> {
  const answers = await Promise.all(others.map((page) => marsad.read(page.html, page)));
  const refused = answers.filter(({ body }) => body === '').length;
  if (others.length > 0) console.log(`no articles: ${refused} of ${others.length} refused`);
}

async function runSet(
  set: GoldSet,
  { rivals, list }: { rivals: readonly BenchReader[]; list: boolean },
): Promise<readonly Measured[]> {
  printTitle(set);
  const parse = await measureParse(set.pages);
  const own = [marsad, marsadGeneric, marsadWithMemory()];
  let first: readonly Measured[] = [];
  for (const reader of [...own, ...rivals]) {
    const before = process.memoryUsage().rss;
    const measured = await measure(reader, set.pages);
    const grown = process.memoryUsage().rss - before;
    printRow(reader.name, measured, { parse, grown });
    if (reader === marsad) first = measured;
  }
  printRatios(first, parse);
  if (list) printPages(first);
  return first;
}
