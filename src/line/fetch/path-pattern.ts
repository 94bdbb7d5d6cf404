/**
 * A path as patterns meet it: `*` and `$` stand for themselves in a path, and a pattern that means
 * the characters writes them `%2A` and `%24` (RFC 9309, 2.2.3).
 */
export function literalPath(path: string): string {
  return path.replaceAll('*', '%2A').replaceAll('$', '%24');
}

/**
 * Whether a pattern with `*` and a final `$` matches from the start of the path. Each part between
 * two stars is looked for from where the one before ended: linear, whatever a site writes.
 * @param path as `literalPath` gives it
 */
export function isMatch(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const body = isAnchored ? pattern.slice(0, -1) : pattern;
  // Before its end a dollar is a character like any other.
  const parts = body.replaceAll('$', '%24').split('*');
  const first = parts.shift() ?? '';
  const last = isAnchored && parts.length > 0 ? parts.pop() : undefined;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (last !== undefined) return path.length - last.length >= at && path.endsWith(last);
  return !isAnchored || at === path.length;
}
