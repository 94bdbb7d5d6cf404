import type { SourceState } from './console-data.ts';

/** Heads of the table of backfills. */
export const BACKFILL_HEADS = [
  'PAST OF',
  'SINCE',
  'UNTIL',
  'STATE',
  'ASKED',
  'FAILED',
  'MET',
  'NEW',
  'LEFT',
] as const;

/** The row of a source whose past was fetched in the last month; none for others. */
export function backfillRow({ id, backfill }: SourceState): string[][] {
  if (!backfill) return [];
  const { since, until, endedAt, asked, failed, met, fresh, left } = backfill;
  const numbers = [asked, failed, met, fresh, left].map(String);
  const days = [since, until].map((at) => at.slice(0, 'YYYY-MM-DD'.length));
  const state = endedAt === undefined ? 'looking' : left > 0 ? 'fetching' : 'done';
  return [[id, ...days, state, ...numbers]];
}
