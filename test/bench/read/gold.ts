import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSites } from '../../sites/catalogue.ts';

/** A page with what was read off it by hand. */
export interface GoldPage {
  readonly name: string;
  /** Site or host: pages of one are read with one memory. */
  readonly site: string;
  readonly url: string;
  readonly html: string;
  readonly zone: string;
  readonly headline?: string;
  readonly body?: string;
  readonly authors?: readonly string[];
  /** ISO instant or day. */
  readonly published?: string;
}

/** Pages that are reported together. */
export interface GoldSet {
  readonly name: string;
  readonly pages: readonly GoldPage[];
}

/** The replica sites' pages, those nobody tunes on apart. */
export async function replicaSets(): Promise<readonly GoldSet[]> {
  const loaded = await loadSites();
  // What a browser draws is not in the page as served: there the fetch step is on trial.
  const sites = loaded.filter(({ source }) => !/via:\s*browser/.test(source ?? ''));
  const setOf = (heldOut: boolean): GoldPage[] =>
    sites.filter(({ site }) => (site.heldOut ?? false) === heldOut).flatMap(pagesOf);
  return [
    { name: 'replica sites, tuned on', pages: setOf(false) },
    { name: 'replica sites, held out', pages: setOf(true) },
  ];
}

type LoadedSite = Awaited<ReturnType<typeof loadSites>>[number];

function pagesOf({ site, articles, expected, source = '' }: LoadedSite): GoldPage[] {
  const gold = expected(`https://${site.id}.test`);
  const zone = /timeZone:\s*(\S+)/.exec(source)?.[1] ?? 'UTC';
  return articles.flatMap((article, index) => {
    const one = gold[index];
    if (!one) return [];
    return {
      name: `${site.id} ${index}`,
      site: site.id,
      url: one.url,
      html: site.page(article, articles),
      zone,
      headline: one.headline,
      body: one.articleBody,
      authors: (one.author ?? []).map(({ name }) => name),
      ...(one.datePublished ? { published: one.datePublished } : {}),
    };
  });
}

interface ManifestEntry {
  readonly file: string;
  readonly kind: string;
  readonly language?: string;
  readonly url?: string;
  readonly gold?: {
    readonly title?: string;
    readonly body?: string | readonly string[];
    readonly author?: string | readonly string[] | null;
    readonly published?: string;
  };
}

/** Pages of a folder with a `manifest.json`: those in Arabic, and the others apart. */
export function folderSets(folder: string): readonly GoldSet[] {
  const entries = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  ) as ManifestEntry[];
  const articles = entries.filter(({ kind, gold }) => kind === 'article' && gold?.body);
  const arabic = articles.filter(({ language }) => language === 'ar');
  const others = articles.filter(({ language }) => language !== 'ar');
  return [
    { name: `${folder}, Arabic`, pages: arabic.map((entry) => entryPage(folder, entry)) },
    { name: `${folder}, other languages`, pages: others.map((entry) => entryPage(folder, entry)) },
  ];
}

function entryPage(folder: string, { file, url = '', gold = {} }: ManifestEntry): GoldPage {
  const { title, body, author, published } = gold;
  return {
    name: file,
    site: URL.canParse(url) ? new URL(url).host : file,
    url,
    html: readFileSync(join(folder, file), 'utf8'),
    zone: 'UTC',
    ...(title ? { headline: title } : {}),
    ...(body ? { body: [body].flat().join('\n\n') } : {}),
    ...(author === undefined ? {} : { authors: [author ?? []].flat() }),
    ...(published ? { published } : {}),
  };
}
