import type { DatePrecision } from '../../record/article.ts';
import { type Evidence, type Found, found } from '../../record/evidence.ts';
import { chooseDay, chooseMoment, mostExact } from './date-agreement.ts';
import {
  type Candidate,
  type DateContext,
  isExact,
  isRelative,
  isShown,
  readCandidate,
  type StatedDate,
} from './date-candidate.ts';
import { evidenceOf, LEAST_DATE } from './date-evidence.ts';
import { localDay } from './local-day.ts';
import { readMonthFirst } from './month-first.ts';
import { withPageOffset } from './page-offset.ts';
import { whyRefused } from './refused-date.ts';
import { correctOffsets } from './stated-offset.ts';

export type { DateContext } from './date-candidate.ts';

/** An instant as exact as it was stated. */
export interface DateValue {
  readonly instant: Date;
  readonly precision: DatePrecision;
  /** The zone whose clock the site's readers see. */
  readonly zone: string;
}

/** The dates of an article. */
export interface ChosenDates {
  readonly published?: Found<DateValue>;
  readonly modified?: Found<DateValue>;
  /** Why a date is absent though some text was there, by field. */
  readonly refused: { readonly published?: Evidence; readonly modified?: Evidence };
}

/**
 * Chooses the dates of an article among all that its page and its route state: false offsets are
 * put right, what cannot be is refused, places that agree bear each other out, and of those that
 * agree the most exact is taken. Nothing certain gives nothing.
 */
export function chooseDates(texts: readonly StatedDate[], given: DateContext): ChosenDates {
  const context = withPageOffset(texts, given);
  const judged = judge(texts, context);
  const able = judged.flatMap(({ candidate, refusal }) => (refusal ? [] : [candidate]));
  const found = choose(able, 'published', context);
  const isSure = found !== undefined && found.evidence.confidence >= LEAST_DATE;
  const other = found && !isSure ? otherThan(found.value, { able, context }) : undefined;
  const published = isSure ? found : other;
  const modified = choose(able, 'modified', context);
  const isNew = modified && isAfter(modified.value, published?.value);
  return {
    ...(published ? { published } : {}),
    ...(isNew ? { modified } : {}),
    refused: {
      ...(published ? {} : refusalOf(judged, 'published')),
      ...(found && !published
        ? { published: refused(found.evidence, `no other place agrees; ${found.evidence.note}`) }
        : {}),
      ...(modified ? {} : refusalOf(judged, 'modified')),
      ...(modified && !isNew
        ? { modified: refused(modified.evidence, 'not after the publication') }
        : {}),
    },
  };
}

interface Judged {
  readonly candidate: Candidate;
  readonly refusal: string | undefined;
}

function judge(texts: readonly StatedDate[], context: DateContext): readonly Judged[] {
  const read = texts.flatMap((text) => readCandidate(text, context) ?? []);
  const corrected = correctOffsets(readMonthFirst(read, context), context);
  return corrected.map((candidate) => {
    const others = corrected.filter((other) => other !== candidate);
    return { candidate, refusal: whyRefused(candidate, { others, context }) };
  });
}

/** A change comes after what it changes; systems also write the publication's own time there. */
function isAfter(modified: DateValue, published: DateValue | undefined): boolean {
  return !published || modified.instant.getTime() > published.instant.getTime();
}

function choose(
  candidates: readonly Candidate[],
  role: Candidate['role'],
  context: DateContext,
): Found<DateValue> | undefined {
  const all = candidates.filter((candidate) => candidate.role === role);
  const day = chooseDay(all);
  const moment = day && chooseMoment(day);
  const chosen = moment && mostExact(moment);
  if (!day || !chosen) return undefined;
  const { instant, precision } = chosen;
  const agreeing = day.members.filter(
    (one) => one !== chosen && (!isExact(one) || isRelative(one) || moment.members.includes(one)),
  );
  const against = all.filter((one) => one !== chosen && !agreeing.includes(one));
  return found(
    { instant, precision, zone: context.zone },
    evidenceOf(chosen, { agreeing, against, context }),
  );
}

/** Where a field is contradicted and nothing confirms it: the day of other places, or a day labelled as the publication's. */
function otherThan(
  stated: DateValue,
  { able, context }: { able: readonly Candidate[]; context: DateContext },
): Found<DateValue> | undefined {
  return chooseAgreed(able, stated, context) ?? chooseShown(able, stated, context);
}

/** The day that readers see and a second system of the page states, against a field that stands alone. */
function chooseAgreed(
  able: readonly Candidate[],
  stated: DateValue,
  context: DateContext,
): Found<DateValue> | undefined {
  const alone = localDay(stated.instant, context.zone);
  const others = able.filter(({ days, role }) => role === 'published' && !days.includes(alone));
  const day = chooseDay(others);
  const families = new Set(day?.members.filter((one) => !isRelative(one)).map((one) => one.family));
  const isAgreed = families.size > 1 && day?.members.some(isShown) === true;
  const found = isAgreed ? choose(day?.members ?? [], 'published', context) : undefined;
  return found && told(found, 'another day is stated that no other place has');
}

/** The confidence of a date chosen against the page's data: right four times in five. */
function told(found: Found<DateValue>, reason: string): Found<DateValue> {
  const note = [found.evidence.note, reason].filter(Boolean).join('; ');
  return { ...found, evidence: { ...found.evidence, confidence: TEMPLATE, note } };
}

/** The confidence from which a day counts as labelled: a label or a class at the headline calls it the publication's. */
const CALLED = 0.85;

/** A field may keep the day on which its template was made; a later day that is shown as the publication's is right. */
function chooseShown(
  able: readonly Candidate[],
  stated: DateValue,
  context: DateContext,
): Found<DateValue> | undefined {
  const called = able.filter((one) => isShown(one) && one.confidence >= CALLED);
  const shown = choose(called, 'published', context);
  if (!shown || shown.value.instant.getTime() < stated.instant.getTime()) return undefined;
  return told(shown, 'another day is stated that no other place has');
}

/** The confidence of a shown day that the page's data contradict. */
const TEMPLATE = 0.8;

/** The first text that was read and refused. */
function refusalOf(
  judged: readonly Judged[],
  role: 'published' | 'modified',
): { published?: Evidence; modified?: Evidence } {
  const first = judged.find(({ candidate, refusal }) => candidate.role === role && refusal);
  if (!first?.refusal) return {};
  const { from, text } = first.candidate;
  return { [role]: refused({ from, text, confidence: 0 }, first.refusal) };
}

/** Evidence of a field that is absent: what stood there and why it does not count. */
function refused({ from, text = '' }: Evidence, reason: string): Evidence {
  return { from, text: text.slice(0, 200), confidence: 0, note: `refused: ${reason}` };
}
