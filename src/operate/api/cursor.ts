import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ApiProblem } from './problem.ts';

/** A place in the answers of one query, opaque to who holds it. */
const Cursor = z.tuple([z.literal(1), z.string().max(200), z.string()]);

/** Longest cursor that is looked at, in characters. */
const LONGEST = 600;

/** A digest of what makes two queries one: all of their parameters but the cursor and the count. */
export function queryDigest(query: Readonly<Record<string, unknown>>): string {
  const { cursor: _cursor, limit: _limit, ...rest } = query;
  const sorted = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url').slice(0, 12);
}

/** The cursor behind a place. */
export function cursorAt(place: string, digest: string): string {
  return Buffer.from(JSON.stringify([1, place, digest])).toString('base64url');
}

/** The place of a cursor. @throws ApiProblem where it is broken, or of another query */
export function placeOf(cursor: string, digest: string): string {
  const read = Cursor.safeParse(cursor.length > LONGEST ? undefined : parseJson(cursor));
  if (!read.success) {
    throw new ApiProblem('invalid-cursor', 'Give back `next` as it came, or leave the cursor out');
  }
  const [, place, of] = read.data;
  if (of === digest) return place;
  throw new ApiProblem('invalid-cursor', 'The cursor belongs to a query with other parameters');
}

function parseJson(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
