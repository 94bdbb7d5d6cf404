import { helperWords } from './byline-words.ts';

/** Marks that part a line of date, place and name; `photos by` is the photographer's. */
const MARK = new RegExp(
  `\\s*[/|•·]\\s*|\\s+[-–—]\\s+|\\.\\s+(?=\\p{L}[\\p{L} ]{1,20}:\\s)` +
    // What stands before is looked at where such a word follows, and not at every space.
    `|\\s(?=(?:بواسطة|بقلم|نووسینی|نویسنده|par|by)\\s?[:\\s])(?<!(?<!\\p{L})(?:${helperWords.join('|')}|articles?|video)\\s)`,
  'giu',
);

/**
 * A line and its tails: `الثلاثاء 3 نوفمبر / الجريدة - خاص` holds a credit behind the slash, and
 * `الجريدة - خاص` alone is what a reader of credits knows.
 */
export function lineParts(line: string): readonly string[] {
  const tails = [...line.matchAll(MARK)].map((mark) => line.slice(mark.index + mark[0].length));
  return [line, ...tails].filter((part) => part !== '').slice(0, MAX_PARTS);
}

/** Parts of one line that are looked at. */
const MAX_PARTS = 6;
