import { plainText } from './plain-text.ts';

/**
 * Text for a terminal, on as many lines as it has: without escapes, controls and what reorders the
 * text around it (Unicode property Bidi_Control), whoever wrote it.
 */
export function terminalText(text: string): string {
  return text
    .split('\n')
    .map((line) => line.split('\t').map(withoutMarks).join('\t'))
    .join('\n');
}

const withoutMarks = (text: string): string => plainText(text).replace(/\p{Bidi_Control}/gu, '');

/** What JSON may hold as it is and a terminal acts on: DEL, C1, Bidi_Control, line separators. */
const RISKY = /[\u007f-\u009f\u2028\u2029]|\p{Bidi_Control}/gu;

/** A value as one line of JSON that no terminal acts on: the same value to a program that parses it. */
export function terminalJson(value: unknown): string {
  const escaped = (character: string): string =>
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return (JSON.stringify(value) ?? 'null').replace(RISKY, escaped);
}
