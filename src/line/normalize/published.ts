import { type ParsedDate, parseDate } from '../../arabic/date.ts';
import { instantOf } from '../../arabic/instant.ts';
import type { DatePrecision } from '../../record/article.ts';
import { type Found, found } from '../../record/evidence.ts';
import type { DateText } from '../../record/reading.ts';
import type { ClockProfile } from './clock.ts';

/** What the dates of a page are chosen against. */
export interface DateContext {
  readonly now: Date;
  /** Zone of times that state none. */
  readonly zone: string;
  /** True where nobody gave the zone. */
  readonly zoneAssumed?: boolean;
  /** Offsets that the site states are false: its times are on the zone's clock. */
  readonly distrustZone: boolean;
  readonly clock?: ClockProfile;
}

/** An instant as exact as it was stated. */
export interface DateValue {
  readonly instant: Date;
  readonly precision: DatePrecision;
}

/** The dates of an article. */
export interface ChosenDates {
  readonly published?: Found<DateValue>;
  readonly modified?: Found<DateValue>;
}

interface Candidate {
  readonly text: DateText;
  readonly parsed: ParsedDate;
  readonly value: DateValue;
}

/** A clock that runs ahead, and a page that is dated the evening before: not more than a day. */
const FUTURE_MS = 86_400_000;

/** Chooses the dates of an article among all that its page and its route state. */
export function chooseDates(texts: readonly DateText[], context: DateContext): ChosenDates {
  const candidates = texts.flatMap((text) => candidateOf(text, context));
  const published = best(candidates.filter(({ text }) => text.role === 'published'));
  const modified = best(candidates.filter(({ text }) => text.role === 'modified'));
  const isLater =
    published && modified && modified.value.instant.getTime() > published.value.instant.getTime();
  return {
    ...(published ? { published: foundOf(published, { candidates, context }) } : {}),
    ...(modified && isLater ? { modified: foundOf(modified, { candidates, context }) } : {}),
  };
}

function candidateOf(text: DateText, context: DateContext): Candidate[] {
  const parsed = parseDate(text.text, { now: context.now, zone: context.zone });
  if (!parsed) return [];
  const { zone: stated, ...wall } = parsed;
  const believed = context.distrustZone || !stated ? wall : { ...wall, zone: stated };
  const instant = instantOf(believed, context.zone);
  if (instant.getTime() > context.now.getTime() + FUTURE_MS) return [];
  return [{ text, parsed, value: { instant, precision: parsed.precision } }];
}

/** The surest; of two as sure the more exact. */
function best(candidates: readonly Candidate[]): Candidate | undefined {
  const exactness = { second: 2, minute: 1, day: 0 };
  return candidates.toSorted(
    (a, b) =>
      b.text.confidence - a.text.confidence ||
      exactness[b.value.precision] - exactness[a.value.precision],
  )[0];
}

function foundOf(
  chosen: Candidate,
  { context }: { candidates: readonly Candidate[]; context: DateContext },
): Found<DateValue> {
  const notes = [
    context.distrustZone && chosen.parsed.zone
      ? `stated offset ${chosen.parsed.zone} is false`
      : '',
    !chosen.parsed.zone && context.zoneAssumed ? `zone ${context.zone} assumed` : '',
  ].filter((note) => note !== '');
  return found(chosen.value, {
    from: chosen.text.from,
    text: chosen.text.text,
    confidence: chosen.text.confidence,
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
  });
}
