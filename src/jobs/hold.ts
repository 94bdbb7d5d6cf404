import type { HeldRecord } from '../record/held-record.ts';
import { heldId } from '../state/held-records.ts';
import type { PageDependencies } from './dependencies.ts';
import { isNoArticle, type PageRead } from './read-page.ts';

/** Keeps a reading from the log, with its page. */
export async function hold(
  { page, found }: PageRead,
  about: Pick<HeldRecord, 'source' | 'link' | 'article' | 'signs'>,
  { held, now, tellHeldLost }: Pick<PageDependencies, 'held' | 'now' | 'tellHeldLost'>,
): Promise<void> {
  const { source, link, article, signs } = about;
  const what = isNoArticle(found) ? { reason: `${found.kind}: ${found.reason}` } : { draft: found };
  const id = heldId(source, link.url);
  const at = now().toISOString();
  const place = { id, source, url: page.url, at, signs, link };
  const gone = await held.add({ ...place, ...(article ? { article } : {}), ...what }, page);
  if (gone > 0) tellHeldLost({ source, records: gone });
}
