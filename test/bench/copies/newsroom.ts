import type { Chance } from './chance.ts';
import { inWords } from './number-words.ts';
import { boilerplate, paragraphs, person, sentence, word } from './vocabulary.ts';

/** A text on its way through newsrooms. */
export interface Text {
  readonly headline: string;
  readonly body: readonly string[];
}

/** What a newsroom does to an agency's text, and the recall that is asked for it. */
export interface Edit {
  readonly name: string;
  readonly goal: number;
  readonly role: 'copy' | 'abridged' | 'expanded' | 'any';
  readonly make: (text: Text, draw: Chance) => Text;
}

const words = (text: string): string[] => text.split(' ');

function respelt(text: string, draw: Chance): string {
  return text
    .replace(/[أإآ]/gu, (letter) => (draw.happens(0.6) ? 'ا' : letter))
    .replace(/ة(?![\p{L}])/gu, (letter) => (draw.happens(0.4) ? 'ه' : letter))
    .replace(/ى(?![\p{L}])/gu, (letter) => (draw.happens(0.4) ? 'ي' : letter))
    .replace(/\d/gu, (digit) => String.fromCodePoint(0x660 + Number(digit)))
    .replace(/(?<=[بتسمن])(?=[بتسمنل])/gu, () => (draw.happens(0.03) ? 'ـ' : ''))
    .replace(/(?<=\p{L})(?=ّ|$)/gu, '');
}

function changed(text: Text, share: number, draw: Chance): Text {
  const change = (token: string): string =>
    draw.happens(share) && !/\d/u.test(token) ? word(draw) : token;
  return { ...text, body: text.body.map((part) => words(part).map(change).join(' ')) };
}

function cut(text: Text, share: number): Text {
  const all = text.body.join('\n\n').split(/(?<=\.) |\n\n/u);
  const kept = all.slice(0, Math.max(2, Math.round(all.length * (1 - share))));
  const body: string[] = [];
  for (let index = 0; index < kept.length; index += 2)
    body.push(kept.slice(index, index + 2).join(' '));
  return { ...text, body };
}

const freshHeadline = (draw: Chance): string =>
  Array.from({ length: draw.whole(5, 9) }, () => word(draw)).join(' ');

function paraphrased(text: Text, share: number, draw: Chance): Text {
  const turn = (part: string): string =>
    part
      .split(/(?<=\.) /u)
      .map((one) =>
        draw.happens(share)
          ? draw
              .shuffled(words(one))
              .map((w) => (draw.happens(0.4) ? word(draw) : w))
              .join(' ')
          : one,
      )
      .join(' ');
  return { ...text, body: text.body.map(turn) };
}

/** Background of the newsroom's own: paragraphs of its own, a share of the text's length. */
function background(text: Text, share: number, draw: Chance): string[] {
  const wanted = wordCount(text) * share;
  const own: string[] = [];
  while (wordCount({ headline: '', body: own }) < wanted) own.push(...paragraphs(draw, 1));
  return own;
}

/** Words of a body. */
export const wordCount = ({ body }: Text): number => body.join(' ').split(/\s+/u).length;

/** The first paragraph told in other words; where the text is one paragraph, its first sentence. */
function withOwnLead(text: Text, draw: Chance): Text {
  const [first = '', ...others] = text.body;
  const rest =
    others.length > 0
      ? others
      : [
          first
            .split(/(?<=\.) /u)
            .slice(1)
            .join(' '),
        ];
  return { ...text, body: [`${sentence(draw)} ${sentence(draw)}`, ...rest] };
}

const between = (text: Text, own: readonly string[]): Text => ({
  ...text,
  body: text.body.flatMap((part, at) => [part, ...(own[at] === undefined ? [] : [own[at]])]),
});

const numbersInWords = (text: Text): Text => ({
  headline: inWords(text.headline),
  body: text.body.map(inWords),
});

const withTail = (text: Text, draw: Chance): Text => ({
  ...text,
  body: [...text.body, boilerplate(draw)],
});

const withHeadline = (text: Text, draw: Chance): Text => ({
  ...text,
  headline: freshHeadline(draw),
});

/** The kinds of edit: single ones, then those that add up. */
export const EDITS: readonly Edit[] = [
  {
    name: 're-spelt',
    goal: 0.98,
    role: 'copy',
    make: (t, d) => ({ headline: respelt(t.headline, d), body: t.body.map((p) => respelt(p, d)) }),
  },
  {
    name: 'new head and tail',
    goal: 0.98,
    role: 'copy',
    make: (t, d) => ({
      headline: freshHeadline(d),
      body: [`نقلت وكالات الأنباء عن ${person(d)}.`, ...t.body, sentence(d)],
    }),
  },
  {
    name: 'new headline',
    goal: 0.98,
    role: 'copy',
    make: (t, d) => ({ ...t, headline: freshHeadline(d) }),
  },
  { name: '30 % cut', goal: 0.98, role: 'abridged', make: (t) => cut(t, 0.3) },
  { name: '5 % of words', goal: 0.98, role: 'copy', make: (t, d) => changed(t, 0.05, d) },
  { name: 'half cut', goal: 0.95, role: 'abridged', make: (t) => cut(t, 0.5) },
  {
    name: 'reordered',
    goal: 0.95,
    role: 'copy',
    make: (t, d) => ({ ...t, body: d.shuffled(t.body) }),
  },
  {
    name: 'expanded',
    goal: 0.95,
    role: 'expanded',
    make: (t, d) => ({ ...t, body: [...t.body, ...paragraphs(d, Math.ceil(t.body.length * 0.7))] }),
  },
  { name: '10 % of words', goal: 0.95, role: 'copy', make: (t, d) => changed(t, 0.1, d) },
  {
    name: 'cut, boilerplate, 5 %',
    goal: 0.95,
    role: 'any',
    make: (t, d) => withTail(changed(cut(t, 0.34), 0.05, d), d),
  },
  { name: '20 % of words', goal: 0.9, role: 'copy', make: (t, d) => changed(t, 0.2, d) },
  { name: 'third paraphrased', goal: 0.9, role: 'copy', make: (t, d) => paraphrased(t, 0.33, d) },
  {
    name: 'own lead',
    goal: 0.85,
    role: 'copy',
    make: (t, d) => withHeadline(withOwnLead(t, d), d),
  },
  {
    name: 'own background',
    goal: 0.95,
    role: 'expanded',
    make: (t, d) => between(t, background(t, 0.8, d)),
  },
  {
    name: 'numbers in words',
    goal: 0.95,
    role: 'copy',
    make: (t, d) => withHeadline(numbersInWords(t), d),
  },
  {
    name: 'numbers in words, 5 %, boilerplate',
    goal: 0.95,
    role: 'any',
    make: (t, d) => withTail(changed(numbersInWords(t), 0.05, d), d),
  },
  {
    name: 'cut, own background',
    goal: 0.9,
    role: 'any',
    make: (t, d) => {
      const short = cut(t, 0.3);
      return { ...short, body: [...short.body, ...background(t, 0.3, d)] };
    },
  },
  {
    name: 'own lead, own background',
    goal: 0.85,
    role: 'any',
    make: (t, d) => {
      const own = withHeadline(withOwnLead(t, d), d);
      return { ...own, body: [...own.body, ...background(t, 0.3, d)] };
    },
  },
  {
    name: 'reordered, 10 %, boilerplate',
    goal: 0.9,
    role: 'any',
    make: (t, d) => withTail(changed({ ...t, body: d.shuffled(t.body) }, 0.1, d), d),
  },
  {
    name: 'new headline, 10 %, re-spelt',
    goal: 0.95,
    role: 'copy',
    make: (t, d) => {
      const other = changed(withHeadline(t, d), 0.1, d);
      return { ...other, body: other.body.map((part) => respelt(part, d)) };
    },
  },
];
