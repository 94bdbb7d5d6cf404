import type { HeldRecord } from '../record/held-record.ts';
import type { PageDependencies } from './dependencies.ts';
import { addHeld, heldRecordOf } from './hold.ts';
import type { PageRead } from './read-page.ts';

/**
 * One page without an article is the site's own, be it ever so odd: it is skipped. The first pages of a
 * lost template look the same, so what is odd is kept until the pages behind it show which it was.
 */
export async function keepOdd(
  read: PageRead,
  about: Pick<HeldRecord, 'source' | 'link' | 'article'>,
  { odd, now }: Pick<PageDependencies, 'odd' | 'now'>,
): Promise<void> {
  const { address } = read.observation ?? {};
  if (address === undefined) return;
  const held = heldRecordOf(read, { ...about, signs: ['article'] }, now());
  await odd.keep({ address, held, page: read.page });
}

/** Holds the pages of these addresses that were skipped as odd, as the later ones of their kind are. */
export async function holdOdd(
  source: string,
  addresses: readonly string[],
  deps: Pick<PageDependencies, 'odd' | 'held' | 'tellHeldLost' | 'tellHeldLate'>,
): Promise<void> {
  if (addresses.length === 0) return;
  for (const { held, page } of await deps.odd.take(source, addresses)) {
    await addHeld(held, page, deps);
    await deps.tellHeldLate(held);
  }
}
