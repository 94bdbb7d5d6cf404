import { describe, expect, it } from 'vitest';
import { findPlace } from '../../../src/line/discover/survey/country.ts';
import { choosePlace } from '../../../src/line/discover/survey/place-choice.ts';
import { placeNamed } from '../../../src/line/discover/survey/place-names.ts';

const repeat = (text: string, times: number): string[] => Array.from({ length: times }, () => text);

describe('the country that a site’s news names', () => {
  it.each([
    [
      'cities with what is written before them',
      repeat('افتتح محافظ إربد طريقا في الرمثا', 3),
      'JO',
    ],
    ['with and, in and to', ['حريق بالبصرة', 'وفد إلى ميسان', 'زار وفد للكوت وكركوك'], 'IQ'],
    ['a name of two words', repeat('أمطار على سيدي بوزيد', 3), 'TN'],
    ['whatever the spelling', ['أمطار علي طنجه', 'ميناء طَنْجَة', 'قطار طنجـة'], 'MA'],
    ['what else an article names', repeat('من وهران إلى تلمسان مرورا بصفاقس', 4), 'DZ'],
    ['too few articles', repeat('افتتح محافظ إربد طريقا', 2), undefined],
    ['news of the whole region', [...repeat('حمص', 3), ...repeat('البصرة', 3)], undefined],
    ['two countries as often', repeat('من وهران إلى صفاقس', 5), undefined],
    ['words that are names elsewhere', repeat('رأى جده دخانا أبيض في حجة قوية', 5), undefined],
    ['no place', repeat('ارتفعت أسعار الخضار', 5), undefined],
  ])('by %s', (_, texts, country) => {
    expect(placeNamed(texts)?.country).toBe(country);
  });
});

describe('the place that is chosen', () => {
  const at = Date.parse('2026-11-20T09:00:00Z');
  const clocks = (hours: number) => [{ at, offsetMs: hours * 3_600_000 }];
  const jordan = placeNamed(repeat('إربد', 3));
  const locale = (text: string) =>
    findPlace('https://news.test/', { locales: [{ text, from: 'og:locale' }] });
  const host = findPlace('https://news.ye/', {});

  it.each([
    ['by the news', [], clocks(3), jordan, 'Asia/Amman'],
    ['by the news before a locale', [locale('ar_SA')], clocks(3), jordan, 'Asia/Amman'],
    [
      'by a locale where clocks refute the news',
      [locale('ar_EG')],
      clocks(2),
      jordan,
      'Africa/Cairo',
    ],
    ['by the host before the news', [host], clocks(3), jordan, 'Asia/Aden'],
    ['not at all where clocks refute both', [locale('ar_SA')], clocks(1), jordan, undefined],
  ] as const)('%s', (_, places, offsets, named, timeZone) => {
    expect(choosePlace(places, offsets, named).timeZone).toBe(timeZone);
  });

  it('by clocks alone names the zones that show the same all year', () => {
    const { country, timeZone, from } = choosePlace([], clocks(3));
    expect([country, timeZone]).toEqual([undefined, 'Asia/Bahrain']);
    expect(from).toMatch(
      /^clocks at \+03:00 of UTC; all year the same: .*Asia\/Baghdad.*Asia\/Riyadh/u,
    );
  });
});
