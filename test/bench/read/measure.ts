import { load } from 'cheerio/slim';
import type { Answer, BenchReader } from './answer.ts';
import type { GoldPage } from './gold.ts';
import { type Score, scoreOf } from './score.ts';

/** A page read: how well, and in what time. */
export interface Measured {
  readonly page: GoldPage;
  readonly answer: Answer;
  readonly score: Score;
  readonly ms: number;
}

/** Rounds over each page; the middle one counts. */
const ROUNDS = 5;

/** Before anything is timed, as long as the engine takes to compile what runs often. */
const WARM_MS = 2_000;

/** Reads the pages with a reader once it is warm; its answers are those of the first round. */
export async function measure(
  reader: BenchReader,
  pages: readonly GoldPage[],
): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const page of pages) {
    const answer = await reader.read(page.html, page);
    measured.push({ page, answer, score: scoreOf(answer, page), ms: 0 });
  }
  await warmUp(pages, (page) => reader.read(page.html, page));
  for (const [index, one] of measured.entries())
    measured[index] = {
      ...one,
      ms: await medianMs(() => reader.read(one.page.html, one.page)),
    };
  return measured;
}

/** Median time of a warm `cheerio/slim` to parse each page, the measure of the readers' times. */
export async function measureParse(pages: readonly GoldPage[]): Promise<readonly number[]> {
  await warmUp(pages, ({ html }) => load(html));
  const times: number[] = [];
  for (const { html } of pages) times.push(await medianMs(() => load(html)));
  return times;
}

/** Middle time of a few rounds of one piece of work, in ms. */
export async function medianMs(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return quantile(times, 0.5);
}

async function warmUp(
  pages: readonly GoldPage[],
  work: (page: GoldPage) => unknown,
): Promise<void> {
  const end = performance.now() + WARM_MS;
  while (performance.now() < end) for (const page of pages) await work(page);
}

/** The value below which that share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
