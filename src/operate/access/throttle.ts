/** Failed tries that one key may have in a window before it has to wait for the window's end. */
interface Limit {
  readonly tries: number;
  readonly windowMs: number;
}

/** Counts failures by key, bounded in memory. */
export interface Throttle {
  /** False where the key has to wait. */
  readonly isFree: (key: string, limit: Limit) => boolean;
  readonly fail: (key: string, limit: Limit) => void;
  readonly forget: (key: string) => void;
}

/** More keys than that at once are a flood: the oldest are forgotten, the others still count. */
const KEYS_MOST = 10_000;

/** Opens a throttle. `now` gives Unix ms. */
export function openThrottle(now: () => number = Date.now): Throttle {
  const counts = new Map<string, { count: number; until: number }>();
  const current = (key: string) => {
    const found = counts.get(key);
    if (!found || found.until > now()) return found;
    counts.delete(key);
    return undefined;
  };
  return {
    isFree: (key, { tries }) => (current(key)?.count ?? 0) < tries,
    fail: (key, { windowMs }) => {
      const found = current(key) ?? { count: 0, until: now() + windowMs };
      counts.set(key, { ...found, count: found.count + 1 });
      const [oldest] = counts.keys();
      if (counts.size > KEYS_MOST && oldest !== undefined) counts.delete(oldest);
    },
    forget: (key) => void counts.delete(key),
  };
}
