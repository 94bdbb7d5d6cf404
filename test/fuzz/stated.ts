import { isIP } from 'node:net';
import { domainToUnicode } from 'node:url';

/** References that writers of markup use in addresses; the rest is undone by number. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/** Markup that joins what stands before and behind it. */
const JOINTS = /<!\[CDATA\[|\]\]>|<[^<>]*>/gu;

const character = (code: number): string =>
  code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';

function decoded(text: string): string {
  return (
    text
      .replace(/&#x([\da-f]{1,8});?/giu, (_, hex: string) => character(Number.parseInt(hex, 16)))
      .replace(/&#(\d{1,8});?/gu, (_, digits: string) => character(Number(digits)))
      // Old references are read without their semicolon too.
      .replace(
        /&(amp|lt|gt|quot|apos);?/giu,
        (whole, name: string) => NAMED[name.toLowerCase()] ?? whole,
      )
      .replace(/\\u([\da-f]{4})/giu, (_, hex: string) => character(Number.parseInt(hex, 16)))
      .replace(/(?:%[\da-f]{2})+/giu, (bytes) =>
        Buffer.from(bytes.replaceAll('%', ''), 'hex').toString(),
      )
  );
}

/** Letters and digits of a text, undone of what addresses and markup write them with. */
const squeezed = (text: string): string =>
  decoded(decoded(text))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Letters in a row that are looked for. */
const GRAM = 4;

/** Fewer of them are chance. */
const FEWEST_GRAMS = 4;

/**
 * True where at least half of what a text is made of, four letters at a time, stands in another: what
 * a parser joined, dropped or encoded in between changes some of it, what it invented is all new.
 */
function isMostlyIn(part: string, whole: string): boolean {
  const letters = squeezed(part);
  const count = letters.length - GRAM + 1;
  // A few letters joined from two places prove nothing.
  if (count < FEWEST_GRAMS) return true;
  let found = 0;
  for (let at = 0; at < count; at += 1) {
    if (whole.includes(letters.slice(at, at + GRAM))) found += 1;
  }
  return found * 2 >= count;
}

/** Addresses of one document that are judged: each costs a search through its whole text. */
const MOST_JUDGED = 100;

/**
 * Judges addresses that were read off a document: each must stand there, or be of its own place.
 * Compared are letters and digits, since a parser of URLs rightly changes the rest.
 */
export function addressJudge(text: string, base: string): (url: string | undefined) => boolean {
  let stated: string | undefined;
  let judged = 0;
  const own = new URL(base);
  return (url) => {
    if (url === undefined || !URL.canParse(url) || judged >= MOST_JUDGED) return true;
    judged += 1;
    stated ??= `${squeezed(text)} ${squeezed(text.replace(JOINTS, ''))} ${squeezed(base)}`;
    const { hostname, pathname } = new URL(url);
    const isHost = hostname === own.hostname || isIP(hostname) > 0;
    if (!isHost && !isMostlyIn(domainToUnicode(hostname), stated)) return false;
    return isMostlyIn(pathname.split('/').findLast((segment) => segment !== '') ?? '', stated);
  };
}
