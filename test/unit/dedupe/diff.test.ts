import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../../src/line/dedupe/diff.ts';
import { cpuMs } from '../../cpu.ts';

const joined = (before: string, after: string, without: string): string =>
  wordDiff(before, after)
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('wordDiff', () => {
  it.each([
    ['the same', 'خبر قصير', 'خبر قصير', ['= خبر قصير']],
    ['nothing', '', '', []],
    [
      'a word exchanged',
      'قتل ثلاثة أشخاص',
      'قتل أربعة أشخاص',
      ['= قتل ', '- ثلاثة ', '+ أربعة ', '= أشخاص'],
    ],
    ['a word added', 'قال الوزير', 'قال أمس الوزير', ['= قال ', '+ أمس ', '= الوزير']],
    ['a paragraph removed', 'أول\n\nثان', 'أول\n\n', ['= أول\n\n', '- ثان']],
    ['a text from nothing', '', 'جديد', ['+ جديد']],
  ])('tells %s', (_case, before, after, parts) => {
    const signs = { same: '=', added: '+', removed: '-' };
    const told = wordDiff(before, after).map(({ kind, text }) => `${signs[kind]} ${text}`);
    expect(told).toEqual(parts);
  });

  it('gives both texts back, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('قال', 'الوزير', ' ', '\n\n', '12', 'إن'))
      .map((w) => w.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(joined(before, after, 'added')).toBe(before);
        expect(joined(before, after, 'removed')).toBe(after);
      }),
    );
  });

  it('is bounded for two long texts that share nothing', () => {
    const long = (letter: string) =>
      Array.from({ length: 15_000 }, (_, at) => letter + at).join(' ');
    const began = cpuMs();
    const kinds = wordDiff(long('أ'), long('ب')).map(({ kind }) => kind);
    expect(kinds).toEqual(['removed', 'added']);
    expect(cpuMs() - began).toBeLessThan(5000);
  });
});
