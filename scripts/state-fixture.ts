/**
 * Writes the state of this version to test/fixtures, as the `backup` command makes it:
 * `node --import tsx scripts/state-fixture.ts FILE`. Once a version is released its file stays as it
 * is: later versions are held to reading it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { UsageError } from '../src/errors.ts';
import { OLD_ARTICLES, oldInstallation } from '../test/e2e/state-fixture.ts';

const [file] = process.argv.slice(2);
if (file === undefined) throw new UsageError('Name the file to write');
const folder = mkdtempSync(join(tmpdir(), 'marsad-state-'));
const { run, close } = await oldInstallation(folder, OLD_ARTICLES);
for (const call of [
  ['run', '--drain'],
  ['backup', resolve(file)],
]) {
  const { stdout, stderr } = await run(...call);
  process.stdout.write(stdout + stderr);
}
close();
rmSync(folder, { recursive: true, force: true });
