import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';

/** A file or URL that a command was given. */
export interface Input {
  /** The path as it was given, or the URL. */
  readonly file: string;
  readonly isUrl: boolean;
}

/**
 * The inputs that arguments name: a URL, a file, or every file of a folder (and its folders) whose
 * name ends in one of `endings`; where none does, every file.
 * @throws UsageError where a path does not exist.
 */
export function inputsOf(names: readonly string[], endings: readonly string[]): Input[] {
  return names.flatMap((name): Input[] => {
    if (/^https?:\/\//iu.test(name)) return [{ file: name, isUrl: true }];
    const stat = statSync(name, { throwIfNoEntry: false });
    if (!stat) throw new UsageError(`No file or folder ${name}`);
    const paths = stat.isDirectory() ? filesOf(name, endings) : [name];
    return paths.map((file) => ({ file, isUrl: false }));
  });
}

function filesOf(folder: string, endings: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const fitting = files.filter((file) => endings.some((ending) => file.endsWith(ending)));
  return fitting.length > 0 ? fitting : files;
}

/** The lines of standard input, blank ones left out. */
export async function standardInputLines(): Promise<string[]> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return text.split('\n').filter((line) => line.trim() !== '');
}

/** The largest saved document that is read: twice what a site may answer. */
const LARGEST_BYTES = 20_000_000;

/** Bytes of a saved document; one over the bound is cut there. */
export async function readBytes(file: string): Promise<Buffer> {
  const bytes = await readFile(file);
  return bytes.subarray(0, LARGEST_BYTES);
}
