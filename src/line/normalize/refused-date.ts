import type { Candidate, DateContext } from './date-candidate.ts';
import { isExact, isOfRoute, isRelative, isShown } from './date-candidate.ts';
import { localDay } from './local-day.ts';

const DAY_MS = 86_400_000;

/** How far a date may lie ahead: clocks run fast, and print editions are dated the evening before. */
const FUTURE_MS = DAY_MS;

/** No Arabic newspaper was on the web before Asharq Al-Awsat, in September 1995. */
const FIRST_MS = Date.UTC(1995, 8, 1);

/** A site's running clock is drawn within minutes of the visit. */
const CLOCK_MS = 10 * 60_000;

/** A shown date under a class that names it is the article's; less sure ones may be the site's. */
const NAMED_CONFIDENCE = 0.7;

/** Why a date cannot be the article's; undefined where it may be. */
export function whyRefused(
  candidate: Candidate,
  { others, context }: { others: readonly Candidate[]; context: DateContext },
): string | undefined {
  const { instant, role } = candidate;
  const { now, firstSeen = now } = context;
  if (instant.getTime() > now.getTime() + FUTURE_MS) return 'later than the visit';
  if (instant.getTime() < FIRST_MS) return 'before newspapers were on the web';
  if (role === 'published' && instant.getTime() > firstSeen.getTime() + FUTURE_MS)
    return 'later than the link was first seen';
  if (isOfServing(candidate, others, context)) return 'the moment of the visit, as pages are drawn';
  if (isOfToday(candidate, others, context))
    return 'the day of the visit, where the page shows another';
  return isSiteClock(candidate, others, context)
    ? "today's date, as the site's own clock"
    : undefined;
}

/** A page that is drawn for a visit states its own moment within that, the way to us included. */
const SERVING_MS = 60_000;

/** A time that equals the visit is when the page was drawn, unless the route tells it as well. */
function isOfServing(
  candidate: Candidate,
  others: readonly Candidate[],
  { now }: DateContext,
): boolean {
  if (!isExact(candidate) || isRelative(candidate) || isOfRoute(candidate)) return false;
  if (distanceMs(candidate.instant, now) > SERVING_MS) return false;
  return !others.some(
    (one) => isOfRoute(one) && distanceMs(one.instant, candidate.instant) <= CLOCK_MS,
  );
}

/** The confidence from which a label or a class calls a shown date the publication's. */
const LABELLED_CONFIDENCE = 0.85;

/**
 * Systems that state when they drew the page in every field: a field with the visit's own day, where
 * readers see an earlier day with its label, and no route tells today.
 */
function isOfToday(
  candidate: Candidate,
  others: readonly Candidate[],
  { now, zone }: DateContext,
): boolean {
  const today = localDay(now, zone);
  if (isShown(candidate) || isOfRoute(candidate) || !candidate.days.includes(today)) return false;
  const isToday = ({ days }: Candidate): boolean => days.includes(today);
  if (others.some((one) => isOfRoute(one) && isToday(one))) return false;
  const shown = others.filter((one) => one.role === candidate.role && isShown(one));
  return (
    !shown.some(isToday) &&
    shown.some(
      ({ confidence, instant }) =>
        confidence >= LABELLED_CONFIDENCE &&
        candidate.instant.getTime() - instant.getTime() > DAY_MS,
    )
  );
}

/** True for a date of the visit's own day that no certain date of the article is near. */
function isSiteClock(
  candidate: Candidate,
  others: readonly Candidate[],
  { now, zone }: DateContext,
): boolean {
  if (!isShown(candidate) || isRelative(candidate)) return false;
  const today = localDay(now, zone);
  if (!candidate.days.includes(today)) return false;
  const surer = others.filter(
    (other) =>
      other.role === candidate.role && (!isShown(other) || other.confidence > candidate.confidence),
  );
  const isRunning = isExact(candidate) && distanceMs(candidate.instant, now) <= CLOCK_MS;
  if (isRunning && !surer.some(({ instant }) => distanceMs(instant, candidate.instant) <= CLOCK_MS))
    return true;
  return candidate.confidence < NAMED_CONFIDENCE && !surer.some(({ days }) => days.includes(today));
}

const distanceMs = (a: Date, b: Date): number => Math.abs(a.getTime() - b.getTime());
