import type { Redis } from 'ioredis';
import { aliasOf } from './aliases.ts';
import type { Keys } from './keys.ts';
import { urlDigest } from './seen.ts';

/** A source that knows an address. */
export interface KnownLink {
  readonly source: string;
  /** When a visit first met it, Unix ms. */
  readonly seenAt?: number | undefined;
  /** The article that has this address. */
  readonly article?: string | undefined;
}

/** What an address is looked up by. */
export interface SoughtLink {
  /** What is the same for every address of one article. */
  readonly identity: string;
  /** The address as it was given, and its canonical form. */
  readonly urls: readonly string[];
}

/** Of the sources those that met a link, or published an article that has it. */
export async function findLink(
  { redis, keys }: { redis: Redis; keys: Keys },
  { identity, urls }: SoughtLink,
  sources: readonly string[],
): Promise<KnownLink[]> {
  const pipeline = redis.pipeline();
  for (const source of sources) {
    pipeline.zscore(keys.seen(source), urlDigest(identity));
    for (const url of urls) pipeline.get(keys.alias(aliasOf(source, url)));
  }
  const replies = ((await pipeline.exec()) ?? []).map(([, reply]) => reply);
  const width = urls.length + 1;
  return sources.flatMap((source, index) => {
    const [seen, ...articles] = replies.slice(index * width, (index + 1) * width);
    const article = articles.find((one) => typeof one === 'string');
    if (typeof seen !== 'string' && typeof article !== 'string') return [];
    const seenAt = typeof seen === 'string' ? Number(seen) : undefined;
    return [{ source, seenAt, ...(typeof article === 'string' ? { article } : {}) }];
  });
}
