import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { Verification } from '../record/verification.ts';

/** What is known of sources and entries, by id. */
export type Verifications = ReadonlyMap<string, Verification>;

const Book = z.record(z.string().max(60), Verification);

/** A thousand sources have some 300 KB. */
const LARGEST_FILE = 20_000_000;

/** The file beside `sources/` that `sources verify` writes. */
function verificationFile(config: string): string {
  return join(config, 'verified.json');
}

/** Reads what trials gave; empty without the file. @throws ConfigError where it is broken */
export function readVerifications(config: string): Verifications {
  const file = verificationFile(config);
  if (!existsSync(file)) return new Map();
  try {
    if (statSync(file).size > LARGEST_FILE) throw new RangeError(`over ${LARGEST_FILE} bytes`);
    return new Map(Object.entries(Book.parse(JSON.parse(readFileSync(file, 'utf8')))));
  } catch (cause) {
    throw new ConfigError(`${file} cannot be read: ${firstLine(cause)}`, {
      cause,
      hint: 'Move it away; marsad sources verify writes it anew.',
    });
  }
}

/**
 * Writes down what trials gave, in one step, beside what is known of others. Without any it proves
 * that the file can be written.
 * @throws ConfigError where the folder cannot be written to, or the file there is broken
 */
export function writeVerifications(config: string, news: Verifications): void {
  const file = verificationFile(config);
  const all = [...readVerifications(config), ...news];
  const sorted = Object.fromEntries(all.toSorted(([one], [other]) => (one < other ? -1 : 1)));
  const half = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(config, { recursive: true });
    writeFileSync(half, `${JSON.stringify(sorted, null, 2)}\n`);
    renameSync(half, file);
  } catch (cause) {
    throw new ConfigError(`${file} cannot be written: ${firstLine(cause)}`, {
      cause,
      hint: 'Make the folder writable, or name another with --config.',
    });
  }
}

const firstLine = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
