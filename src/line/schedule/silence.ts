import { expectedRates } from './expected-rate.ts';
import type { VisitHistory } from './visit-history.ts';
import { hourOfWeek } from './week-hour.ts';

/** A source that is unlike its own rhythm, with what was expected of it. */
export interface Unusual {
  readonly kind: 'silent' | 'flooding';
  /** In one sentence, for the operator. */
  readonly detail: string;
}

/** What a source has published lately. */
export interface Published {
  /** Unix ms, as all times here. */
  readonly now: number;
  /** IANA zone of the source: its week is that of its newsroom. */
  readonly zone: string;
  readonly lastArticle: number | undefined;
  /** Articles of the last 24 hours. */
  readonly lastDay: number;
}

const HOUR_MS = 3_600_000;

/** Hours that must have been watched before a silence says something: half a week with its nights. */
const FEWEST_HOURS = 84;

/** So many articles expected and none come: of a thousand such spans chance leaves one empty (e⁻⁷). */
const MISSED = 7;

/** A shorter silence may be a lunch, an outage of the office or a long story. */
const SHORTEST_MS = 3 * HOUR_MS;

/** Expectation looks back that far at most: after a week of silence nothing is added. */
const LONGEST_HOURS = 168;

/** Five times the usual day, and more than a busy newsroom adds to one. */
const FLOOD = { times: 5, least: 200 } as const;

/**
 * How much of its usual a newsroom writes on days that its weeks do not show. On the days of the two
 * feasts most desks run on watch. In Ramadan the day moves into the night for a month, and the
 * rhythm, which forgets by half in ten days, is behind at its beginning and its end.
 */
const FEAST_SHARE = 0.25;
const RAMADAN_SHARE = 0.5;

/**
 * Compares a source with its usual rhythm, by hour and weekday: a Friday with other Fridays.
 * @returns undefined where it is as usual, or too little is known
 */
export function findUnusual(history: VisitHistory, published: Published): Unusual | undefined {
  if (history.watchedHours < FEWEST_HOURS) return undefined;
  return findSilence(history, published) ?? findFlood(history, published);
}

function findSilence(
  history: VisitHistory,
  { now, zone, lastArticle }: Published,
): Unusual | undefined {
  if (lastArticle === undefined || now - lastArticle < SHORTEST_MS) return undefined;
  const from = Math.max(lastArticle, now - LONGEST_HOURS * HOUR_MS);
  const expected = expectedBetween(history, { from, to: now, zone });
  if (expected < MISSED) return undefined;
  const hours = Math.round((now - lastArticle) / HOUR_MS);
  const detail = `no article for ${hours} h; its rhythm leads to expect ${Math.round(expected)}`;
  return { kind: 'silent', detail };
}

function findFlood(history: VisitHistory, { now, zone, lastDay }: Published): Unusual | undefined {
  const usual = expectedBetween(history, { from: now - 24 * HOUR_MS, to: now, zone });
  if (lastDay < Math.max(FLOOD.least, FLOOD.times * usual)) return undefined;
  const detail = `${lastDay} articles in 24 h; its rhythm leads to expect ${Math.round(usual)}`;
  return { kind: 'flooding', detail };
}

/** Articles that the rhythm leads to expect in a span, hour by hour of the week. */
function expectedBetween(
  history: VisitHistory,
  { from, to, zone }: { from: number; to: number; zone: string },
): number {
  const rates = expectedRates(history.rhythm, to);
  let expected = 0;
  for (let at = from; at < to; ) {
    const end = Math.min(to, (Math.floor(at / HOUR_MS) + 1) * HOUR_MS);
    const share = shareOfDay(at, zone);
    expected += (rates(hourOfWeek(at, zone)) * share * (end - at)) / HOUR_MS;
    at = end;
  }
  return expected;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The share of the usual that a day of the Umm al-Qura calendar leads to expect. */
function shareOfDay(at: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
      timeZone: zone,
      month: 'numeric',
      day: 'numeric',
    });
  formats.set(zone, format);
  const parts = format.formatToParts(at);
  const number = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  return feastShare(number('month'), number('day'));
}

/** Ramadan is the ninth month; the feasts begin on 1 Shawwal (10th) and 10 Dhu al-Hijja (12th). */
function feastShare(month: number, day: number): number {
  // Sighting may move a feast by a day, and its eve is one already.
  if (month === 10 && day <= 4) return FEAST_SHARE;
  if (month === 12 && day >= 9 && day <= 14) return FEAST_SHARE;
  if (month === 9) return day >= 29 ? FEAST_SHARE : RAMADAN_SHARE;
  return 1;
}
