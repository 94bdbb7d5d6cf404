import { matchKey } from '../../arabic/key.ts';
import { type Found, found } from '../../record/evidence.ts';
import { parseAuthorField } from './author-field.ts';
import { isFormed, nameForm } from './name-form.ts';
import { withoutTitle } from './name-title.ts';
import type { PageFacts } from './page-facts.ts';
import { isDesk } from './person.ts';
import { isScene } from './scene.ts';

/** Names found in one place. */
export interface Candidate {
  readonly names: readonly string[];
  readonly from: string;
  readonly text: string;
  /** Share of names of this place and form that are right on pages that nobody here wrote. */
  readonly confidence: number;
  /** True where a reader of the page sees the name there. */
  readonly isSeen: boolean;
}

/** A place and how far its names are to be trusted where they are formed as names are. */
export type Place = Omit<Candidate, 'names' | 'text'>;

/** What a name loses that nothing speaks for by its form, and one that is a single word. */
const PLAIN = 0.12;
const SINGLE = 0.1;

/** Below it a field is left absent: right less than four times in five. */
const LEAST = 0.8;

/** Two places that name the same: on 1,001 real pages nineteen of twenty such were right. */
const AGREED = 0.96;
const AGREED_PLAIN = 0.85;

/** The names that texts of a place hold, as one candidate; none where they hold none. */
export function fromTexts(
  facts: PageFacts,
  texts: readonly string[],
  place: Place,
): readonly Candidate[] {
  const names = texts.flatMap((text) =>
    parseAuthorField(text, facts.siteNames).filter((name) => !isScene(name, text, facts)),
  );
  return fromNames(names, { ...place, text: texts.join(' | ') });
}

/** A candidate of these names: labels and sentences among them left out. */
export function fromNames(
  names: readonly string[],
  place: Omit<Candidate, 'names'>,
): readonly Candidate[] {
  const good = names.filter((name) => isDesk(name) || nameForm(name) !== 'none');
  const persons = good.filter((name) => !isDesk(name) && nameForm(name) !== 'plain');
  // A byline speaks for each of its names; in fields an outlet may stand beside one.
  const led =
    persons.length > 0 && /^(?:byline|name alone)$/.test(place.from)
      ? good.filter((name) => name.includes(' ') && !isDesk(name))
      : good.filter((name) => persons.includes(name) || isJoined(name, persons, place.text));
  const formed = led.length > 0 ? led : good.filter(isDesk);
  const kept = formed.length > 0 ? formed : good;
  const distinct = [...new Map(kept.map((name) => [matchKey(name), name])).values()];
  if (distinct.length === 0) return [];
  const isPlain = formed.length === 0;
  const isSingle = isPlain && distinct.every((name) => !name.includes(' '));
  const confidence = place.confidence - (isPlain ? PLAIN : 0) - (isSingle ? SINGLE : 0);
  return [{ ...place, names: distinct, confidence }];
}

/** True for a name that `و` joins to a person's: outlets stand behind commas and bars. */
function isJoined(name: string, persons: readonly string[], text: string): boolean {
  const [own, line] = [matchKey(name), matchKey(text)];
  return (
    own.includes(' ') &&
    persons.some((one) =>
      [`${own} و${matchKey(one)}`, `${matchKey(one)} و${own}`].some((pair) => line.includes(pair)),
    )
  );
}

/**
 * Of several candidates, surest place first: one that another place agrees with, else the first
 * that is right four times in five. What was given and not believed is told in the note.
 */
export function chooseAuthor(
  candidates: readonly Candidate[],
): Found<readonly string[]> | undefined {
  const judged = candidates.map((one) => judge(one, candidates));
  const able = judged.filter(({ confidence }) => confidence >= LEAST);
  const sure = able.find(({ agrees }) => agrees.length > 0) ?? able[0];
  if (!sure) return undefined;
  const best = able.find((one) => namesMore(one, sure)) ?? sure;
  const { from, text, confidence, agrees } = best;
  const [first] = candidates;
  const passed = first && first.from !== from && keyOf(first) !== keyOf(best) ? first : undefined;
  const notes = [
    ...(agrees.length > 0 ? [`agrees with ${agrees.join(', ')}`] : []),
    ...(passed ? [`${passed.from} has ${passed.names.join(', ')}`] : []),
  ];
  const evidence = { from, text, confidence };
  return found(best.names, notes.length > 0 ? { ...evidence, note: notes.join('; ') } : evidence);
}

/** Fields often hold the first of several writers: a place that readers see may name all of them. */
function namesMore(one: Candidate, other: Candidate): boolean {
  const keys = new Set(one.names.map(bareKey));
  const isWider = one.isSeen && one.names.length > other.names.length;
  return (
    isWider && one.names.every(isFormed) && other.names.every((name) => keys.has(bareKey(name)))
  );
}

const bareKey = (name: string): string => matchKey(withoutTitle(name));

/** Places in which a word or an address says that somebody wrote. */
const TELLING = /^(?:byline|author link|source:|crawler:)/;

const keyOf = ({ names }: Candidate): string => matchKey(names.join(' '));

function judge(one: Candidate, all: readonly Candidate[]) {
  const key = keyOf(one);
  const others = all.filter((other) => other.from !== one.from && keyOf(other) === key);
  const isPlain = one.names.every((name) => !isDesk(name) && nameForm(name) === 'plain');
  // An outlet's name stands in fields and boxes too: what looks like no person's needs a word or an
  // address that says that somebody wrote.
  const agrees =
    isPlain && !TELLING.test(one.from) ? others.filter(({ from }) => TELLING.test(from)) : others;
  const agreed = agrees.length > 0 ? (isPlain ? AGREED_PLAIN : AGREED) : 0;
  const confidence = Math.max(one.confidence, agreed);
  return { ...one, confidence, agrees: [...new Set(agrees.map(({ from }) => from))] };
}
