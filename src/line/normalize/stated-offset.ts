import type { ClockRule } from './clock.ts';
import { type Candidate, type DateContext, isOfRoute, isRelative } from './date-candidate.ts';
import { localDay } from './local-day.ts';

/** Two statements of one moment differ by the seconds that one leaves out, and a little. */
const SAME_MS = 90_000;

/** How far a clock may be wrong: a time that is later than the first meeting by more is impossible. */
const SLACK_MS = 15 * 60_000;

/** A link is met that soon after its article, where its offset is true. */
const PROMPT_MS = 30 * 60_000;

/** The confidence from which what was learnt of a source overrules what its page shows. */
const SURE = 0.75;

/** Reads each date by the offset that is true: the stated one, or that of the source's zone. */
export function correctOffsets(
  candidates: readonly Candidate[],
  context: DateContext,
): readonly Candidate[] {
  const verdicts = new Map<string, string>();
  for (const candidate of candidates) {
    const reason = whyFalse(candidate, { candidates, context });
    const key = labelOf(candidate);
    if (reason && !verdicts.has(key)) verdicts.set(key, reason);
  }
  return candidates.map((candidate) => {
    const reason = verdicts.get(labelOf(candidate));
    const isCorrected = reason && isLabelled(candidate) && !isLearnt(candidate, 'stated', context);
    return isCorrected ? inZone(candidate, reason, context) : byLearntUtc(candidate, context);
  });
}

/** One system writes all dates of a page with one label; seconds since 1970 state no offset at all. */
function labelOf(candidate: Candidate): string {
  const { family, parsed } = candidate;
  const isApart = isOfRoute(candidate) || family === 'data-seconds';
  return `${isApart ? family : 'page'} ${parsed.zone ?? ''}`;
}

function isLearnt({ from }: Candidate, rule: ClockRule, { clock }: DateContext): boolean {
  const learnt = clock?.places[from];
  return learnt !== undefined && learnt.rule === rule && learnt.confidence >= SURE;
}

/** True where the stated offset is not the one of the zone. */
function isLabelled({ parsed, instant, local }: Candidate): boolean {
  return parsed.zone !== undefined && instant.getTime() !== local.getTime();
}

interface Among {
  readonly candidates: readonly Candidate[];
  readonly context: DateContext;
}

/** Why the stated offset cannot be true; undefined where it may be. */
function whyFalse(candidate: Candidate, among: Among): string | undefined {
  const { context } = among;
  if (!isLabelled(candidate) || candidate.parsed.precision === 'day') return undefined;
  // Seconds since 1970 state no offset.
  const isEpoch = candidate.family === 'data-seconds';
  if (context.distrustZone && !isEpoch) return 'the source is marked distrustZone';
  if (isLearnt(candidate, 'stated', context)) return undefined;
  if (isLearnt(candidate, 'local', context)) return learntFrom(candidate, context);
  if (isAfterFirstSeen(candidate, context)) return 'else published after it was first seen';
  return findContradiction(candidate, among);
}

/** As stated it is later than the first meeting of the link, and on the zone's clock it is not. */
function isAfterFirstSeen({ role, instant, local }: Candidate, context: DateContext): boolean {
  const seen = role === 'published' ? (context.firstSeen ?? context.now) : context.now;
  const latest = seen.getTime() + SLACK_MS;
  return instant.getTime() > latest && local.getTime() <= latest;
}

/** Another place shows the same wall clock in the zone, and no place confirms the stated offset. */
function findContradiction(candidate: Candidate, among: Among): string | undefined {
  if (!isLikelyFalse(candidate) || isPrompt(candidate, among.context)) return undefined;
  const others = among.candidates.filter(
    (other) => other !== candidate && other.parsed.precision !== 'day',
  );
  if (others.some((other) => upholds(other, candidate))) return undefined;
  const witness = others.find((other) => isOnZone(other) && isNear(other.local, candidate.local));
  if (witness) return `${witness.from} shows the same clock in ${among.context.zone}`;
  const elsewhere = others.find(
    (other) => labelOf(other) !== labelOf(candidate) && isNear(other.instant, candidate.local),
  );
  return elsewhere && `${elsewhere.from} agrees with the clock in ${among.context.zone}`;
}

/** Summer time, by which an offset that was right once is off. */
const SUMMER_MS = 3_600_000;

/** Systems write UTC where they know no offset, and that of winter in summer; no others. */
function isLikelyFalse({ parsed, instant, local }: Candidate): boolean {
  const shift = Math.abs(instant.getTime() - local.getTime());
  return /^(?:Z|UTC|GMT|[+-]00:?00)$/u.test(parsed.zone ?? '') || shift <= SUMMER_MS;
}

function isPrompt({ instant }: Candidate, { firstSeen }: DateContext): boolean {
  const lag = (firstSeen?.getTime() ?? Number.NaN) - instant.getTime();
  return lag >= 0 && lag <= PROMPT_MS;
}

/** The same instant under another wall clock: nobody writes that by mistake. */
function upholds(other: Candidate, { instant, local }: Candidate): boolean {
  return isNear(other.instant, instant) && !isNear(other.local, local);
}

/** Stated in the zone's own offset, or in none. */
function isOnZone(candidate: Candidate): boolean {
  return !isLabelled(candidate) && !isRelative(candidate);
}

function isNear(a: Date, b: Date): boolean {
  return Math.abs(a.getTime() - b.getTime()) <= SAME_MS;
}

function inZone(candidate: Candidate, reason: string, { zone }: DateContext): Candidate {
  const { local, parsed } = candidate;
  const note = `stated offset ${parsed.zone} is false (${reason}), read in ${zone}`;
  const days = [...new Set([localDay(local, zone), parsed.date.slice(0, 10)])];
  return { ...candidate, instant: local, days, note };
}

/** A place whose times have been seen to run on UTC, whatever it states. */
function byLearntUtc(candidate: Candidate, context: DateContext): Candidate {
  const { parsed, utc, instant } = candidate;
  if (context.distrustZone || parsed.precision === 'day') return candidate;
  if (!isLearnt(candidate, 'utc', context) || utc.getTime() === instant.getTime()) return candidate;
  const note = `the clock runs on UTC (${learntFrom(candidate, context)})`;
  const days = [...new Set([localDay(utc, context.zone), parsed.date.slice(0, 10)])];
  return { ...candidate, instant: utc, days, note };
}

function learntFrom({ from }: Candidate, { clock }: DateContext): string {
  return `learnt from ${clock?.places[from]?.lags.length ?? 0} observations`;
}
