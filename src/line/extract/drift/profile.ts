import type { PageObservation } from './observation.ts';
import type { LevelCounts, Levels } from './sign.ts';
import { levelsOf } from './sign.ts';

/** A drift that stands: the source's pages read otherwise than its past ones did. */
export interface Drift {
  /** ISO instant at which it was found. */
  readonly since: string;
  /** Names of the signs, as `sign.ts` has them. */
  readonly signs: readonly string[];
  /** Pages read since. */
  readonly pages: number;
}

/** One of the latest pages. */
export interface RecentPage {
  readonly address: string;
  readonly levels: Levels;
  /** Hashes of its paragraphs. */
  readonly paragraphs: readonly string[];
}

/** How a source's pages are read: its past as counts, its latest pages one by one. Bounded. */
export interface SourceProfile {
  readonly past: Readonly<Record<string, LevelCounts>>;
  /** The latest last. */
  readonly recent: readonly RecentPage[];
  readonly drift?: Drift | undefined;
}

/** The latest pages that are held against the past: a drift is to be known within as many. */
export const RECENT_PAGES = 20;

/** Counts are halved there, so that a season's past fades. */
const MOST_COUNTED = 400;

/** Most places of one sign that are kept; those seen least go first. */
const MOST_PLACES = 24;

/** Pages in whose texts a paragraph must stand, this one left out, to recur. */
const RECURS_ON = 2;

export const EMPTY_PROFILE: SourceProfile = { past: {}, recent: [] };

/** Takes a page among the latest; the oldest of them becomes past, but while a drift stands. */
export function takePage(profile: SourceProfile, observation: PageObservation): SourceProfile {
  const { address } = observation;
  const page = {
    address,
    levels: levelsOf(observation, recurringShare(observation, profile.recent)),
    paragraphs: observation.paragraphs.map(({ hash }) => hash),
  };
  const others = profile.recent.filter((one) => one.address !== address);
  const recent = [...others, page];
  const [oldest] = recent;
  if (recent.length <= RECENT_PAGES || !oldest) return { ...profile, recent };
  const past = profile.drift ? profile.past : countLevels(profile.past, oldest.levels);
  return { ...profile, past, recent: recent.slice(1) };
}

/** The past that pages make by themselves. */
export function pastOf(pages: readonly RecentPage[]): SourceProfile['past'] {
  return pages.reduce<SourceProfile['past']>((past, { levels }) => countLevels(past, levels), {});
}

/** Share of the looked-at text that the site repeats, or that other latest pages hold too. */
function recurringShare(
  { paragraphs, address }: PageObservation,
  recent: readonly RecentPage[],
): number {
  const others = recent.filter((page) => page.address !== address);
  const recurs = (hash: string): boolean =>
    others.filter((page) => page.paragraphs.includes(hash)).length >= RECURS_ON;
  const all = paragraphs.reduce((sum, { length }) => sum + length, 0);
  const again = paragraphs
    .filter(({ hash, isBoilerplate }) => isBoilerplate || recurs(hash))
    .reduce((sum, { length }) => sum + length, 0);
  return all === 0 ? 0 : again / all;
}

function countLevels(past: SourceProfile['past'], levels: Levels): SourceProfile['past'] {
  const counted = Object.entries(levels).map(([sign, level]): [string, LevelCounts] => {
    const before = past[sign] ?? {};
    return [sign, bounded({ ...before, [level]: (before[level] ?? 0) + 1 })];
  });
  return { ...past, ...Object.fromEntries(counted) };
}

function bounded(counts: LevelCounts): LevelCounts {
  const entries = Object.entries(counts);
  const all = entries.reduce((sum, [, count]) => sum + count, 0);
  const kept =
    entries.length <= MOST_PLACES
      ? entries
      : entries.toSorted(([, one], [, other]) => other - one).slice(0, MOST_PLACES);
  if (all < MOST_COUNTED) return Object.fromEntries(kept);
  return Object.fromEntries(kept.map(([level, count]) => [level, Math.ceil(count / 2)]));
}
