import { relative } from 'node:path';
import type { TaskMeta } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { type Counted, type RowResult, resultOf, type TestResult } from './results.ts';
import type { FaultRow } from './table.ts';

const HEADS = ['row', 'fault', 'done', 'result', 'tests', 'lost', 'doubled', 'seconds'];

/** Tells of each row of the table of faults as soon as the last file of its tests has ended. */
export class RowReporter implements Reporter {
  readonly #waiting: Set<FaultRow>;
  readonly #run = new Map<string, readonly TestResult[]>();
  readonly #print: (line: string) => void;
  /** How each row fared that was told of. */
  readonly results: RowResult[] = [];

  constructor(rows: readonly FaultRow[], print: (line: string) => void) {
    this.#waiting = new Set(rows);
    this.#print = print;
  }

  onTestRunStart(): void {
    this.#print(lineOf(HEADS));
    this.#print(lineOf(HEADS.map(() => '---')));
  }

  onTestModuleEnd(file: TestModule): void {
    const name = relative(process.cwd(), file.moduleId);
    this.#run.set(name, [...file.children.allTests()].map(testOf));
    for (const row of this.#waiting) {
      if (Object.keys(row.tests).every((one) => this.#run.has(one))) this.#tell(row);
    }
  }

  /** Rows of files that never came to their end were not run. */
  onTestRunEnd(): void {
    for (const row of this.#waiting) this.#tell(row);
  }

  #tell(row: FaultRow): void {
    this.#waiting.delete(row);
    const found = resultOf(row, this.#run);
    this.results.push(found);
    const { result, tests, lost, doubled, seconds } = found;
    const counts = [lost, doubled].map((count) => (count === undefined ? '-' : String(count)));
    this.#print(lineOf([row.row, row.fault, row.done, result, tests, ...counts, seconds]));
  }
}

const lineOf = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;

function testOf(test: TestCase): TestResult {
  const meta: TaskMeta & Counted = test.meta();
  return {
    fullName: test.fullName,
    status: test.result().state,
    ms: test.diagnostic()?.duration ?? 0,
    meta,
  };
}
