import { fieldInstant } from '../../../arabic/field-date.ts';

/** `0001-01-01` is what an empty field of some databases prints, and no date. */
const FIRST_MS = Date.UTC(1900, 0, 1);

/**
 * Reads the date of a feed, sitemap or header as an instant, by the one grammar of dates. A text
 * without a zone is read as UTC, as the formats say; one with a zone that is not known gives its day.
 * @returns ISO 8601 in UTC, or undefined where the text is no such date
 */
export function parseFeedDate(text: string | undefined): string | undefined {
  const ms = fieldInstant(text);
  if (Number.isNaN(ms) || ms < FIRST_MS) return undefined;
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}
