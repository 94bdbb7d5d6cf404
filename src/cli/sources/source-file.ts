import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readYaml } from '../../config/yaml.ts';
import { ConfigError, UsageError } from '../../errors.ts';
import { Source } from '../../source.ts';

/** The form of an id: the file's name. */
const ID = /^[a-z0-9][a-z0-9-]{0,59}$/u;

/** The file of a source in a folder of configuration. @throws UsageError where the id is none */
export function sourceFile(config: string, id: string): string {
  if (!ID.test(id)) {
    throw new UsageError(`An id is up to 60 lower-case letters, digits and hyphens, found ${id}`);
  }
  const other = join(config, 'sources', `${id}.yml`);
  return existsSync(other) ? other : join(config, 'sources', `${id}.yaml`);
}

/** @throws UsageError where the file is there already */
export function refuseOverwrite(file: string): void {
  if (!existsSync(file)) return;
  throw new UsageError(`${file} is there already`, {
    hint: 'Overwrite it with --force, or choose another name with --id.',
  });
}

/**
 * Writes a source's file in one step, so that a running service never reads half of it.
 * @throws ConfigError where the text is no source, or the folder cannot be written to
 */
export function writeSource(file: string, text: string): void {
  readYaml(Source, { file, text });
  // What is left of it after a crash is no source's name, and the next write replaces it.
  const half = `${file}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(half, text);
    renameSync(half, file);
  } catch (cause) {
    throw new ConfigError(`${file} cannot be written (${codeOf(cause)})`, {
      cause,
      hint: 'Make the folder writable, or print the file with --dry-run.',
    });
  }
}

/** Two operators had the same file open, or somebody edited it: nothing was written. */
export class ChangedMeanwhileError extends ConfigError {
  override readonly code = 'CHANGED_MEANWHILE';
}

/**
 * Writes a source's file anew where it still has the text that the change was made from.
 * @throws ChangedMeanwhileError where somebody else has changed it since; ConfigError as `writeSource`
 */
export function replaceSource(
  file: string,
  { before, after }: { readonly before: string; readonly after: string },
): void {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== before) {
    throw new ChangedMeanwhileError(`${file} was changed by somebody else meanwhile`, {
      hint: 'Nothing was written. Look at the file as it is now, then do it again.',
    });
  }
  writeSource(file, after);
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
