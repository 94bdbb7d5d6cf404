import type { GoldSet } from './gold.ts';
import { type Measured, quantile } from './measure.ts';
import type { Score, Verdict } from './score.ts';

const HEAD = [
  'reader',
  'P',
  'R',
  'F1',
  'least F1',
  'headline',
  'author',
  'date',
  'median ms',
  'p95 ms',
  '× slim',
  'MB',
];

/** Prints the name of a set and the head of its table. */
export function printTitle({ name, pages }: GoldSet): void {
  console.log(`\n${name}: ${pages.length} pages`);
  console.log(row(HEAD));
}

/** Prints a reader's row: means over the pages, times, growth of resident memory. */
export function printRow(
  name: string,
  measured: readonly Measured[],
  { parse, grown }: { parse: readonly number[]; grown: number },
): void {
  const scores = measured.map(({ score }) => score);
  const times = measured.map(({ ms }) => ms);
  const ratios = times.map((ms, index) => ms / (parse[index] ?? ms));
  const cells = [
    mean(scores.map(({ precision }) => precision)).toFixed(3),
    mean(scores.map(({ recall }) => recall)).toFixed(3),
    mean(scores.map(({ f1 }) => f1)).toFixed(3),
    Math.min(...scores.map(({ f1 }) => f1)).toFixed(3),
    ...(['headline', 'author', 'published'] as const).map((field) => right(scores, field)),
    quantile(times, 0.5).toFixed(2),
    quantile(times, 0.95).toFixed(2),
    quantile(ratios, 0.5).toFixed(2),
    (grown / 1e6).toFixed(0),
  ];
  console.log(row([name, ...cells]));
}

/** Prints the pages that are not read word for word. */
export function printPages(measured: readonly Measured[]): void {
  for (const { page, score, answer } of measured) {
    const wrong = (['headline', 'author', 'published'] as const).filter(
      (field) => score[field] !== undefined && score[field] !== 'right',
    );
    if (score.f1 > 0.999 && wrong.length === 0) continue;
    const given = wrong.map(
      (field) => `${field}: ${JSON.stringify(field === 'author' ? answer.authors : answer[field])}`,
    );
    console.log(
      `  ${page.name}  P ${score.precision.toFixed(3)} R ${score.recall.toFixed(3)}  ${given.join('  ')}`,
    );
  }
}

/** So many right of so many, less the wrong ones: what is left is absent. */
function right(scores: readonly Score[], field: 'headline' | 'author' | 'published'): string {
  const judged = scores.map((score) => score[field]).filter((value) => value !== undefined);
  const count = (verdict: Verdict): number => judged.filter((one) => one === verdict).length;
  return `${count('right')}/${judged.length}-${count('wrong')}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function row([first = '', ...cells]: readonly string[]): string {
  return first.padEnd(24) + cells.map((cell) => cell.padStart(10)).join('');
}
