/** A read that is kept for a while. */
export interface CachedRead<T> {
  (): Promise<T>;
  /** Reads anew the next time: what was read was changed. */
  readonly forget: () => void;
}

/**
 * Reads at most once in `ms`, however many ask: a hundred open pages cost the state what one does.
 * A read that fails is not kept.
 */
export function cachedRead<T>(read: () => Promise<T>, ms: number): CachedRead<T> {
  let kept: Promise<T> | undefined;
  let until = 0;
  const cached = (): Promise<T> => {
    if (kept === undefined || performance.now() >= until) {
      const reading = read();
      kept = reading;
      until = performance.now() + ms;
      reading.catch(() => {
        if (kept === reading) kept = undefined;
      });
    }
    return kept;
  };
  const forget = (): void => {
    kept = undefined;
  };
  return Object.assign(cached, { forget });
}
