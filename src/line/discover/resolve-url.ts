/** The longest URL that is kept, in UTF-16 units: what browsers, caches and sitemaps accept. */
export const LONGEST_URL = 2048;

const ABSOLUTE = /^[a-z][a-z0-9+.-]{1,20}:/iu;

/**
 * Resolves a reference against a base (WHATWG URL). One that is absolute already stays as it is
 * spelled, so that a document can be quoted; one that no base can complete is given back.
 */
export function resolveUrl(reference: string, base: string): string {
  const text = reference.trim();
  if (text === '' || ABSOLUTE.test(text)) return text;
  return URL.canParse(text, base) ? new URL(text, base).href : text;
}
