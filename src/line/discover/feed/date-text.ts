import { parseIsoText } from './date-iso.ts';
import { parseRfc822Text } from './date-rfc822.ts';

/** Longer texts are no dates. */
const LONGEST = 100;

/**
 * Reads the date of a feed, sitemap or header as an instant: W3CDTF and ISO 8601, RFC 822 with its
 * common misspellings, asctime. A text without a zone is read as UTC, as the formats say.
 * @returns ISO 8601 in UTC, or undefined where the text is no such date
 */
export function parseFeedDate(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '' || trimmed.length > LONGEST) return undefined;
  const ms = parseIsoText(trimmed) ?? parseRfc822Text(trimmed);
  return ms === undefined ? undefined : new Date(ms).toISOString().replace('.000Z', 'Z');
}
