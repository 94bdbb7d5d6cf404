import type { FaultRow } from './table.ts';

/** What a test that counts records leaves beside its result. */
export interface Counted {
  readonly lost?: number;
  readonly doubled?: number;
}

/** What is missing and what is there twice of so many wanted keys. */
export function countsOf(keys: readonly string[], wanted: number): Required<Counted> {
  const distinct = new Set(keys).size;
  return { lost: wanted - distinct, doubled: keys.length - distinct };
}

/** How a test ended, as vitest tells it. */
export interface TestResult {
  readonly fullName: string;
  readonly status: string;
  readonly ms: number;
  readonly meta?: Counted;
}

/** How a row of the table fared. */
export interface RowResult extends Counted {
  readonly row: number;
  readonly result: 'good' | 'failed' | 'not run';
  readonly tests: number;
  /** What its tests took, one after the other. */
  readonly seconds: number;
}

/** A title as it stands in a file, with its placeholders, as a pattern of what was run. */
function patternOf(title: string): RegExp {
  const parts = title.split(/%[sdijo%]|\$\w+/u).map(quoted);
  return new RegExp(parts.join('.+'), 'su');
}

const quoted = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&');

/** Holds a row against what was run, by file; a title that no test has is a failure. */
export function resultOf(
  { row, tests }: FaultRow,
  run: ReadonlyMap<string, readonly TestResult[]>,
): RowResult {
  const found = Object.entries(tests).flatMap(([file, titles]) =>
    titles.map((title) => matching(run.get(file) ?? [], title)),
  );
  const all = found.flat();
  const isMissing = found.some((one) => one.length === 0);
  const isGood = all.every(({ status }) => status === 'passed');
  return {
    row,
    result: isMissing ? 'not run' : isGood ? 'good' : 'failed',
    tests: new Set(all).size,
    seconds: Math.round([...new Set(all)].reduce((sum, { ms }) => sum + ms, 0) / 1000),
    ...counted(all),
  };
}

function matching(results: readonly TestResult[], title: string): TestResult[] {
  const pattern = patternOf(title);
  return results.filter(({ fullName }) => pattern.test(fullName));
}

function counted(all: readonly TestResult[]): Counted {
  const sum = (name: keyof Counted): number | undefined => {
    const counts = all.flatMap(({ meta }) => meta?.[name] ?? []);
    return counts.length === 0 ? undefined : counts.reduce((total, one) => total + one, 0);
  };
  const [lost, doubled] = [sum('lost'), sum('doubled')];
  return { ...(lost === undefined ? {} : { lost }), ...(doubled === undefined ? {} : { doubled }) };
}
