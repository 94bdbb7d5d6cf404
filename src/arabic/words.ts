/**
 * A word: letters and digits with their marks, joined by tatweel, joiners and apostrophes. A point,
 * comma, colon or stroke joins digits only (12,500.5 and 12/5/2024 are one), a hyphen only where a
 * digit or Latin letter follows (كوفيد-19, F-16): between two Arabic words it parts them.
 */
const WORD =
  /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u200c\u200d]|['’](?=\p{L})|(?<=\p{Nd})[.,٫٬:/](?=\p{Nd})|-(?=[\p{Nd}\p{Script=Latin}]))*/gu;

/** The conjunction, where a space has slipped in between it and the word that it belongs to. */
const CONJUNCTION = 'و';

/** Tatweel alone is a dash. */
const DASH = /^\u0640+$/u;

/** The words of a text as Arabic counts them: و, ال, ب and their like belong to the word they open. */
export function countWords(text: string): number {
  let words = 0;
  for (const [word] of text.matchAll(WORD)) {
    if (word !== CONJUNCTION && !DASH.test(word)) words += 1;
  }
  return words;
}
