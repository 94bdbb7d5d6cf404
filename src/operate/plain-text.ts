/**
 * ANSI escape sequences (ECMA-48): CSI with its parameters, OSC up to its end, and the two-byte
 * ones. Each part is bounded, so that a text of a million escapes is read once.
 */
const ANSI =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it finds
  /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]|\u001b\][^\u0007\u001b]{0,512}(?:\u0007|\u001b\\)|\u001b[@-Z\\-_]/gu;

/** C0 and C1 controls and DEL (Unicode general category Cc). */
const CONTROLS = /\p{Cc}+/gu;

/**
 * Characters that reorder the text around them (UAX #9, explicit formatting) and line separators:
 * in a log or terminal they let a headline rewrite what stands beside it.
 */
const REORDERING = /[\u202a-\u202e\u2066-\u2069\u2028\u2029]/gu;

/** A lone surrogate is no text: terminals and JSON readers differ on it. */
const LONE_SURROGATE = /\p{Cs}/gu;

/** The text on one line without anything that a terminal or a log reader would act on. */
export function plainText(text: string): string {
  return text
    .replace(ANSI, '')
    .replace(CONTROLS, ' ')
    .replace(REORDERING, '')
    .replace(LONE_SURROGATE, '\ufffd');
}
