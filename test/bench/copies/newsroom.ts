import type { Chance } from './chance.ts';
import { paragraphs, person, sentence, word } from './vocabulary.ts';

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

const BOILERPLATE =
  'تابعوا آخر الأخبار على صفحاتنا في مواقع التواصل الاجتماعي واشتركوا في النشرة البريدية ليصلكم كل جديد. جميع الحقوق محفوظة ولا يجوز إعادة النشر دون إذن مكتوب من إدارة الموقع.';

/** The thirteen kinds of edit. */
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
    make: (t, d) => {
      const short = changed(cut(t, 0.3), 0.05, d);
      return { ...short, body: [...short.body, BOILERPLATE] };
    },
  },
  { name: '20 % of words', goal: 0.9, role: 'copy', make: (t, d) => changed(t, 0.2, d) },
  { name: 'third paraphrased', goal: 0.9, role: 'copy', make: (t, d) => paraphrased(t, 0.33, d) },
  {
    name: 'own lead',
    goal: 0.8,
    role: 'copy',
    make: (t, d) => ({
      headline: freshHeadline(d),
      body: [paragraphs(d, 1)[0] ?? '', sentence(d), ...t.body.slice(1)],
    }),
  },
];
