import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

/** A small JSON value a source that a step learns over time: boilerplate, clock, visit history. */
export interface SourceMemory<T> {
  readonly load: (source: string) => Promise<T | undefined>;
  readonly save: (source: string, value: T) => Promise<void>;
  readonly loadAll: (sources: readonly string[]) => Promise<Map<string, T>>;
}

/** A source unheard of for that long starts anew. */
const KEPT_MS = 180 * 86_400_000;

/** What larger value would mean a step that forgot its bound, in UTF-16 units. */
const LARGEST = 512_000;

/**
 * Memory of one kind: `load` and `save` of a JSON value a source. Two workers may learn at once;
 * the later save wins, which costs one observation. `revive` gives undefined for a form of an
 * earlier release: what was learnt is learnt again.
 */
export function sourceMemory<T>(
  redis: Redis,
  key: (source: string) => string,
  revive: (value: unknown) => T | undefined,
): SourceMemory<T> {
  const parse = (text: string | null | undefined): T | undefined =>
    text ? revive(JSON.parse(text)) : undefined;
  return {
    load: async (source) => parse(await redis.get(key(source))),
    async save(source, value) {
      const text = JSON.stringify(value);
      if (text.length > LARGEST) return;
      await redis.set(key(source), text, 'PX', KEPT_MS);
    },
    async loadAll(sources) {
      const texts = sources.length > 0 ? await redis.mget(...sources.map(key)) : [];
      const values = sources.map((source, index) => [source, parse(texts[index])] as const);
      return new Map(values.flatMap(([id, value]) => (value ? [[id, value]] : [])));
    },
  };
}

/** The names of the memories, so that each stands in one place. */
export const memoryKeys = (keys: Keys) => ({
  clock: keys.clock,
  boilerplate: keys.boilerplate,
  fetchMethod: (source: string) => keys.of('fetch-method', source),
  history: (source: string) => keys.of('history', source),
  sitemaps: (source: string) => keys.of('sitemaps', source),
  profile: (source: string) => keys.of('profile', source),
  hubTrust: (source: string) => keys.of('hub-trust', source),
});
