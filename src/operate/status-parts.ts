import type { HubState } from '../record/health.ts';
import type { SourceState } from './console-data.ts';
import { plainText } from './plain-text.ts';

// Parts of the screen of `marsad status` that only some sources have: rows of tables, and lines of text.

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

/** What stands above the rows of hubs. */
export const HUB_HEADS = ['HUB OF', 'STATE', 'MEANS'] as const;

/** What the state of a hub means for how its source is followed. */
const HUB_MEANS: Readonly<Record<Exclude<HubState, 'none'>, string>> = {
  asked: 'has not verified the subscription yet',
  live: 'pushes; polls go on as before until it has proven itself',
  proven: 'pushes what is new; polls are slower',
  distrusted: 'left out what polls found; polls are as before',
  denied: 'refused the subscription; polls are as before',
};

/** The hub of a source in cells; one whose feeds name no hub has no row. */
export function hubRow({ id, enabled, health: { hub } }: SourceState): string[][] {
  return !enabled || hub === undefined || hub === 'none' ? [] : [[id, hub, HUB_MEANS[hub]]];
}

/** The line of a source whose readings wait for the operator. */
export function heldPart({ id, held = 0 }: SourceState): string[] {
  if (held === 0) return [];
  return [`${id}: ${held} readings are held back: marsad held list --source ${id}`];
}

/** The lines of a source that is visited too seldom, or whose first route leaves articles out. */
export function missedPart({ id, health }: SourceState): string[] {
  const { day = '', fallenOut = 0, unlisted = 0 } = health.missed ?? {};
  const lines: string[] = [];
  if (fallenOut > 0) {
    lines.push(`${id}: on ${day} some ${fallenOut} articles came and went between two visits`);
    lines.push('  Give the source a further route, or visit it more often.');
  }
  if (unlisted > 0) {
    lines.push(`${id}: on ${day} its first route left out ${unlisted} articles that another had`);
    lines.push('  Keep the other route; put it first where it is the fuller one.');
  }
  return lines.length > 0 ? [lines.map(plainText).join('\n')] : [];
}
