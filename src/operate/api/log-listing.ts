import type { ArticleRecord } from '../../record/article.ts';
import type { ApiPorts, IsWanted } from './ports.ts';
import { ApiProblem } from './problem.ts';

/** Entries of the log that one request looks at: then it answers with what it has, and a cursor. */
export const SCANNED_MOST = 5000;

/** How long one request looks: long records, or a busy machine, must not keep its reader waiting. */
const SCAN_MS = 2000;

/** Entries read in one turn. */
const BATCH = 250;

/** Which records are listed, and from where on. */
export interface ListRequest {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly limit: number;
  /** Where the page before ended. */
  readonly place: string | undefined;
  readonly isWanted: IsWanted;
}

/** Records in order, the place to go on from, none at the end, and how many were scanned. */
export interface Listed {
  readonly found: readonly ArticleRecord[];
  readonly next: string | undefined;
  readonly scanned: number;
}

/** A place in the log: a time in ms, and a number within it. */
const POSITION = /^\d{1,15}(?:-\d{1,15})?$/u;

/**
 * The articles of the log in their newest revision, the one that changed last first; at most
 * {@link SCANNED_MOST} entries are scanned, and no batch is begun after {@link SCAN_MS}.
 * @throws ApiProblem where `place` is no place in the log
 */
export async function listByTime(
  { before, record: read }: Pick<ApiPorts, 'before' | 'record'>,
  { place, from, to, limit, isWanted }: ListRequest,
): Promise<Listed> {
  if (place !== undefined && !POSITION.test(place)) throw brokenCursor();
  const oldest = from === undefined ? '-' : String(Date.parse(from));
  const until = performance.now() + SCAN_MS;
  let at = place ?? (to === undefined ? '+' : String(Date.parse(to)));
  let scanned = 0;
  const found: ArticleRecord[] = [];
  do {
    const entries = await before(at, BATCH, oldest);
    const records = await Promise.all(entries.map(({ id }) => read(id)));
    for (const [index, entry] of entries.entries()) {
      const record = records[index];
      at = entry.at;
      scanned += 1;
      // An article stands where its newest revision does, and is listed there alone.
      if (record?.revision !== entry.revision || !isWanted(record)) continue;
      found.push(record);
      if (found.length === limit) return { found, next: at, scanned };
    }
    if (entries.length < BATCH) return { found, next: undefined, scanned };
  } while (scanned < SCANNED_MOST && performance.now() < until);
  return { found, next: at, scanned };
}

const brokenCursor = (): ApiProblem =>
  new ApiProblem('invalid-cursor', 'The cursor names no place of the log');
