import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { decodeBytes } from '../../../src/line/fetch/charset.ts';
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
  /** Text on which careful readers differ: it counts neither way. */
  readonly optional?: string;
  readonly authors?: readonly string[];
  /** Other authors that are right too. */
  readonly otherAuthors?: readonly (readonly string[])[];
  /** ISO instant or day; null where the page does not say. */
  readonly published?: string | null;
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

/**
 * Fifty pages, twelve of them no articles, by writers who had not seen the reader, its tests nor what
 * it gave for other pages. Nothing was tuned on them: who mends what they show replaces them by new ones.
 */
export const UNSEEN = fileURLToPath(new URL('unseen', import.meta.url));

interface ManifestEntry {
  readonly file: string;
  /** `article`, where absent too; all else is none. */
  readonly kind?: string;
  readonly zone?: string;
  readonly suite?: string;
  readonly language?: string | null;
  readonly url?: string;
  readonly gold?: {
    readonly title?: string | null;
    readonly body?: string | readonly string[] | null;
    readonly optional?: readonly string[];
    readonly author?: string | readonly string[] | null;
    readonly otherAuthors?: readonly (readonly string[])[];
    readonly published?: string | null;
  };
}

/** A list of pages, or an object that holds one beside what it says of it. */
type Manifest = readonly ManifestEntry[] | { readonly pages: readonly ManifestEntry[] };

/** Pages of a folder with a `manifest.json`, by their suite, or those in Arabic and the others apart. */
export function folderSets(folder: string): readonly GoldSet[] {
  const articles = entriesOf(folder).filter(
    ({ kind = 'article', gold }) => kind === 'article' && gold,
  );
  const setOf = ({ suite, language }: ManifestEntry): string =>
    suite ?? (language === 'ar' ? 'Arabic' : 'other languages');
  return [...new Set(articles.map(setOf))].map((name) => ({
    name: `${basename(folder)}, ${name}`,
    pages: articles.filter((one) => setOf(one) === name).map((one) => entryPage(folder, one)),
  }));
}

/** Pages of a folder that hold no article. */
export function otherPages(folder: string): readonly GoldPage[] {
  const others = entriesOf(folder).filter(({ kind = 'article' }) => kind !== 'article');
  return others.map((one) => entryPage(folder, one));
}

function entriesOf(folder: string): readonly ManifestEntry[] {
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  return 'pages' in manifest ? manifest.pages : manifest;
}

function entryPage(folder: string, entry: ManifestEntry): GoldPage {
  const { file, url = '', zone = 'UTC', gold = {} } = entry;
  const { title, body, optional, author, otherAuthors, published } = gold;
  return {
    name: file,
    site: URL.canParse(url) ? new URL(url).host : file,
    url: URL.canParse(url) ? url : `https://unknown.invalid/${file}`,
    html: readPage(folder, file),
    zone,
    ...(title ? { headline: title } : {}),
    ...(body ? { body: [body].flat().join('\n\n') } : {}),
    ...(optional ? { optional: optional.join('\n\n') } : {}),
    ...(author ? { authors: [author].flat() } : {}),
    ...(otherAuthors ? { otherAuthors } : {}),
    ...(published === undefined ? {} : { published }),
  };
}

/** A page as it lies in the folder, or packed among its pages. */
function readPage(folder: string, file: string): string {
  const packed = join(folder, 'pages', `${file}.gz`);
  return existsSync(packed)
    ? decodeBytes(gunzipSync(readFileSync(packed))).text
    : decodeBytes(readFileSync(join(folder, file))).text;
}
