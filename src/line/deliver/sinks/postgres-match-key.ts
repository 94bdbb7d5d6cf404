import { matchKey } from '../../../arabic/key.ts';

/**
 * Characters of which keys are made: Latin with its diacritics, Greek, Cyrillic, the Arabic blocks,
 * general punctuation and currency. NFKC brings presentation forms and full-width letters to these.
 */
const BLOCKS = [
  [0x20, 0x52f],
  [0x600, 0x6ff],
  [0x750, 0x77f],
  [0x8a0, 0x8ff],
  [0x2000, 0x20cf],
  [0x2e00, 0x2e7f],
  [0x3000, 0x303f],
] as const;

/**
 * `match_key(text)` in SQL, for those who ask `article.search` without this package. Its table of
 * characters is made from `matchKey` itself; PostgreSQL's NFKC and `translate` do the rest. It
 * differs for what is in none of the blocks above (other scripts' digits, emoji), which it keeps.
 */
export function matchKeyFunction(): string {
  const { from, to, dropped } = characterTable();
  const [parted, kept] = [from + dropped, to].map((text) => `'${text.replaceAll("'", "''")}'`);
  return `CREATE OR REPLACE FUNCTION match_key(words text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $match_key$
      SELECT btrim(regexp_replace(translate(normalize(words, NFKC), ${parted}, ${kept}), '\\s+', ' ', 'g'))
    $match_key$`;
}

/** `translate` drops what stands in its first text beyond the length of the second. */
function characterTable() {
  const table = { from: '', to: '', dropped: '' };
  for (const character of BLOCKS.flatMap(([first, last]) => charactersOf(first, last))) {
    // A letter is put beside the character, since a key by itself begins and ends without a space.
    const key = matchKey(`x${character}x`).slice(1, -1);
    if (key === character) continue;
    if (key === '') table.dropped += character;
    else if ([...key].length === 1) {
      table.from += character;
      table.to += key;
    }
  }
  return table;
}

function charactersOf(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
}
