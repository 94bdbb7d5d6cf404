import { expect, it } from 'vitest';
import { plainText } from '../../../src/operate/plain-text.ts';
import { cpuMs } from '../../cpu.ts';

it.each([
  ['colour', '\u001b[31mعاجل\u001b[0m', 'عاجل'],
  ['a clear screen in one byte', '\u009b2Jخبر', 'خبر'],
  ['a window title that ends by BEL', '\u001b]0;x\u0007خبر', 'خبر'],
  ['a link that ends by ST', '\u001b]8;;http://x.test\u001b\\خبر', 'خبر'],
  ['a bare escape', 'أ\u001bب', 'أ ب'],
  ['a forged line', 'خبر\n{"level":"error"}', 'خبر {"level":"error"}'],
  ['delete and NUL', 'أ\u0000\u007fب', 'أ ب'],
  ['a right-to-left override', 'a\u202egnp.exe', 'agnp.exe'],
  ['an isolate', '\u2067خبر\u2069', 'خبر'],
  ['a lone surrogate', 'أ\ud800ب', 'أ\ufffdب'],
  ['plain Arabic with marks and an emoji', 'مُحمّد‌ی 🌙', 'مُحمّد‌ی 🌙'],
])('%s', (_, text, plain) => {
  expect(plainText(text)).toBe(plain);
});

it('reads a text of escapes alone in linear time', () => {
  const started = cpuMs();
  plainText('\u001b]'.repeat(200_000));
  expect(cpuMs() - started).toBeLessThan(2000);
});
