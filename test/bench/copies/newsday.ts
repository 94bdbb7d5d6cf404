import type { StoryItem } from '../../../src/line/dedupe/story-index.ts';
import type { Chance } from './chance.ts';
import { EDITS, type Text, wordCount } from './newsroom.ts';
import { TEMPLATES } from './templates.ts';
import { boilerplate, CITIES, paragraphs, person, sentence, WORDS, word } from './vocabulary.ts';

/** One article of the set and the truth about it. */
export interface Labelled {
  readonly item: StoryItem;
  /** Texts of one group tell one story. */
  readonly group: number;
  /** The edit that made it, `agency` for the text itself, or the hard kind it belongs to. */
  readonly kind: string;
  /** The role that is asked for. */
  readonly role: 'original' | 'copy' | 'abridged' | 'expanded' | 'any';
}

/** Edits that leave a template text what it is. */
const LIGHT = ['re-spelt', 'new headline', 'new head and tail', '5 % of words'];

/** Every sixth text by form is also run with the lines of another site below it. */
const OTHER_BOILERPLATE = 6;

/** How large the parts of a set are. */
export interface Size {
  /** Agency texts with one copy of each of three kinds. */
  readonly stories: number;
  /** Texts of each template. */
  readonly templates: number;
  /** Sets of each of the hard kinds that quote, share or follow. */
  readonly hard: number;
}

/** Draws a set: texts in the order in which newsrooms run them. */
export function newsday(draw: Chance, size: Size, extra: readonly Text[] = []): Labelled[] {
  const set = new Day(draw);
  for (let index = 0; index < size.stories; index++)
    set.story(extra[index] ?? (index % 2 === 0 ? newText(draw) : shortText(draw)), index);
  for (let index = 0; index < size.stories / 10; index++) set.growing(newText(draw));
  for (const template of TEMPLATES) {
    for (let index = 0; index < size.templates; index++)
      set.template(template.name, template.make(draw), index);
  }
  for (let index = 0; index < size.hard; index++) set.hard();
  return set.inOrder();
}

/** A text as an agency writes it. */
export function newText(draw: Chance): Text {
  const body = paragraphs(draw, draw.whole(4, 10));
  const [first = ''] = body;
  const subject = person(draw);
  const lead = `${subject} ${first}`;
  const own = first.split(' ').slice(0, 4).join(' ');
  return { headline: `${subject} ${own} ${word(draw)}`, body: [lead, ...body.slice(1)] };
}

/** A short text, as most agency news is: 45 to 110 words in two to four paragraphs. */
export function shortText(draw: Chance): Text {
  const wanted = draw.whole(45, 100);
  const { headline, body } = newText(draw);
  const sentences = body.join(' ').split(/(?<=\.) /u);
  const kept: string[] = [];
  while (wordCount({ headline, body: kept }) < wanted)
    kept.push(sentences.shift() ?? sentence(draw));
  const length = Math.max(1, Math.ceil(kept.length / draw.whole(2, 4)));
  const parts = Array.from({ length: Math.ceil(kept.length / length) }, (_, at) =>
    kept.slice(at * length, (at + 1) * length).join(' '),
  );
  return { headline, body: parts };
}

class Day {
  readonly #draw: Chance;
  readonly #all: { at: number; entry: Labelled }[] = [];
  #groups = 0;

  constructor(draw: Chance) {
    this.#draw = draw;
  }

  /** An agency's text and three of its copies, each a different edit. */
  story(text: Text, index: number): void {
    const group = this.#group();
    const at = this.#draw.next();
    this.#put({ text, at, group, kind: 'agency', role: 'original' });
    for (let copy = 0; copy < 3; copy++) {
      const edit = EDITS[(index * 3 + copy) % EDITS.length];
      if (!edit) continue;
      this.#put({
        text: edit.make(text, this.#draw),
        at: at + 0.001 * (copy + 1),
        group,
        kind: edit.name,
        role: edit.role,
      });
    }
  }

  /** A short text first and the full one after it, as breaking news grows. */
  growing(text: Text): void {
    const group = this.#group();
    const at = this.#draw.next();
    const short = { ...text, body: text.body.slice(0, Math.ceil(text.body.length / 2)) };
    this.#put({ text: short, at, group, kind: 'short before full', role: 'original' });
    this.#put({ text, at: at + 0.01, group, kind: 'full after short', role: 'expanded' });
  }

  /** A text by form; every third one is run by a second newsroom too. */
  template(kind: string, text: Text, index: number): void {
    const group = this.#group();
    const at = this.#draw.next();
    this.#put({ text, at, group, kind, role: 'original' });
    const edit = EDITS.find(({ name }) => name === LIGHT[Math.floor(index / 3) % LIGHT.length]);
    if (index % OTHER_BOILERPLATE === 1) this.#formCopy(text, { group, at });
    if (index % 3 !== 0 || !edit) return;
    const short = kind === 'breaking news' && edit.name === '5 % of words';
    this.#put({
      text: short ? text : edit.make(text, this.#draw),
      at: at + 0.001,
      group,
      kind: `copy of ${kind}`,
      // A head and a tail nearly double a text of three lines: copy and expanded are both right.
      role: edit.name === 'new head and tail' ? 'any' : 'copy',
    });
  }

  /** The same form text with its own site's lines below it, and an opening of its own. */
  #formCopy(text: Text, { group, at }: { group: number; at: number }): void {
    const body = [`${sentence(this.#draw)}`, ...text.body, boilerplate(this.#draw)];
    const kind = 'form text with other boilerplate';
    this.#put({ text: { ...text, body }, at: at + 0.002, group, kind, role: 'any' });
  }

  /** A follow-up, a round-up, shared background, shared boilerplate and a digest. */
  hard(): void {
    const draw = this.#draw;
    const texts = [newText(draw), newText(draw), newText(draw)];
    const at = draw.next() * 0.9;
    for (const text of texts)
      this.#put({ text, at, group: this.#group(), kind: 'quoted', role: 'original' });
    const quote = (text: Text, count: number): string =>
      text.body
        .join(' ')
        .split(/(?<=\.) /u)
        .slice(1, 1 + count)
        .join(' ');
    const [first = newText(draw)] = texts;
    const own = newText(draw);
    // The next day's news of the same person: his name in headline and lead, two sentences quoted.
    const name = first.headline.split(' ').slice(0, 2).join(' ');
    const body = [`${name} ${own.body[0] ?? ''}`, ...own.body.slice(1, 4), quote(first, 2)];
    this.#put({
      text: { headline: `${name} ${own.headline}`, body },
      at: at + 0.02,
      group: this.#group(),
      kind: 'follow-up',
      role: 'original',
    });
    this.#put({
      text: {
        headline: `حصاد اليوم ${word(draw)}`,
        body: [sentence(draw), ...texts.map((text) => quote(text, 3))],
      },
      at: at + 0.03,
      group: this.#group(),
      kind: 'round-up',
      role: 'original',
    });
    this.#put({
      text: {
        headline: 'نشرة المساء: أبرز عناوين اليوم',
        body: [
          'نقدم لكم أبرز ما نشرناه اليوم من أخبار.',
          ...texts.map((text) => `${text.headline}. ${quote(text, 1)}`),
        ],
      },
      at: at + 0.04,
      group: this.#group(),
      kind: 'digest',
      role: 'original',
    });
    this.#sharing('background', paragraphs(draw, 2));
    this.#sharing('short, same background', [sentence(draw), sentence(draw)], shortText);
    this.#sharing('short, same boilerplate', [boilerplate(draw)], shortText);
    this.#oneEvent();
    this.#namesakes();
    this.#sharing('boilerplate', [
      Array.from({ length: 45 }, () => WORDS[draw.whole(0, WORDS.length - 1)]).join(' '),
    ]);
  }

  /** Four articles of different events that end in the same paragraphs. */
  #sharing(kind: string, tail: readonly string[], make = newText): void {
    for (let index = 0; index < 4; index++) {
      const own = make(this.#draw);
      const body = [...own.body.slice(0, this.#draw.whole(3, 5)), ...tail];
      this.#put({
        text: { ...own, body },
        at: this.#draw.next(),
        group: this.#group(),
        kind,
        role: 'original',
      });
    }
  }

  /** Two newsrooms write of one event, each in words of its own: its names, two figures, a quotation. */
  #oneEvent(): void {
    const draw = this.#draw;
    const [subject, place, figure] = [person(draw), draw.pick(CITIES), draw.whole(20, 900)];
    const said = sentence(draw);
    const at = draw.next();
    for (let index = 0; index < 3; index++) {
      const own = shortText(draw);
      const body = [`${subject} ${place} ${figure} ${own.body[0]}`, ...own.body.slice(1), said];
      const text = { headline: `${subject} ${place} ${own.headline}`, body };
      this.#put({ text, at, group: this.#group(), kind: 'one event, own words', role: 'original' });
    }
  }

  /** Short news by one form whose texts differ in a name and a number only. */
  #namesakes(): void {
    const draw = this.#draw;
    const at = draw.next();
    const form = shortText(draw);
    for (let index = 0; index < 3; index++) {
      const [who, where, count] = [person(draw), draw.pick(CITIES), draw.whole(20, 900)];
      const body = [
        `${who} ${where} ${count} ${form.body[0]}`,
        ...form.body.slice(1),
        `${count} ${who}.`,
      ];
      const text = { headline: `${who} ${form.headline} ${where}`, body };
      this.#put({ text, at, group: this.#group(), kind: 'one form, other name', role: 'original' });
    }
  }

  inOrder(): Labelled[] {
    return this.#all.sort((a, b) => a.at - b.at).map(({ entry }) => entry);
  }

  #group(): number {
    this.#groups += 1;
    return this.#groups;
  }

  #put({ text, at, ...truth }: { text: Text; at: number } & Omit<Labelled, 'item'>): void {
    const id = `r${this.#all.length}`;
    const datePublished = new Date(Date.UTC(2024, 2, 5) + at * 86_400_000).toISOString();
    const source = { id: `s${this.#all.length % 40}`, name: `صحيفة ${this.#all.length % 40}` };
    const item = {
      id,
      headline: text.headline,
      articleBody: text.body.join('\n\n'),
      datePublished,
      source,
    };
    this.#all.push({ at, entry: { item, ...truth } });
  }
}
