/**
 * Reads at most once in `ms`, however many ask: a hundred open pages cost the state what one does.
 * A read that fails is not kept.
 */
export function cachedRead<T>(read: () => Promise<T>, ms: number): () => Promise<T> {
  let kept: Promise<T> | undefined;
  let until = 0;
  return () => {
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
}
