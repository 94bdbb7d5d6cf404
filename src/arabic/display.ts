/** How a text is brought to the form in which people read it. */
export interface DisplayOptions {
  /** A headline, name or label: one line, without tatweel. */
  readonly label?: boolean;
}

/** Bidirectional controls (UAX 9) and zero-width characters that a copy and paste left behind. */
const INVISIBLE = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u00ad]/gu;

/** Arabic presentation forms, which old systems stored in place of letters; ﷺ and ﷽ are words. */
const PRESENTATION = /[\ufb50-\ufdf9\ufdfc\ufe70-\ufefc]/gu;

/** The published text as people read it: NFC, letters for presentation forms, no invisible marks. */
export function displayText(text: string, { label = false }: DisplayOptions = {}): string {
  const plain = text
    .replace(INVISIBLE, '')
    .replace(PRESENTATION, (form) => form.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[\u00a0\u2007\u202f]/gu, ' ');
  if (!label)
    return plain
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/ ?\n ?/gu, '\n')
      .trim();
  // Within a word a tatweel only stretches it; after one or two letters at its end it joins a
  // preposition to a digit (بـ8) or stands for the Hijri year (هـ), and stays.
  return plain
    .replace(/ـ+(?=\p{Script=Arabic})/gu, '')
    .replace(/(\p{L}{3})ـ+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();
}
