import { describe, expect, it } from 'vitest';
import { matchKey } from '../../../src/arabic/key.ts';
import { creditNames } from '../../../src/line/extract/agencies.ts';
import { cityNames, countryNames } from '../../../src/line/extract/city-names.ts';
import { givenNames, isGivenName } from '../../../src/line/extract/given-names.ts';
import { labelWords } from '../../../src/line/extract/label-words.ts';
import { roleNames, verbsAndParticles } from '../../../src/line/extract/role-names.ts';

const labels = labelWords.flatMap(({ words }) => words);

describe('lists of phrases', () => {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['credits', creditNames.flatMap(({ names }) => names)],
    ['roles', roleNames],
    ['verbs and particles', verbsAndParticles],
    ['cities', cityNames],
    ['countries', countryNames],
    ['labels', labels],
    ['given names', givenNames],
  ];

  it.each(lists)('%s: no two fold to one key', (_name, phrases) => {
    const keys = phrases.map(matchKey);
    const twice = phrases.filter((_phrase, at) => keys.indexOf(keys[at] ?? '') !== at);
    expect(phrases.length).toBeGreaterThan(20);
    expect(twice).toEqual([]);
  });

  it('have no label that is a given name too', () => {
    expect(labels.filter((word) => isGivenName(matchKey(word)))).toEqual([]);
  });

  it('have labels of one word each', () => {
    expect(labels.filter((word) => /\s/.test(matchKey(word)))).toEqual([]);
  });
});
