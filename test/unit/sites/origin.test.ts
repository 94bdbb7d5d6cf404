import { describe, expect, it } from 'vitest';
import { placeAnswer, placeOrigins } from '../../sites/origin.ts';

const origins = new Map([
  ['almarsa', 'http://127.0.0.1:8101'],
  ['wakalat-khalij', 'http://127.0.0.1:8102'],
]);

describe('placeOrigins', () => {
  it.each([
    ['plain', 'https://almarsa.test/feed/', 'http://127.0.0.1:8101/feed/'],
    ['a hyphen in the id', 'https://wakalat-khalij.test/ar/', 'http://127.0.0.1:8102/ar/'],
    ['escaped in JSON', '"https:\\/\\/almarsa.test\\/x"', '"http:\\/\\/127.0.0.1:8101\\/x"'],
    ['percent-encoded', 'u=https%3A%2F%2Falmarsa.test%2Fx', 'u=http%3A%2F%2F127.0.0.1%3A8101%2Fx'],
    ['a site that is not served', 'https://nobody.test/', 'https://nobody.test/'],
    ['an address that is real', 'https://wordpress.org/?v=6', 'https://wordpress.org/?v=6'],
    [
      'twice',
      'https://almarsa.test https://almarsa.test',
      'http://127.0.0.1:8101 http://127.0.0.1:8101',
    ],
  ])('%s', (_name, text, placed) => {
    expect(placeOrigins(text, origins)).toBe(placed);
  });

  it('places origins in headers, whose names become lower case', () => {
    const answer = placeAnswer(
      { status: 302, headers: { Location: 'https://almarsa.test/ar/' }, body: '' },
      origins,
    );
    expect(answer).toEqual({
      status: 302,
      headers: { location: 'http://127.0.0.1:8101/ar/' },
      body: '',
    });
  });
});
