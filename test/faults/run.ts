// Runs the tests of the table of faults in their whole form and prints its rows as they end: `npm run
// test:faults [-- ROW…]`, of some rows alone where they are named. Ends with status 1 where a row is not good.
import { startVitest } from 'vitest/node';
import { RowReporter } from './row-reporter.ts';
import { FAULTS } from './table.ts';

const wanted = process.argv.slice(2).map(Number);
const rows = FAULTS.filter(({ row }) => wanted.length === 0 || wanted.includes(row));
const files = [...new Set(rows.flatMap(({ tests }) => Object.keys(tests)))].toSorted();
const startedAt = Date.now();

// The whole form of what has one: the short one is part of `npm test`.
const whole = { MARSAD_FAULTS: 'whole', KILLS: '20', RECORDS: '10000' };
for (const [name, value] of Object.entries(whole)) process.env[name] ??= value;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const reporter = new RowReporter(rows, say);
// What the tests say goes beside the table.
const vitest = await startVitest(
  'test',
  files,
  { watch: false, reporters: [reporter, 'default'] },
  {},
  { stdout: process.stderr },
);
await vitest.close();

const bad = rows.length - reporter.results.filter(({ result }) => result === 'good').length;
const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
say(`${rows.length - bad} of ${rows.length} rows good, in ${minutes} minutes`);
process.exitCode = bad > 0 ? 1 : 0;
