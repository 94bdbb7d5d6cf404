import type { Page } from '../record/fetched-page.ts';
import type { HeldRecord } from '../record/held-record.ts';
import { heldId } from '../state/held-records.ts';
import type { PageDependencies } from './dependencies.ts';
import { isNoArticle, type PageRead } from './read-page.ts';

/** What of a held record is known beside its page. */
type About = Pick<HeldRecord, 'source' | 'link' | 'article' | 'signs'>;

/** Keeps a reading from the log, with its page. */
export function hold(
  read: PageRead,
  about: About,
  deps: Pick<PageDependencies, 'held' | 'now' | 'tellHeldLost'>,
): Promise<void> {
  return addHeld(heldRecordOf(read, about, deps.now()), read.page, deps);
}

/** What is kept of a reading that is held. */
export function heldRecordOf({ page, found }: PageRead, about: About, now: Date): HeldRecord {
  const { source, link, article, signs } = about;
  const what = isNoArticle(found) ? { reason: `${found.kind}: ${found.reason}` } : { draft: found };
  const id = heldId(source, link.url);
  const place = { id, source, url: page.url, at: now.toISOString(), signs, link };
  return { ...place, ...(article ? { article } : {}), ...what };
}

/** Adds a held record, with its page where there is one, and tells which had to go for it. */
export async function addHeld(
  record: HeldRecord,
  page: Page | undefined,
  { held, tellHeldLost }: Pick<PageDependencies, 'held' | 'tellHeldLost'>,
): Promise<void> {
  const gone = await held.add(record, page);
  if (gone > 0) tellHeldLost({ source: record.source, records: gone });
}
