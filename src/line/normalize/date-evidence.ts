import type { Evidence } from '../../record/evidence.ts';
import type { Candidate, DateContext } from './date-candidate.ts';

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

/** By how much a correction lowers the confidence: most corrections are right, and some are not. */
const CORRECTED = 0.95;

/** Longest note, in UTF-16 units; the record allows 500. */
const LONGEST_NOTE = 400;

/** The evidence of a chosen date: its text, what agrees, what was put right, what disagrees. */
export function evidenceOf(chosen: Candidate, stand: DateStand): Evidence {
  const { from, text } = chosen;
  const note = noteOf(chosen, stand);
  const confidence = Math.round(surenessOf(chosen, stand) * 100) / 100;
  return { from, text, confidence, ...(note ? { note } : {}) };
}

function surenessOf(chosen: Candidate, { agreeing, against }: DateStand): number {
  const families = new Map(agreeing.map(({ family, confidence }) => [family, confidence]));
  families.delete(chosen.family);
  // Half of an agreement's worth: the places share one database.
  const doubt = [...families.values()].reduce((rest, other) => rest * (1 - other / 2), 1);
  const agreed = 1 - (1 - chosen.confidence) * doubt;
  const disagreeing = new Set(against.filter(isWeighty).map(({ family }) => family)).size;
  const corrected = chosen.note ? CORRECTED : 1;
  return Math.min(SUREST, agreed) * DISAGREEMENT ** disagreeing * corrected;
}

/** A date that the text mentions does not contradict. */
const isWeighty = ({ confidence }: Candidate): boolean => confidence >= 0.5;

function noteOf(chosen: Candidate, { agreeing, against, context }: DateStand): string | undefined {
  const { parsed, note } = chosen;
  const isAssumed = parsed.zone === undefined && context.zoneAssumed;
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
