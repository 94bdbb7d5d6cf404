/** A date that names its instant: ISO 8601 or RFC 9110 form; Unix ms, undefined for any other text. */
export function parseInstant(text: string | undefined): number | undefined {
  const isDated = text !== undefined && /\d{4}/u.test(text);
  const instant = isDated ? Date.parse(text) : Number.NaN;
  return Number.isNaN(instant) ? undefined : instant;
}
