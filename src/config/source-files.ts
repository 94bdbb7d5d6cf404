import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ConfigError } from '../errors.ts';

/** The source files of a folder, and what stands in their place and cannot be one. */
export interface SourceFiles {
  readonly files: readonly string[];
  readonly faults: readonly ConfigError[];
}

/** A source's id: its file's name. */
export function sourceIdOf(file: string): string {
  return basename(file).replace(/\.ya?ml$/u, '');
}

/** Larger is no source file (some 2 KB); it is not even opened. */
const LARGEST_BYTES = 1_000_000;

/** Finds `sources/*.yaml` in the order of their names; an entry that is no file is a fault and stops no other. */
export function sourceFiles(folder: string): SourceFiles {
  const sources = join(folder, 'sources');
  if (!existsSync(sources)) return { files: [], faults: [] };
  const files = new Map<string, string>();
  const faults: ConfigError[] = [];
  const names = readdirSync(sources).filter((name) => !name.startsWith('.'));
  for (const name of names.sort()) {
    if (!/\.ya?ml$/u.test(name)) {
      const fault = strayFault(join(sources, name));
      if (fault) faults.push(fault);
      continue;
    }
    const file = join(sources, name);
    const id = sourceIdOf(file);
    const first = files.get(id);
    const fault = faultOf(file) ?? (first && sameId(file, first));
    if (fault) faults.push(fault);
    else files.set(id, file);
  }
  return { files: [...files.values()], faults };
}

function sameId(file: string, first: string): ConfigError {
  return faulty(
    file,
    `source ${sourceIdOf(file)} has a file already, ${first}`,
    'Keep one of them.',
  );
}

/** The fault of an entry that looks like a source's file by its name and is none; other names are ignored. */
function strayFault(file: string): ConfigError | undefined {
  if (/\.ya?ml$/iu.test(file)) {
    return faulty(file, 'expected a name that ends in .yaml or .yml', 'Rename the file.');
  }
  const isFolder = statSync(file, { throwIfNoEntry: false })?.isDirectory();
  if (!isFolder) return undefined;
  return faulty(file, 'expected a file, found a folder', 'Source files stand in sources/ itself.');
}

/** What is wrong with an entry of the folder before it is opened: a pipe would be waited for. */
function faultOf(file: string): ConfigError | undefined {
  try {
    const found = statSync(file);
    if (!found.isFile()) {
      return faulty(file, `expected a file, found ${kindOf(found)}`, 'Move it out of sources/.');
    }
    if (found.size <= LARGEST_BYTES) return undefined;
    const what = `at most ${LARGEST_BYTES} bytes, found ${found.size}`;
    return faulty(file, what, 'A source file has some lines; move this one away.');
  } catch (error) {
    return faulty(file, linkFault(error), 'Mend or remove the link.');
  }
}

function linkFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'a link that leads to nothing';
  if (code === 'ELOOP') return 'a link that leads to itself';
  return `cannot be looked at (${String(error)})`;
}

function kindOf(found: ReturnType<typeof statSync>): string {
  if (found?.isDirectory()) return 'a folder';
  if (found?.isFIFO()) return 'a named pipe';
  return found?.isSocket() ? 'a socket' : 'a device';
}

function faulty(file: string, what: string, hint: string): ConfigError {
  return new ConfigError(`${file}: ${what}`, { hint, context: { file } });
}
