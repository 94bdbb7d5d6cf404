import { type Candidate, isExact, isRelative } from './date-candidate.ts';

/** Dates that state one day, or one moment of it, and their weight together. */
export interface DateGroup {
  readonly members: readonly Candidate[];
  readonly weight: number;
}

/** Feed, page and byline print the same moment of one record, some of them without its seconds. */
const SAME_MS = 120_000;

/** A place of lower confidence only supports others: a text may mention any date. */
const LEAST_ALONE = 0.3;

/** Of two groups of about the same weight the earlier is the publication; the later is an update. */
const ABOUT_SAME = 0.5;

/** The day on which the dates agree. */
export function chooseDay(candidates: readonly Candidate[]): DateGroup | undefined {
  const exact = candidates.filter(isExact);
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const day = isExact(candidate) ? candidate.days[0] : dayAmong(candidate, exact);
    if (day) groups.set(day, [...(groups.get(day) ?? []), candidate]);
  }
  return heaviest([...groups.values()].map(groupOf));
}

/** A bare day may be that of UTC or of the zone: it joins the exact date that it can belong to. */
function dayAmong({ days }: Candidate, exact: readonly Candidate[]): string | undefined {
  const owner =
    exact.find((one) => one.days[0] === days[0]) ??
    exact.find((one) => one.days.some((day) => days.includes(day))) ??
    exact.find((one) => !isRelative(one) && days.includes(dayAfter(one)));
  return owner?.days[0] ?? days[0];
}

const DAY_MS = 86_400_000;

/** An evening article appears in the next day's print edition, whose day its address has. */
const dayAfter = ({ days }: Candidate): string =>
  new Date(Date.parse(`${days[0]}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** The moment that the dates of one day state; the day alone where none states a moment for sure. */
export function chooseMoment(day: DateGroup): DateGroup {
  const timed = day.members.filter(isExact);
  const told = timed.filter((candidate) => !isRelative(candidate));
  const exact = (told.length > 0 ? told : timed).toSorted(
    (a, b) => a.instant.getTime() - b.instant.getTime(),
  );
  const groups: Candidate[][] = [];
  for (const candidate of exact) {
    const last = groups.at(-1);
    const first = last?.[0];
    const isNear = first && candidate.instant.getTime() - first.instant.getTime() <= SAME_MS;
    if (last && isNear) last.push(candidate);
    else groups.push([candidate]);
  }
  return heaviest(groups.map(groupOf)) ?? groupOf(day.members.filter((one) => !isExact(one)));
}

function groupOf(members: readonly Candidate[]): DateGroup {
  const best = new Map<string, number>();
  for (const { family, confidence } of members) {
    best.set(family, Math.max(best.get(family) ?? 0, confidence));
  }
  const weights = [...best.values()].map(weightOf);
  return { members, weight: weights.reduce((sum, weight) => sum + weight, 0) };
}

/** The odds of independent places are multiplied (Bayes); a doubtful place lowers nothing. */
function weightOf(confidence: number): number {
  const sure = Math.min(confidence, 0.99);
  return Math.max(0.05, Math.log(sure / (1 - sure)));
}

function heaviest(groups: readonly DateGroup[]): DateGroup | undefined {
  const able = groups.filter(({ members }) =>
    members.some(({ confidence }) => confidence >= LEAST_ALONE),
  );
  const most = Math.max(...able.map(({ weight }) => weight));
  const best = able.filter(({ weight }) => weight > most - ABOUT_SAME);
  // Lines for people are in the order of the page: the article's own comes first, but for the day
  // that a site prints as today's, which has no time.
  if (best.every(isSeenOnly)) return best.find(({ members }) => members.some(isExact)) ?? best[0];
  return best.toSorted((a, b) => earliest(a) - earliest(b))[0];
}

const isSeenOnly = ({ members }: DateGroup): boolean =>
  members.every(({ family }) => family === 'visible');

const earliest = ({ members }: DateGroup): number =>
  Math.min(...members.map(({ instant }) => instant.getTime()));

/** The most exact member, and of several such that of the highest confidence. */
export function mostExact({ members }: DateGroup): Candidate | undefined {
  return members
    .filter(({ confidence }) => confidence >= LEAST_ALONE)
    .toSorted((a, b) => exactness(b) - exactness(a) || b.confidence - a.confidence)[0];
}

/** Seconds of :00 mostly mean that the system keeps no seconds. */
function exactness({ precision, parsed }: Candidate): number {
  if (precision === 'day') return 0;
  return precision === 'second' && !parsed.date.endsWith(':00') ? 2 : 1;
}
