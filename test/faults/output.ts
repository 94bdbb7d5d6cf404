import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a test looks at of a record. */
export interface OutputRecord {
  readonly id: string;
  readonly revision: number;
  readonly change: string;
  readonly url: string;
}

/**
 * The records in the file of an answer site's sink. Revisions that only say that a story turned out
 * to be another's are none of an article. @throws SyntaxError where a line is cut or joined
 */
export function outputOf(folder: string): OutputRecord[] {
  const file = join(folder, 'out.jsonl');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const lines = text.split('\n').slice(0, -1);
  return lines
    .map((line): OutputRecord => JSON.parse(line))
    .filter(({ change }) => change !== 'merged');
}
