/**
 * Whether a pattern with `*` and a final `$` matches from the start of the path. Each part between
 * two stars is looked for from where the one before ended: linear, whatever a site writes.
 */
export function isMatch(pattern: string, path: string): boolean {
  const isAnchored = pattern.endsWith('$');
  const parts = (isAnchored ? pattern.slice(0, -1) : pattern).split('*');
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
