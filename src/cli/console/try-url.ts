import { UsageError } from '../../errors.ts';
import { dryDependencies } from '../../jobs/dry-run.ts';
import { siteHosts } from '../../jobs/own-site.ts';
import { isNoArticle, readPage } from '../../jobs/read-page.ts';
import { readArticle } from '../../line/extract/article.ts';
import { parseDocument } from '../../line/extract/document.ts';
import { explainBlocks } from '../../line/extract/explain.ts';
import { hostKey } from '../../line/fetch/host-key.ts';
import type { TriedUrl } from '../../operate/operator-data.ts';
import type { ArticleDraft } from '../../record/article.ts';
import type { Source } from '../../source.ts';
import { checkContactFor } from '../contact-check.ts';
import type { Installation } from '../installation.ts';
import type { Runtime } from '../runtime.ts';
import { whenFree } from '../wait-for-slot.ts';

/** Longest wait for a host's turn and its answer: somebody looks at the page meanwhile. */
const WAIT_MS = 45_000;

/**
 * Reads a page by the rules of a source, with politeness, and publishes and remembers nothing.
 * @throws UsageError for a text that is no address, or one of another site; and what the fetch step throws
 */
export async function tryUrl(
  source: Source,
  address: string,
  { runtime, installation }: { readonly runtime: Runtime; readonly installation: Installation },
): Promise<TriedUrl> {
  if (!URL.canParse(address) || !/^https?:$/u.test(new URL(address).protocol)) {
    throw new UsageError('Not an address of the web', {
      hint: 'It begins with https:// or http://',
    });
  }
  checkSite(new URL(address), source);
  checkContactFor({ id: source.id, homepage: address }, installation.catalogue.settings);
  const link = {
    url: address,
    source: source.id,
    route: { kind: 'direct', url: address },
    firstSeen: new Date().toISOString(),
    visit: 'console',
  } as const;
  const deps = dryDependencies(runtime.deps);
  const { page, found } = await inTime(whenFree(() => readPage(link, source, { deps })));
  const context = { source, crawlers: deps.crawlers };
  const document = parseDocument(page.chunks ?? page.text, page.url);
  const blocks = explainBlocks(document, readArticle(document, context));
  if (isNoArticle(found)) {
    return {
      url: page.url,
      fields: [],
      noArticle: { kind: found.kind, reason: found.reason },
      blocks,
    };
  }
  return { url: page.url, fields: fieldsOf(found), blocks };
}

/** The rules of a source do not hold for another site, so no other site is asked by them. @throws UsageError */
function checkSite(url: URL, source: Source): void {
  const own = siteHosts(source);
  if (own.has(hostKey(url))) return;
  throw new UsageError(`${url.host} is not of this source's site: ${[...own].join(', ')}`, {
    hint: 'Try it with the source that it belongs to, or add one: marsad sources add URL.',
  });
}

/** @throws UsageError after {@link WAIT_MS} */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const hint = 'Others wait for this host too; try again later.';
      reject(new UsageError(`No turn or no answer within ${WAIT_MS / 1000} s`, { hint }));
    }, WAIT_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function fieldsOf(draft: ArticleDraft): TriedUrl['fields'] {
  return Object.entries(draft.evidence).map(([field, { from, confidence }]) => {
    const value: unknown = Reflect.get(draft, field);
    const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '—');
    return { field, value: text, from, confidence };
  });
}
