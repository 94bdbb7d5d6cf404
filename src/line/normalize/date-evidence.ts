import type { Evidence } from '../../record/evidence.ts';
import { type Candidate, type DateContext, isExact, isOfRoute, isShown } from './date-candidate.ts';

/** The places that support and that contradict the chosen date. */
export interface DateStand {
  readonly agreeing: readonly Candidate[];
  readonly against: readonly Candidate[];
  readonly context: DateContext;
}

/** The highest confidence: even two places that agree may be filled by one system. */
const SUREST = 0.99;

/** By how much each place that states another date lowers the confidence. */
const DISAGREEMENT = 0.85;

/** By how much another time of the same day lowers it: on 1,001 real pages all such days were right. */
const OTHER_TIME = 0.95;

/**
 * What is left of a field for programs that no other place bears out and that readers see
 * contradicted by another day: five of six such were wrong on these pages, so that it is left absent.
 */
const CONTRADICTED = 0.3;

/** What readers see beside the headline, alone and contradicted by none: 62 of 64 were right. */
const SEEN_ALONE = 0.92;
const LEAST_SEEN = 0.6;

/** Below it a publication is left absent. */
export const LEAST_DATE = 0.5;

/** By how much a correction lowers the confidence: most corrections are right, and some are not. */
const CORRECTED = 0.95;

/** A time that has not come yet is of a wrong clock or zone, though its day is mostly right. */
const NOT_YET = 0.6;

/** Clocks of sites run fast by minutes. */
const FAST_CLOCK_MS = 10 * 60_000;

/** Longest note, in UTF-16 units; the record allows 500. */
const LONGEST_NOTE = 400;

/** The evidence of a chosen date: its text, what agrees, what was put right, what disagrees. */
export function evidenceOf(chosen: Candidate, stand: DateStand): Evidence {
  const { from, text } = chosen;
  const note = noteOf(chosen, stand);
  const confidence = Math.round(surenessOf(chosen, stand) * 100) / 100;
  return { from, text, confidence, ...(note ? { note } : {}) };
}

function surenessOf(chosen: Candidate, { agreeing, against, context }: DateStand): number {
  const families = new Map(agreeing.map(({ family, confidence }) => [family, confidence]));
  families.delete(chosen.family);
  // Half of an agreement's worth: the places share one database.
  const doubt = [...families.values()].reduce((rest, other) => rest * (1 - other / 2), 1);
  const weighty = against.filter(isWeighty);
  const isSameDay = ({ days }: Candidate): boolean => days.some((day) => chosen.days.includes(day));
  const disagreeing = new Set(weighty.filter((one) => !isSameDay(one)).map(({ family }) => family))
    .size;
  const isOfPage = chosen.family !== 'url' && !isOfRoute(chosen) && !isShown(chosen);
  if (isOfPage && families.size === 0 && weighty.some((one) => contradicts(one, chosen)))
    return CONTRADICTED;
  const corrected = chosen.note ? CORRECTED : 1;
  const isSeen = isShown(chosen) && chosen.confidence >= LEAST_SEEN && disagreeing === 0;
  const own = isSeen ? Math.max(chosen.confidence, SEEN_ALONE) : chosen.confidence;
  const sure = 1 - (1 - own) * doubt;
  const times = weighty.some(isSameDay) ? OTHER_TIME : 1;
  const isNotYet =
    isExact(chosen) && chosen.instant.getTime() > context.now.getTime() + FAST_CLOCK_MS;
  const late = isNotYet ? NOT_YET : 1;
  return Math.min(SUREST, sure) * DISAGREEMENT ** disagreeing * corrected * times * late;
}

const DAY_MS = 86_400_000;

/** True for what readers see that lies more than any zone's difference away. */
function contradicts(one: Candidate, chosen: Candidate): boolean {
  return isShown(one) && Math.abs(one.instant.getTime() - chosen.instant.getTime()) > DAY_MS;
}

/** A date that the text mentions does not contradict. */
const isWeighty = ({ confidence }: Candidate): boolean => confidence >= 0.5;

function noteOf(chosen: Candidate, { agreeing, against, context }: DateStand): string | undefined {
  const { parsed, note } = chosen;
  const isAssumed = parsed.zone === undefined && context.isZoneAssumed;
  const isLate = chosen.instant.getTime() > context.now.getTime();
  const notes = [
    note,
    isAssumed ? `zone ${context.zone} assumed` : undefined,
    isLate ? 'later than the visit' : undefined,
    listOf('agrees with', agreeing, ({ from }) => from),
    listOf(
      'differs:',
      against.filter(isWeighty),
      ({ from, parsed: { date, zone } }) => `${from} ${date}${zone ?? ''}`,
    ),
  ];
  const whole = notes.filter((one) => one !== undefined).join('; ');
  return whole === '' ? undefined : whole.slice(0, LONGEST_NOTE);
}

/** Most places named in a note. */
const MOST_NAMED = 5;

function listOf(
  word: string,
  candidates: readonly Candidate[],
  nameOf: (candidate: Candidate) => string,
): string | undefined {
  const names = [...new Set(candidates.map(nameOf))].slice(0, MOST_NAMED);
  return names.length > 0 ? `${word} ${names.join(', ')}` : undefined;
}
