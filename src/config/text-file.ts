import { readFileSync } from 'node:fs';
import { ConfigError } from '../errors.ts';

/**
 * The text of a settings or source file, without a byte-order mark.
 * @throws ConfigError where it is no UTF-8: read as such, every Arabic letter would be lost
 */
export function readTextFile(file: string): string {
  const bytes = readFileSync(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ConfigError(`${file}: the file is no UTF-8`, {
      hint: 'Save it as UTF-8, for example: iconv -f windows-1256 -t utf-8 FILE.',
      context: { file },
    });
  }
}
