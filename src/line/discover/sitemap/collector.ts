import { type MendCounter, mendCounter } from '../mended.ts';
import { resolveUrl } from '../resolve-url.ts';
import { entryOf, fieldOf, type SitemapFields } from './elements.ts';
import type { SitemapEntry } from './sitemap-entry.ts';

/** Takes the elements of a sitemap as they come, and keeps its entries. */
export interface SitemapCollector {
  readonly kind: () => 'urlset' | 'index' | undefined;
  readonly urls: readonly SitemapEntry[];
  readonly sitemaps: readonly SitemapEntry[];
  readonly mended: MendCounter;
  readonly isFull: () => boolean;
  readonly open: (name: string) => void;
  readonly text: (piece: string) => void;
  /** @param isCut the document ended within the element */
  readonly close: (name: string, isCut: boolean) => void;
}

/** The most a sitemap may hold (sitemaps.org). */
const MOST_ENTRIES = 50_000;

/** A field's text that is longer is cut there, in UTF-16 units. */
const LONGEST_FIELD = 4000;

/** Deeper markup is no sitemap: url, news:news, news:publication, news:name is four. */
const DEEPEST = 30;

const ROOTS: ReadonlyMap<string, 'urlset' | 'index'> = new Map(
  Object.entries({
    urlset: 'urlset',
    sitemapindex: 'index',
  }),
);

const isEntry = (name: string | undefined): boolean => name === 'url' || name === 'sitemap';

/** A collector of one document. @param url of the document, the base of relative addresses */
export function sitemapCollector(url: string): SitemapCollector {
  const urls: SitemapEntry[] = [];
  const sitemaps: SitemapEntry[] = [];
  const mended = mendCounter();
  const opened: string[] = [];
  let kind: 'urlset' | 'index' | undefined;
  let fields: SitemapFields = {};
  let text = '';

  /** Ends the entry in hand; an entry without an address is dropped. */
  const finish = (name: string, isCut: boolean): void => {
    const { loc } = fields;
    if (loc) (name === 'url' ? urls : sitemaps).push(entryOf(fields, resolveUrl(loc, url)));
    else if (!isCut) mended.add('no-address');
    fields = {};
  };

  /** Takes the text of the innermost element, where it is a field. */
  const take = (isCut: boolean): void => {
    const [name, parent] = [opened.at(-1), opened.at(-2)];
    const value = text.trim();
    text = '';
    if (!kind || name === undefined || value === '') return;
    const isBare = isEntry(name) && /^https?:\/\/\S+$/iu.test(value);
    const field = isBare ? 'loc' : fieldOf(name, parent);
    if (!field) return;
    if (isCut) {
      mended.add('cut');
      return;
    }
    if (isBare) mended.add('bare-address');
    const entry = opened.findLast(isEntry);
    if (field === 'loc' && fields.loc && entry) {
      mended.add('several-addresses');
      finish(entry, false);
    }
    fields = { [field]: value, ...fields };
  };

  /** An entry ends where the next one begins, and a field where any element does. */
  const endOpenLeft = (name: string): void => {
    const top = opened.at(-1);
    if (top !== undefined && fieldOf(top, opened.at(-2))) {
      mended.add('unclosed');
      take(false);
      opened.pop();
    }
    const at = isEntry(name) ? opened.findLastIndex(isEntry) : -1;
    if (at < 0) return;
    mended.add('unclosed');
    finish(opened[at] ?? name, false);
    opened.length = at;
  };

  return {
    kind: () => kind,
    ...{ urls, sitemaps, mended },
    isFull: () => urls.length + sitemaps.length >= MOST_ENTRIES || opened.length > DEEPEST,
    open(name) {
      kind ??= ROOTS.get(name);
      endOpenLeft(name);
      opened.push(name);
      text = '';
    },
    text(piece) {
      if (text.length < LONGEST_FIELD) text += piece;
    },
    close(name, isCut) {
      const at = opened.lastIndexOf(name);
      if (at < 0) return;
      take(isCut);
      opened.length = at;
      if (isEntry(name)) finish(name, isCut);
    },
  };
}
