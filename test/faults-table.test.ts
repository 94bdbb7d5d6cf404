import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { resultOf } from './faults/results.ts';
import { FAULTS } from './faults/table.ts';

/** What the design promises to stand. */
const ROWS = 52;

it('has every row once, in order', () => {
  expect(FAULTS.map(({ row }) => row)).toEqual(Array.from({ length: ROWS }, (_, at) => at + 1));
});

it('names files and titles that exist', () => {
  const named = FAULTS.flatMap(({ row, tests }) =>
    Object.entries(tests).flatMap(([file, titles]) =>
      titles.map((title) => ({ row, file, title })),
    ),
  );
  expect(named.length).toBeGreaterThan(ROWS);
  const unknown = named.filter(
    ({ file, title }) => !existsSync(file) || !readFileSync(file, 'utf8').includes(title),
  );
  expect(unknown).toEqual([]);
});

it('leaves out no test of faults', () => {
  const files = readdirSync('test/faults').filter((name) => name.endsWith('.test.ts'));
  const named = new Set(FAULTS.flatMap(({ tests }) => Object.keys(tests)));
  expect(files.map((name) => `test/faults/${name}`).filter((file) => !named.has(file))).toEqual([]);
});

const row = { row: 1, fault: '', done: '', tests: { 'a.test.ts': ['ends on %s, in time'] } };

it.each([
  ['good', { result: 'good', tests: 2, seconds: 3, lost: 0, doubled: 1 }, ['passed', 'passed']],
  ['failed', { result: 'failed', tests: 2, seconds: 3, lost: 0, doubled: 1 }, ['passed', 'failed']],
  ['not run where no test has the title', { result: 'not run', tests: 0, seconds: 0 }, []],
])('a row is %s', (_name, wanted, statuses) => {
  const results = statuses.map((status, at) => ({
    fullName: `a block ends on (${at}), in time`,
    status,
    ms: 1500,
    meta: at === 0 ? { lost: 0, doubled: 1 } : {},
  }));
  const other = { fullName: 'another ends on nothing', status: 'failed', ms: 9000 };
  expect(resultOf(row, new Map([['a.test.ts', [...results, other]]]))).toEqual({
    row: 1,
    ...wanted,
  });
});
