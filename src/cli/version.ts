import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../errors.ts';

/** The version in the nearest package.json above this file: in `src/` and in `dist/src/` alike. */
export const version = readVersion(dirname(fileURLToPath(import.meta.url)));

function readVersion(folder: string): string {
  try {
    const text = readFileSync(join(folder, 'package.json'), 'utf8');
    return String(JSON.parse(text).version);
  } catch {
    if (dirname(folder) === folder) throw new ConfigError('No package.json above the program');
    return readVersion(dirname(folder));
  }
}
