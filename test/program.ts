import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['src', 'crawlers'];
const BUILT = join(ROOT, 'dist/src/cli/main.js');

/** When a file of a folder or below it was last written, in milliseconds since 1970. */
function newest(folder: string): number {
  const files = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return Math.max(...files.map((file) => statSync(join(ROOT, folder, file)).mtimeMs));
}

/** Whether what was built is of the sources as they are now. */
export const isBuilt: boolean = (() => {
  const built = statSync(BUILT, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.every((folder) => newest(folder) < built);
})();

/**
 * The arguments with which Node runs the program: what was built, as it is shipped, if no source
 * is newer than that; otherwise the sources, which take twice as long to start.
 */
export const PROGRAM: readonly string[] = isBuilt
  ? [BUILT]
  : ['--import', import.meta.resolve('tsx'), join(ROOT, 'src/cli/main.ts')];
