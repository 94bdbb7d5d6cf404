import type { Redact } from '../redaction.ts';
import { type Language, type Say, wordsOf } from './words/console-words.ts';

/** How a page looks: as the reader's system says, or as the reader chose. */
export const THEMES = ['auto', 'light', 'dark'] as const;
/** How a page looks. */
export type Theme = (typeof THEMES)[number];

/** Who may do what: a viewer reads, an operator changes. */
const CONSOLE_ROLES = ['viewer', 'operator'] as const;
/** Who may do what. */
export type ConsoleRole = (typeof CONSOLE_ROLES)[number];

/** Who reads a page, and how: all that a page needs to know of its request. */
export interface Reader {
  readonly language: Language;
  readonly say: Say;
  readonly theme: Theme;
  /** Absent where nobody has to log in. */
  readonly name?: string | undefined;
  readonly role: ConsoleRole;
  /** What a form of this reader must carry. */
  readonly token: string;
  /** The path of the page, and its query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly redact: Redact;
  readonly now: Date;
}

/** What a reader is made from; the words come with the language. */
export function readerOf(about: Omit<Reader, 'say'>): Reader {
  return { ...about, say: wordsOf(about.language) };
}

/** The direction of the page. */
export function directionOfPage({ language }: Reader): 'rtl' | 'ltr' {
  return language === 'ar' ? 'rtl' : 'ltr';
}

/** The address of the page with some of its query changed; a key with an undefined value is left out. */
export function linkTo(
  { path, query }: Pick<Reader, 'path' | 'query'>,
  change: Readonly<Record<string, string | number | undefined>>,
): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, String(value));
  }
  const text = next.toString();
  return text === '' ? path : `${path}?${text}`;
}
