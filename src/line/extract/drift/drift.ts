import type { PageObservation } from './observation.ts';
import {
  type Drift,
  EMPTY_PROFILE,
  pastOf,
  RECENT_PAGES,
  type RecentPage,
  type SourceProfile,
  takePage,
} from './profile.ts';
import { fieldSign, pagesOf, SIGNS, usualness } from './sign.ts';

/** What a page's observation taught. */
export interface DriftJudgement {
  readonly profile: SourceProfile;
  /** What changed with this page. `accepted`: the new template is the source's usual one by now. */
  readonly change?: 'drifted' | 'recovered' | 'accepted';
  /** Why this very reading is under the source's floor: its record is not to be published unseen. */
  readonly underFloor: readonly string[];
  /** True where it is not under the floor, and a few more pages like it would be. */
  readonly isOdd: boolean;
  /** Addresses of odd pages before this one that, as it shows, are under the floor as well. */
  readonly alsoUnder: readonly string[];
}

/** The fewest pages of a past that something can be held against: with fewer, chance speaks. */
const PAST_LEAST = 20;

/** How usual a level may be to count as unusual. */
const RARE = 0.05;

/**
 * How many of the latest 20 pages must show a sign, by how usual it was. By chance alone one in ten
 * million windows would; but news comes in runs (a day of one kind of page), so that more is asked
 * for than chance needs. A drift is over once its signs are back at `normal`: as many of the latest
 * ten pages as chance shows in 19 windows of 20.
 */
const TIERS = [
  { usual: RARE, pages: 12, normal: 1 },
  { usual: 0.15, pages: 16, normal: 3 },
  { usual: 0.3, pages: 19, normal: 5 },
] as const;

/** Pages that must read as before until a drift is over, and how many of them may be short items. */
const RECOVERY = { pages: 10, short: 1 } as const;

/** A drift by places alone, with every field read as before, is the new usual after so many pages. */
const ACCEPTED_PLACES = 40;

/** What nobody mended for so many pages is how the site is now: it gave up printing authors, say. */
const ACCEPTED = 200;

/** Takes a page into the source's profile and judges both. Pure. */
export function judgePage(
  before: SourceProfile | undefined,
  observation: PageObservation,
  now: Date,
): DriftJudgement {
  const profile = takePage(before ?? EMPTY_PROFILE, observation);
  const shown = profile.recent.map((page) => showOf(page, profile));
  const judged = profile.drift
    ? followDrift(profile, profile.drift, shown)
    : findDrift(profile, shown, now);
  const underFloor = floorOf(shown, judged.profile.drift !== undefined);
  const isOdd = underFloor.length === 0 && shown.slice(-1).some((page) => harmOf(page).length > 0);
  const late = lateUnder(shown, { underFloor, change: judged.change });
  const alsoUnder = profile.recent.filter((_, at) => late.has(at)).map(({ address }) => address);
  return { ...judged, underFloor, isOdd, alsoUnder };
}

/**
 * Places of odd pages that the latest one explains: all that the window of a drift holds, once it is
 * found; before that those of the row by whose sign the latest page is under the floor.
 */
function lateUnder(
  shown: readonly Shown[],
  { underFloor, change }: { underFloor: readonly string[]; change: DriftJudgement['change'] },
): ReadonlySet<number> {
  const last = shown.length - 1;
  const first = change === 'drifted' ? 0 : Math.max(0, last - ODD_PAGES);
  const explains = (name: string): boolean => change === 'drifted' || underFloor.includes(name);
  const places = shown.flatMap((page, at) =>
    at >= first && at < last && harmOf(page).some(explains) ? [at] : [],
  );
  return new Set(places);
}

/**
 * The signs by which a reading is under the floor of a profile that holds it already: what later pages
 * taught counts too, such as that the drift is over. Pure.
 */
export function floorSigns(
  profile: SourceProfile,
  observation: PageObservation,
): readonly string[] {
  const taken = takePage(profile, observation);
  const shown = taken.recent.map((page) => showOf(page, taken));
  return floorOf(shown, taken.drift !== undefined);
}

type Judged = Pick<DriftJudgement, 'profile' | 'change'>;

/** What a page shows: how usual each of its levels is, and whether it is a short item. */
interface Shown {
  readonly unusual: ReadonlyMap<string, number>;
  readonly isShort: boolean;
}

function findDrift(profile: SourceProfile, shown: readonly Shown[], now: Date): Judged {
  const signs = driftSigns(shown);
  if (signs.length === 0) return { profile };
  const drift = { since: now.toISOString(), signs, pages: 0 };
  return { profile: { ...profile, drift }, change: 'drifted' };
}

/** The signs that the latest pages show more often than the past lets expect. */
function driftSigns(shown: readonly Shown[]): string[] {
  const often = SIGNS.filter(({ name }) =>
    TIERS.some(({ usual, pages }) => countOf(name, shown, usual) >= pages),
  ).map(({ name }) => name);
  const short = shown.filter(({ isShort }) => isShort);
  return short.length >= RECENT_PAGES ? [...new Set([...often, 'length'])] : often;
}

const countOf = (name: string, shown: readonly Shown[], usual: number): number =>
  shown.filter(({ unusual }) => (unusual.get(name) ?? 1) <= usual).length;

function followDrift(profile: SourceProfile, before: Drift, shown: readonly Shown[]): Judged {
  const pages = before.pages + 1;
  const standing = standingSigns(before, pages, shown);
  if (standing.length === 0) {
    return {
      profile: { past: profile.past, recent: latestOf(profile.recent) },
      change: 'recovered',
    };
  }
  const isOfPlaces = before.signs.every((name) => name.startsWith('place of '));
  if (pages >= (isOfPlaces ? ACCEPTED_PLACES : ACCEPTED)) {
    return { profile: { past: pastOf(profile.recent), recent: [] }, change: 'accepted' };
  }
  const signs = [...new Set([...standing, ...driftSigns(shown)])];
  return { profile: { ...profile, drift: { ...before, pages, signs } } };
}

const latestOf = <T>(pages: readonly T[]): readonly T[] => pages.slice(-RECOVERY.pages);

/**
 * The signs that the latest pages show; all of the drift's until there are enough pages. Pages that
 * are wrong by a sign of harm that the drift did not have are no recovery; and where they hold no
 * article, they tell nothing of its other signs.
 */
function standingSigns(
  { signs }: Drift,
  pages: number,
  shown: readonly Shown[],
): readonly string[] {
  if (pages < RECOVERY.pages) return signs;
  const latest = latestOf(shown);
  const isShort = latest.filter((page) => page.isShort).length > RECOVERY.short;
  const watched = [...new Set([...signs, ...WRONG, ...NEEDED])];
  const standing = watched.filter(
    (name) =>
      TIERS.some(({ usual, normal }) => countOf(name, latest, usual) > normal) ||
      (name === 'length' && isShort && signs.includes(name)),
  );
  return standing.includes('article') ? [...new Set([...signs, ...standing])] : standing;
}

/** A short item says little of its template. */
function showOf({ levels }: RecentPage, { past }: SourceProfile): Shown {
  const all = new Map<string, number>();
  for (const sign of SIGNS) {
    const level = levels[sign.name];
    const known = past[sign.name];
    if (level === undefined || known === undefined || pagesOf(known) < PAST_LEAST) continue;
    all.set(sign.name, usualness(sign, level, known));
  }
  if (!isShortBy(all)) return { unusual: all, isShort: false };
  return { unusual: new Map([...all].filter(([name]) => OF_SHORT.has(name))), isShort: true };
}

/** What a short item is judged by: a flash or a gallery has few fields, and is itself all the same. */
const OF_SHORT: ReadonlySet<string> = new Set([
  'article',
  'headline agreement',
  'text agreement',
  'boilerplate',
]);

/** Shorter than usual where nothing was left on the page that might have been the text. */
function isShortBy(unusual: ReadonlyMap<string, number>): boolean {
  const isRare = (name: string): boolean => (unusual.get(name) ?? 1) <= RARE;
  return isRare('length') && !isRare('prose left out') && !isRare('text agreement');
}

/** Pages in a row with one and the same wrong sign before a further one is held for it alone. */
const ODD_PAGES = 2;

/**
 * The signs by which the latest page is under the floor. While the source has drifted one is enough;
 * before that two, or one that the pages right before it had too: one odd page is the site's own.
 */
function floorOf(shown: readonly Shown[], isDrifted: boolean): readonly string[] {
  const latest = shown.at(-1);
  if (!latest) return [];
  const signs = harmOf(latest);
  if (isDrifted) return signs;
  const wrong = signs.filter((name) => WRONG.has(name) || LOSING.has(name));
  if (wrong.length >= 2) return wrong;
  const before = shown.slice(-1 - ODD_PAGES, -1).map(harmOf);
  return wrong.filter((name) => before.every((one) => one.includes(name)));
}

const WRONG: ReadonlySet<string> = new Set(
  SIGNS.filter(({ isWrong }) => isWrong).map(({ name }) => name),
);

/** What no record of a source goes without that always had it; and what a page must be. */
const NEEDED: ReadonlySet<string> = new Set([
  'article',
  fieldSign('headline'),
  fieldSign('datePublished'),
]);

/** Signs by which a page's text would be lost, or the most of it. */
const LOSING: ReadonlySet<string> = new Set(['length', 'article']);

/** Fields of which two must be missing before a record is too poor. */
const SOFT: ReadonlySet<string> = new Set(
  ['author', 'articleSection', 'description', 'image'].map(fieldSign),
);

/** Signs of one page by which its record would be wrong or far poorer than the source's others. */
function harmOf({ unusual }: Shown): readonly string[] {
  const rare = [...unusual].filter(([, usual]) => usual <= RARE).map(([name]) => name);
  const harm = rare.filter((name) => WRONG.has(name) || NEEDED.has(name));
  const isMissed = rare.includes('length') && rare.includes('prose left out');
  const soft = rare.filter((name) => SOFT.has(name));
  return [...harm, ...(isMissed ? ['length'] : []), ...(soft.length >= 2 ? soft : [])];
}
