// Runs the tests of the table of faults in their whole form and prints it: `npm run test:faults
// [-- ROW…]`, of some rows alone where they are named. Ends with status 1 where a row is not good.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { resultOf, type TestResult } from './results.ts';
import { FAULTS } from './table.ts';

const wanted = process.argv.slice(2).map(Number);
const rows = FAULTS.filter(({ row }) => wanted.length === 0 || wanted.includes(row));
const files = [...new Set(rows.flatMap(({ tests }) => Object.keys(tests)))].toSorted();
const folder = mkdtempSync(join(tmpdir(), 'marsad-faults-'));
const output = join(folder, 'results.json');
const startedAt = Date.now();

const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
// The whole form of what has one: the short one is part of `npm test`.
const env = { MARSAD_FAULTS: 'whole', KILLS: '20', RECORDS: '10000', ...process.env };
spawnSync('npx', ['vitest', 'run', ...files, ...reporters], { stdio: ['ignore', 2, 2], env });

interface Report {
  readonly testResults: readonly { name: string; assertionResults: readonly TestResult[] }[];
}
const { testResults }: Report = JSON.parse(readFileSync(output, 'utf8'));
rmSync(folder, { recursive: true });
const run = new Map(
  testResults.map(({ name, assertionResults }) => [
    relative(process.cwd(), name),
    assertionResults,
  ]),
);

const lines = rows.map((fault) => {
  const { row, result, tests, lost, doubled } = resultOf(fault, run);
  const counts = [lost, doubled].map((count) => (count === undefined ? '-' : String(count)));
  return { cells: [row, fault.fault, fault.done, result, tests, ...counts], result };
});
const heads = ['row', 'fault', 'done', 'result', 'tests', 'lost', 'doubled'];
const table = [heads, heads.map(() => '---'), ...lines.map(({ cells }) => cells)];
process.stdout.write(`${table.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
const bad = lines.filter(({ result }) => result !== 'good').length;
const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
process.stdout.write(`${lines.length - bad} of ${lines.length} rows good, in ${minutes} minutes\n`);
process.exitCode = bad > 0 ? 1 : 0;
