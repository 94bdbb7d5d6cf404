import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ConfigError } from '../../src/errors.ts';
import type { Credit, DatePrecision, Image } from '../../src/record/article.ts';
import { readArticleFile } from './article-file.ts';
import type { ReplicaSite, SiteArticle } from './site.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** What the record of an article has to say; a field that is absent here must be absent there. */
export interface ExpectedArticle {
  url: string;
  headline: string;
  description?: string;
  articleBody: string;
  author?: { name: string }[];
  credit?: Credit[];
  dateline?: string;
  datePublished?: string;
  datePrecision?: DatePrecision;
  dateModified?: string;
  articleSection?: string[];
  keywords?: string[];
  image?: Image;
  story?: SiteArticle['story'];
}

/** A replica site with its articles, read from its folder. */
export interface LoadedSite {
  site: ReplicaSite;
  articles: SiteArticle[];
  /** Text of `source.yaml`, still with `https://<id>.test`; absent for a pages-only site. */
  source?: string;
  /** The records its pages have to give when the site is served at an origin. */
  expected: (origin: string) => ExpectedArticle[];
}

/** Ids of all replica sites, in alphabetical order. */
export async function listSites(): Promise<string[]> {
  const entries = await readdir(FOLDER, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return folders.filter((name) => existsSync(join(FOLDER, name, 'site.ts'))).sort();
}

/**
 * The replica sites named, or all of them, in alphabetical order.
 * @throws {ConfigError} when a folder is not a complete site
 */
export async function loadSites(ids?: readonly string[]): Promise<LoadedSite[]> {
  const known = await listSites();
  const unknown = ids?.find((id) => !known.includes(id));
  if (unknown) throw new ConfigError(`No site '${unknown}' in ${FOLDER}: ${known.join(', ')}`);
  return Promise.all(known.filter((id) => !ids || ids.includes(id)).map(loadSite));
}

async function loadSite(id: string): Promise<LoadedSite> {
  const folder = join(FOLDER, id);
  const module: { site?: ReplicaSite } = await import(pathToFileURL(join(folder, 'site.ts')).href);
  const site = module.site;
  if (site?.id !== id) {
    throw new ConfigError(`${folder}/site.ts: expected an export 'site' with id '${id}'`);
  }
  const articles = await readArticleFile(join(folder, 'articles.yaml'));
  const loaded: LoadedSite = {
    site,
    articles,
    expected: (origin) => articles.map((article) => expectedOf(article, origin)),
  };
  if (!site.pagesOnly) loaded.source = await readFile(join(folder, 'source.yaml'), 'utf8');
  return loaded;
}

function expectedOf(article: SiteArticle, origin: string): ExpectedArticle {
  const { path, body, author, image, inFeed: _inFeed, print: _print, ...same } = article;
  const expected: ExpectedArticle = {
    url: new URL(path, origin).href,
    articleBody: body,
    ...same,
  };
  if (author) expected.author = author.map((name) => ({ name }));
  if (image) {
    const { path: imagePath, ...size } = image;
    expected.image = { url: new URL(imagePath, origin).href, ...size };
  }
  return expected;
}
