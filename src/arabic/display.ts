import { dropTatweel } from './tatweel.ts';

/** How a text is brought to the form in which people read it. */
export interface DisplayOptions {
  /** A headline, name or label: one line, without tatweel. */
  readonly label?: boolean;
}

/**
 * What is not shown, or is shown as something simpler: controls and format characters (bidirectional
 * controls of UAX 9, zero-width ones, soft hyphen, byte-order mark), lone surrogates, and the
 * presentation forms that old systems stored in place of letters (Unicode, 9.2).
 */
const ODD = /[\p{Cc}\p{Cf}\p{Cs}\ufb50-\ufdf9\ufe70-\ufefc]/gu;

/** Controls that part lines and words. */
const SPACING = /^[\t\n\v\f\r\u0085]$/u;

const LINE_BREAK = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;

/** Non-joiner and joiner, which some words and pictures are spelled with. */
const JOINERS = /[\u200c\u200d]+/gu;

/** Tags of flag emoji (UTS 51), which are format characters too. */
const FIRST_TAG = 0xe0020;
const LAST_TAG = 0xe007f;

/**
 * The published text as people read it: NFC, letters for presentation forms, no invisible marks,
 * plain spaces. Spelling stays: tashkeel, hamza, ة and ى, digits, and words that are one sign (ﷺ).
 */
export function displayText(text: string, { label = false }: DisplayOptions = {}): string {
  const visible = dropJoiners(text.replace(ODD, simplify));
  return label ? oneLine(dropTatweel(visible)) : lines(visible.normalize('NFC'));
}

function simplify(odd: string): string {
  const code = odd.codePointAt(0) ?? 0;
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  if (code >= 0xfb50 && code <= 0xfefc) return lettersOf(odd);
  const isKept = code >= FIRST_TAG && code <= LAST_TAG;
  return isKept || SPACING.test(odd) || odd === '\u200c' || odd === '\u200d' ? odd : '';
}

/** The letters of a presentation form; a mark's form stands on a space or tatweel of its own. */
function lettersOf(form: string): string {
  return form.normalize('NFKC').replace(/^[ \u0640](?=\p{M})/u, '');
}

/** Only Persian, Urdu and Kurdish spell with the non-joiner (Unicode, 9.2); ة ى ك are not theirs. */
const isPersianScript = (text: string): boolean => /[پچژگکی]/u.test(text) && !/[ةىك]/u.test(text);

/** Leaves a joiner within an emoji and a non-joiner within a word that is spelled with it. */
function dropJoiners(text: string): string {
  if (!/[\u200c\u200d]/u.test(text)) return text;
  const isPersian = isPersianScript(text);
  return text.replace(JOINERS, (joiners, at: number) => {
    const before = text.slice(Math.max(0, at - 3), at);
    const after = text.slice(at + joiners.length, at + joiners.length + 2);
    if (isEmojiEnd(before) && /^\p{Extended_Pictographic}/u.test(after)) return '\u200d';
    const isInWord = /(?!\u0640)[\p{L}\p{M}]$/u.test(before) && /^(?!\u0640)\p{L}/u.test(after);
    return isPersian && isInWord ? '\u200c' : '';
  });
}

const isEmojiEnd = (text: string): boolean =>
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})\ufe0f?$/u.test(text);

/** White space that is not one plain space already: to replace each of those takes ten times as long. */
const UNEVEN_SPACE = / [\s\u0085]+|(?! )[\s\u0085]+/gu;

/** The same, but for the ends of lines. */
const UNEVEN_BLANK = / [^\S\n]+|(?! )[^\S\n]+/gu;

function oneLine(text: string): string {
  return text.normalize('NFC').replace(UNEVEN_SPACE, ' ').trim();
}

/** Spaces become one, lines keep their order, and between two paragraphs stands one blank line. */
function lines(text: string): string {
  return text
    .replace(LINE_BREAK, '\n')
    .replace(UNEVEN_BLANK, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}
