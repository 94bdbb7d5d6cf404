// Runs `npm test` as CI does. Where up to three test files fail, they run once more, alone: a process
// test that a stalled machine made fail passes then, and is named; a fault fails twice and ends with 1.
// Needs nothing but Node. Usage: node scripts/ci.mjs
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** More than these fail by a fault, not by a stalled machine: a second run would only cost time. */
const MOST = 3;

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (text) => process.stderr.write(`ci: ${text}\n`);

/** Runs a command at the project's root, its output shown; the status that it ended with. */
function run(command, ...args) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  return status ?? 1;
}

/** The files of vitest's JSON report `file` that failed; none where the tests were not reached. */
function failedFiles(file) {
  if (!existsSync(file)) return [];
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  return testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => relative(root, name));
}

/** The whole suite; its status, and the files that failed. */
function wholeSuite() {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-ci-'));
  try {
    const report = join(folder, 'report.json');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const status = run('npm', 'test', '--', ...reporters);
    return { status, failed: status === 0 ? [] : failedFiles(report) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const { status, failed } = wholeSuite();
if (status === 0 || failed.length === 0 || failed.length > MOST) process.exit(status);

say(`failed, and run once more alone: ${failed.join(' ')}`);
const again = failed.filter((file) => run('npx', 'vitest', 'run', file) !== 0);
if (again.length > 0) {
  say(`failed twice: ${again.join(' ')}`);
  process.exit(1);
}
say(
  `passed at the second run: ${failed.join(' ')}. These depend on the machine's speed: mend them.`,
);
