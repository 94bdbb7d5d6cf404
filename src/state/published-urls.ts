import type { Redis } from 'ioredis';
import { aliasOf } from './aliases.ts';
import type { Keys } from './keys.ts';

/** Which addresses are those of published articles. */
export interface PublishedUrls {
  /** Of `urls`, those under which an article of the source is known. */
  readonly among: (source: string, urls: readonly string[]) => Promise<ReadonlySet<string>>;
  /** The id of the article of the source that has one of `urls`; undefined where none has. */
  readonly articleAt: (source: string, urls: readonly string[]) => Promise<string | undefined>;
}

/** Looks addresses up as the article log keeps them: 400 days, longer than links are known. */
export function publishedUrls(redis: Redis, keys: Keys): PublishedUrls {
  return {
    async among(source, urls) {
      const pipeline = redis.pipeline();
      for (const url of urls) pipeline.exists(keys.alias(aliasOf(source, url)));
      const replies = (await pipeline.exec()) ?? [];
      return new Set(urls.filter((_, index) => replies[index]?.[1] === 1));
    },
    async articleAt(source, urls) {
      const names = urls.map((url) => keys.alias(aliasOf(source, url)));
      const found = await Promise.all(names.map((name) => redis.get(name)));
      return found.find((id) => id !== null) ?? undefined;
    },
  };
}
