import type { Redis } from 'ioredis';
import type { ArticleLog } from '../line/publish/publish.ts';
import { decideArticle, namesakeOf } from './article-decision.ts';
import { findArticle } from './find-article.ts';
import type { Keys } from './keys.ts';

/**
 * A log that decides as the article log would, and writes nothing. Two drafts of one article are
 * each held against what is stored. Calls throw StateError where Redis refuses the script.
 */
export function articlePreview(redis: Redis, keys: Keys): Pick<ArticleLog, 'commit'> {
  return {
    async commit(draft, sketch) {
      const drawn = { draft, sketch };
      const first = await findArticle({ redis, keys }, drawn, 'unnoted');
      const item = namesakeOf(first, drawn) ?? drawn;
      const found = item === drawn ? first : await findArticle({ redis, keys }, item, 'unnoted');
      const { id, known } = found;
      const { change: outcome, revision } = decideArticle(found, item);
      const number = (known?.revision ?? 0) + (outcome === 'unchanged' ? 0 : 1);
      const changed = revision && revision.changed.length > 0 ? { changed: revision.changed } : {};
      return { outcome, id, revision: number, ...changed };
    },
  };
}
