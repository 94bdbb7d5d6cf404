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

/** Rounds over the same pages: the first ones warm the code up, the middle of the rest counts. */
const ROUNDS = 5;

/** Reads the pages with a reader; its answers are those of the first round. */
export async function measure(
  reader: BenchReader,
  pages: readonly GoldPage[],
): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const page of pages) {
    const answer = await reader.read(page.html, page);
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const start = performance.now();
      await reader.read(page.html, page);
      times.push(performance.now() - start);
    }
    measured.push({ page, answer, score: scoreOf(answer, page), ms: quantile(times, 0.5) });
  }
  return measured;
}

/** Median time of `cheerio/slim` to parse each page, the measure of the readers' times. */
export function measureParse(pages: readonly GoldPage[]): readonly number[] {
  return pages.map(({ html }) => {
    const times = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      load(html);
      return performance.now() - start;
    });
    return quantile(times, 0.5);
  });
}

/** The value below which that share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
