import { Parser } from 'htmlparser2';
import { resolveUrl } from '../url.ts';
import { entryOf, fieldOf, type SitemapFields } from './fields.ts';
import type { NamedSitemap } from './order.ts';
import type { SitemapEntry } from './sitemap-entry.ts';

/** What a sitemap was, once its end has come. */
export interface SitemapEnd {
  readonly kind: 'urlset' | 'index' | undefined;
  readonly sitemaps: readonly NamedSitemap[];
}

/** Takes a sitemap piece by piece; what was read is given on at once and not kept. */
export interface SitemapReader {
  readonly write: (piece: string) => void;
  readonly end: () => SitemapEnd;
}

/** The most a sitemap may hold (sitemaps.org). */
const MOST_ENTRIES = 50_000;

/** A field's text that is longer is cut there, in UTF-16 units. */
const LONGEST_FIELD = 4000;

/** Deeper markup is no sitemap: url, news:news, news:publication, news:name is four. */
const DEEPEST = 30;

/** Reads a sitemap as a stream: pieces of its text in, entries out, 50,000 at most. */
export function sitemapReader({
  url,
  onEntry,
}: {
  url: string;
  onEntry: (entry: SitemapEntry) => void;
}): SitemapReader {
  let kind: SitemapEnd['kind'];
  let fields: SitemapFields = {};
  let text = '';
  let count = 0;
  let depth = 0;
  const sitemaps: NamedSitemap[] = [];
  const finish = (name: string): void => {
    if (name !== 'url' && name !== 'sitemap') return;
    const entry = fields.loc ? entryOf(fields, resolveUrl(fields.loc, url)) : undefined;
    if (entry && name === 'url') onEntry(entry);
    else if (entry) sitemaps.push(sitemapOf(entry));
    fields = {};
    count += 1;
    if (count >= MOST_ENTRIES) parser.pause();
  };
  const parser = new Parser(
    {
      onopentagname(tag) {
        const name = localOf(tag);
        if (name === 'urlset') kind ??= 'urlset';
        if (name === 'sitemapindex') kind ??= 'index';
        text = '';
        depth += 1;
        if (depth > DEEPEST) parser.pause();
      },
      ontext(piece) {
        if (text.length < LONGEST_FIELD) text += piece;
      },
      onclosetag(tag) {
        depth -= 1;
        const field = kind && fieldOf(tag);
        if (field && text.trim() !== '') fields = { [field]: text.trim(), ...fields };
        text = '';
        finish(localOf(tag));
      },
    },
    { xmlMode: true, lowerCaseTags: true },
  );
  return {
    write: (piece) => parser.write(piece),
    end: () => {
      parser.end();
      return { kind, sitemaps };
    },
  };
}

const localOf = (tag: string): string => tag.replace(/^sitemap:|^sm:|^s:/u, '');

function sitemapOf({ url, lastModified }: SitemapEntry): NamedSitemap {
  return lastModified === undefined ? { url } : { url, lastModified };
}
