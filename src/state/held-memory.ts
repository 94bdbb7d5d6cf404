import type { SourceMemory } from './source-memory.ts';

/** A memory that stays in the process for some seconds between two reads of Redis. */
export interface HeldMemory<T> extends SourceMemory<T> {
  /** Saves what was learnt since; the last call. */
  readonly close: () => Promise<void>;
}

/** One source's value in the process. */
interface Held<T> {
  value: Promise<T | undefined>;
  isNew: boolean;
  readonly timer: NodeJS.Timeout;
}

/**
 * A memory that is read and written once in `heldMs` a source instead of with every page. After
 * that the value goes back and leaves the process, so that several workers learn from each other:
 * the later one to save wins, and what a process learnt since its last save is lost when it dies.
 */
export function heldMemory<T>(memory: SourceMemory<T>, heldMs: number): HeldMemory<T> {
  const held = new Map<string, Held<T>>();
  const putBack = async (source: string): Promise<void> => {
    const one = held.get(source);
    held.delete(source);
    clearTimeout(one?.timer);
    const value = one?.isNew ? await one.value : undefined;
    if (value !== undefined) await memory.save(source, value);
  };
  const hold = (source: string, value: Promise<T | undefined>): Held<T> => {
    // Where Redis does not take it, it is learnt again: no page waits for it, and no job fails.
    const timer = setTimeout(() => putBack(source).catch(() => undefined), heldMs).unref();
    const one = { value, isNew: false, timer };
    held.set(source, one);
    return one;
  };
  return {
    async load(source) {
      const one = held.get(source) ?? hold(source, memory.load(source));
      return one.value.catch((error: unknown) => {
        if (held.get(source) === one) held.delete(source);
        throw error;
      });
    },
    async save(source, value) {
      const one = held.get(source) ?? hold(source, Promise.resolve(value));
      one.value = Promise.resolve(value);
      one.isNew = true;
    },
    loadAll: (sources) => memory.loadAll(sources),
    close: async () => {
      await Promise.all([...held.keys()].map(putBack));
    },
  };
}
