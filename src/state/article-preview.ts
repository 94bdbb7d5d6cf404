import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { ArticleLog } from '../line/publish/publish.ts';
import { aliases, fieldList } from './article-log.ts';
import type { Keys } from './keys.ts';
import { loadScript } from './script.ts';

const previewScript = loadScript('preview');

/** What the script replies: outcome, id, revision, JSON list of the changed fields. */
const Reply = z.tuple([
  z.enum(['published', 'updated', 'unchanged']),
  z.string(),
  z.number(),
  z.string(),
]);

/**
 * A log that decides as the article log would, and writes nothing. Two drafts of one article are
 * each held against what is stored. Calls throw StateError where Redis refuses the script.
 */
export function articlePreview(redis: Redis, keys: Keys): Pick<ArticleLog, 'commit'> {
  return {
    async commit(draft, sketch) {
      const names = [aliases(draft, sketch).join(' '), fieldList(sketch)];
      const args = [keys.of(''), draft.id, ...names, Date.parse(draft.fetch.at)];
      const reply = Reply.parse(await previewScript(redis, [keys.log], args));
      const [outcome, id, revision, changed] = reply;
      const fields = z.array(z.string()).parse(JSON.parse(changed));
      return { outcome, id, revision, ...(fields.length > 0 ? { changed: fields } : {}) };
    },
  };
}
