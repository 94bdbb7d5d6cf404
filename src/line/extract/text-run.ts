import type { Block } from './region.ts';
import { countWords } from './word-count.ts';

/** What a run of text says of itself. */
type RunText = Pick<Block, 'text' | 'words' | 'linkShare' | 'boldShare' | 'isAfterImage'>;

/** Gathers the text between two block boundaries, with its linked and its bold share. */
export class Run {
  #text = '';
  #linked = 0;
  #bold = 0;
  #links = 0;
  #bolds = 0;
  #image = false;
  #apart = false;

  /** Length of the text so far, in UTF-16 units, leading space apart. */
  get length(): number {
    return this.#text.trimStart().length;
  }

  /** What follows stands in an element of its own: a number in it is no part of the one before. */
  partNumbers(): void {
    this.#apart = true;
  }

  add(data: string): void {
    if (this.#apart && (gluesNumber(this.#text, data) || gluesDay(this.#text, data)))
      this.#text += ' ';
    this.#apart = false;
    this.#text += data;
    if (this.#links === 0 && this.#bolds === 0) return;
    const length = data.trim().length;
    if (this.#links > 0) this.#linked += length;
    if (this.#bolds > 0) this.#bold += length;
  }

  enter(name: string): void {
    if (name === 'a') this.#links += 1;
    else if (name === 'b' || name === 'strong') this.#bolds += 1;
  }

  leave(name: string): void {
    if (name === 'a') this.#links -= 1;
    else if (name === 'b' || name === 'strong') this.#bolds -= 1;
  }

  meetImage(): void {
    this.#image = true;
  }

  /** Ends the run: its text, or undefined where it holds none. */
  end(): RunText | undefined {
    if (this.#text === '') return undefined;
    const text = visibleText(this.#text);
    const linkShare = Math.min(1, this.#linked / text.length);
    const boldShare = Math.min(1, this.#bold / text.length);
    const isAfterImage = this.#image;
    this.#text = '';
    this.#linked = 0;
    this.#bold = 0;
    // Stars, dashes, stretches and pictograms alone part texts and are none.
    if (!LETTER.test(text)) return undefined;
    this.#image = false;
    return { text, words: countWords(text), linkShare, boldShare, isAfterImage };
  }
}

/** True where a number would run into a letter or a number: `2026/11/17` and a count of `0`. */
function gluesNumber(before: string, after: string): boolean {
  const [last = '', first = ''] = [before.at(-1), after[0]];
  return /[\d٠-٩]/.test(last + first) && /[\p{L}\p{N}]/u.test(last) && /[\p{L}\p{N}]/u.test(first);
}

/** The day of a date that stands in an element of its own right behind a name. */
const DAY =
  /^(?:ال)?(?:سبت|أحد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)(?=[\s،,])|^(?:منذ|بتاريخ|نشرت? في|تاريخ النشر|آخر تحديث|المشاهدات|published|updated|publié)(?=[\s:])/iu;

/** True where a name would run into the day behind it: `نوال الشامي` and `الخميس 12 مارس`. */
function gluesDay(before: string, after: string): boolean {
  // Of the last units alone: the pattern would begin at each letter of the text.
  return /\p{L}$/u.test(before.slice(-2)) && DAY.test(after);
}

const LETTER = /(?!ـ)[\p{L}\p{N}]/u;

/** Characters that show nothing: zero-width space and no-break space, word joiner, soft hyphen. */
const UNSEEN = /[\u200b\u2060\ufeff\u00ad]/g;

/** White space that is not one plain space already: most of a text's spaces need no change. */
const UNEVEN_SPACE = / \s+|[^\S ]\s*/g;

/** Any of both: most paragraphs hold none, and are read through once. */
const UNCLEAN = /[\u200b\u2060\ufeff\u00ad]| \s|[^\S ]/;

/** Text as a reader sees it; direction marks at its ends are of the editor, not of the text. */
function visibleText(text: string): string {
  const even = UNCLEAN.test(text) ? text.replace(UNSEEN, '').replace(UNEVEN_SPACE, ' ') : text;
  let [start, end] = [0, even.length];
  while (start < end && isEdge(even.charCodeAt(start))) start += 1;
  while (end > start && isEdge(even.charCodeAt(end - 1))) end -= 1;
  return even.slice(start, end);
}

/** A space, or one of the marks U+200E and U+200F. */
function isEdge(unit: number): boolean {
  return unit === 0x20 || unit === 0x200e || unit === 0x200f;
}
