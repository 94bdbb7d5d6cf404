/** An Arabic word with tatweel in it, as far as words reach: hostile text may have no space at all. */
const STRETCHED =
  /(?:(?=\p{L})\p{Script=Arabic}|\p{M}){0,40}\u0640(?:(?=\p{L})\p{Script=Arabic}|[\p{M}\u0640]){0,200}/gu;

/**
 * Proclitics that a tatweel joins to what is no Arabic letter (بـ8, الـ100, لـ«البيت», كـBBC): alone
 * they are no words, so that a word of just these letters is always such a join.
 */
const JOINED = /^([\u0648\u0641]?(?:[بلكفس]|ال|لل|[بك]ال))\u0640+$/u;

/** The sign of Hijri years, which a tatweel tells from the pronoun: 1447هـ. */
const HIJRI = /^ه\u0640+$/u;

/** A tatweel by itself is typed for a dash: «غزة ــ وكالات». */
const DASH = /^\u0640+$/u;

/** The text without the tatweel that only stretches words. */
export function dropTatweel(text: string): string {
  if (!text.includes('ـ')) return text;
  return text.replace(STRETCHED, (word) => {
    if (DASH.test(word)) return '-';
    const joined = JOINED.exec(word)?.[1];
    if (joined !== undefined) return `${joined}ـ`;
    return HIJRI.test(word) ? 'هـ' : word.replaceAll('ـ', '');
  });
}
