/** More fields than any writer makes; the rest is left out. */
const MOST_FIELDS = 500;

/**
 * Header fields by their names in lower case; repeated ones joined by a comma (RFC 9110, 5.3),
 * folded lines (RFC 9112, 5.2) unfolded. A line that is no field is left out.
 */
export function parseFields(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of lines.slice(0, MOST_FIELDS)) {
    const colon = line.indexOf(':');
    const isFolded = /^[ \t]/u.test(line);
    if (!isFolded && colon <= 0) continue;
    if (!isFolded) name = line.slice(0, colon).trim().toLowerCase();
    const text = (isFolded ? line : line.slice(colon + 1)).trim();
    const before = fields.get(name);
    const join = isFolded ? ' ' : ', ';
    if (name !== '') fields.set(name, before === undefined ? text : `${before}${join}${text}`);
  }
  return fields;
}
