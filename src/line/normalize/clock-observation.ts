import type { Reading } from '../../record/reading.ts';
import { type ClockObservation, type ClockProfile, learnClock } from './clock.ts';
import { type Candidate, isExact, isRelative, readCandidate } from './date-candidate.ts';
import { dateContext, datesOf, type VisitContext } from './visit-dates.ts';

const MINUTE_MS = 60_000;

/** A page read later than that may have been changed, or its link is an old one. */
const FIRST_READING_MS = 3_600_000;

/** An article that is older than a day when its link is met tells nothing of clocks: a first visit. */
const OLDEST_MINUTES = 24 * 60;

/** A place of lower confidence may not hold the article's date at all. */
const LEAST_CONFIDENCE = 0.5;

/** Learns a source's clocks from an article that was read for the first time. */
export function learnClocks(reading: Reading, context: VisitContext): ClockProfile | undefined {
  return observeClocks(reading, context).reduce<ClockProfile | undefined>(
    learnClock,
    context.clock,
  );
}

/** How long before its link was first met the article was published, by each place with a time. */
function observeClocks(reading: Reading, context: VisitContext): readonly ClockObservation[] {
  const { link, now } = context;
  const seen = new Date(link.firstSeen);
  const isRoute = link.route.kind !== 'archive' && link.route.kind !== 'direct';
  if (!isRoute || now.getTime() - seen.getTime() > FIRST_READING_MS) return [];
  const dates = dateContext(context);
  const candidates = datesOf(reading, context).flatMap((text) => readCandidate(text, dates) ?? []);
  const observed = candidates.filter(tells).map((candidate) => observe(candidate, seen));
  const recent = observed.filter(({ lag }) => lag.local <= OLDEST_MINUTES);
  return [...new Map(recent.toReversed().map((one) => [one.from, one])).values()];
}

function tells(candidate: Candidate): boolean {
  const isTime = isExact(candidate) && !isRelative(candidate);
  return isTime && candidate.role === 'published' && candidate.confidence >= LEAST_CONFIDENCE;
}

function observe({ from, instant, local, utc }: Candidate, seen: Date): ClockObservation {
  const minutes = (published: Date): number =>
    Math.round((seen.getTime() - published.getTime()) / MINUTE_MS);
  return { from, lag: { stated: minutes(instant), local: minutes(local), utc: minutes(utc) } };
}
