import { z } from 'zod';
import { NEW_TEXT, type StoryState } from '../record/sketch.ts';
import { Story } from '../record/story.ts';

/** What Redis keeps of a story of two records or more: its texts' numbers, a line feed, then this. */
const Kept = z.tuple([
  z.string(),
  z.array(
    z.tuple([
      z.string(),
      z.number(),
      z.number(),
      z.boolean(),
      z.number(),
      z.number(),
      z.string(),
      Story,
    ]),
  ),
]);

/** Stands for the number of the new text until the script gives one: no JSON has that character. */
const NUMBER_TO_COME = '\u0001';

/** Opens a state as {@link formatState} made it. */
export function parseState(text: string): StoryState {
  const cut = text.indexOf('\n');
  const texts = text.slice(0, cut).split(' ').map(Number);
  const [id, rows] = Kept.parse(JSON.parse(text.slice(cut + 1)));
  const members = rows.map(([member, number, time, isAgency, byline, credit, agency, story]) => ({
    ...{ id: member, text: number, time, isAgency, byline, credit, agency, story },
  }));
  return { id, texts, members };
}

/** A state as Redis keeps it. */
export function formatState({ id, texts, members }: StoryState): string {
  const numbers = texts.map((text) => (text === NEW_TEXT ? NUMBER_TO_COME : String(text)));
  const rows = members.map((member) => {
    const { text, time, isAgency, byline, credit, agency, story } = member;
    const rest = JSON.stringify([time, isAgency, byline, credit, agency, story]).slice(1);
    const number = text === NEW_TEXT ? NUMBER_TO_COME : text;
    return `[${JSON.stringify(member.id)},${number},${rest}`;
  });
  return `${numbers.join(' ')}\n[${JSON.stringify(id)},[${rows.join(',')}]]`;
}
