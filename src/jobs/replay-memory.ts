import type { MethodHistory } from '../line/fetch/fetch-method.ts';
import type { SourceMemory } from '../state/source-memory.ts';

/**
 * A memory for a replay: what was learnt of a source stays as it is, since its pages taught it once
 * already; of a source that is new, it is learnt for as long as the replay lasts.
 */
export function replayMemory<T>(memory: SourceMemory<T>): SourceMemory<T> {
  const stored = new Map<string, T | undefined>();
  const learnt = new Map<string, T>();
  return {
    async load(source) {
      if (!stored.has(source)) stored.set(source, await memory.load(source));
      return stored.get(source) ?? learnt.get(source);
    },
    async save(source, value) {
      if (stored.get(source) === undefined) learnt.set(source, value);
    },
    loadAll: memory.loadAll,
  };
}

/** A replay fetches nothing, so it learns nothing of fetch methods. */
export const NO_METHODS: SourceMemory<MethodHistory> = {
  load: async () => undefined,
  save: async () => {},
  loadAll: async () => new Map(),
};
