import { parseDate } from '../../../arabic/date.ts';
import { instantOf } from '../../../arabic/instant.ts';
import { parseIsoText } from './date-iso.ts';
import { parseRfc822Text } from './date-rfc822.ts';

/** Longer texts are no dates. */
const LONGEST = 100;

/** A weekday before the date adds nothing, and is often wrong. */
const WEEKDAY = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s*/iu;

/** `0001-01-01` is what an empty field of some databases prints, and no date. */
const FIRST_MS = Date.UTC(1900, 0, 1);

/**
 * Reads the date of a feed, sitemap or header as an instant: W3CDTF and ISO 8601, RFC 822 with its
 * common misspellings, asctime, and Arabic dates. A text without a zone is read as UTC, as the
 * formats say.
 * @returns ISO 8601 in UTC, or undefined where the text is no such date
 */
export function parseFeedDate(text: string | undefined): string | undefined {
  const trimmed = text?.trim().replace(WEEKDAY, '') ?? '';
  if (trimmed === '' || trimmed.length > LONGEST) return undefined;
  const ms = parseIsoText(trimmed) ?? parseRfc822Text(trimmed) ?? parseArabic(trimmed);
  if (ms === undefined || ms < FIRST_MS) return undefined;
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

function parseArabic(text: string): number | undefined {
  if (!/\p{Script=Arabic}/u.test(text)) return undefined;
  const parsed = parseDate(text);
  const ms = parsed ? instantOf(parsed, 'UTC').getTime() : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}
