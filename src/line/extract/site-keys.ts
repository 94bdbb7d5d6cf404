import { matchKey } from '../../arabic/key.ts';

const known = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Keys of a page's site names; made once for a list, which a dozen readers ask about. */
export function siteKeys(siteNames: readonly string[]): ReadonlySet<string> {
  const before = known.get(siteNames);
  if (before) return before;
  const keys = new Set(siteNames.map(matchKey));
  known.set(siteNames, keys);
  return keys;
}
