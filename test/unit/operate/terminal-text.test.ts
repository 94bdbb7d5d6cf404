import { expect, it } from 'vitest';
import { terminalJson, terminalText } from '../../../src/operate/terminal-text.ts';

/** What a terminal acts on: escapes, C1 controls, what reorders text. */
const RISKY = /(?![\n\t])\p{Cc}|[\u2028\u2029]|\p{Bidi_Control}/u;

const HOSTILE = [
  'عاجل\u001b[2J\u001b]0;x\u0007',
  'خبر\u009b31m',
  'a\u202egnp.exe\u2069',
  'ب\u200f\u061cت\u200e',
  'أ\u0000\u0085\u2028ب',
];

it.each(HOSTILE)('%j is harmless as text and as JSON, which keeps the value', (text) => {
  expect(terminalText(`${text}\n${text}\t1\n`)).not.toMatch(RISKY);
  const json = terminalJson({ headline: text });
  expect(json).not.toMatch(RISKY);
  expect(JSON.parse(json)).toEqual({ headline: text });
});

it('keeps lines, columns and Arabic as they are', () => {
  const table = 'معرّف\tحالة\nalmina\tgood\n';
  expect(terminalText(table)).toBe(table);
});
