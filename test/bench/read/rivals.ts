import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { load } from 'cheerio/slim';
import type { BenchReader } from './answer.ts';

const require = createRequire(new URL('../rivals/package.json', import.meta.url));

/** A package by its name, or a file of one that gives no entry to `require`. */
function addressOf(name: string): string {
  if (name.endsWith('.js')) return new URL(`../rivals/node_modules/${name}`, import.meta.url).href;
  return pathToFileURL(require.resolve(name)).href;
}

async function loadRival(name: string): Promise<Record<string, unknown> | undefined> {
  try {
    return (await import(addressOf(name))) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

interface Linkedom {
  readonly parseHTML: (html: string) => { readonly document: object };
}

interface ReadabilityClass {
  new (
    document: object,
  ): {
    parse: () => {
      title?: string;
      textContent?: string;
      byline?: string;
      publishedTime?: string;
    } | null;
  };
}

interface Extractor {
  readonly extractFromHtml: (
    html: string,
    url: string,
  ) => Promise<{ title?: string; content?: string; author?: string; published?: string } | null>;
}

interface Defuddler {
  readonly Defuddle: (
    document: object,
    url: string,
  ) => Promise<{ title?: string; content?: string; author?: string; published?: string }>;
}

/** The other readers, as far as `npm install` was run in `test/bench/rivals`. */
export async function rivalReaders(): Promise<readonly BenchReader[]> {
  const linkedom = (await loadRival('linkedom')) as Linkedom | undefined;
  const readability = (await loadRival('@mozilla/readability')) as
    | { Readability: ReadabilityClass }
    | undefined;
  const extractor = (await loadRival('@extractus/article-extractor')) as Extractor | undefined;
  const defuddle = (await loadRival('defuddle/dist/node.js')) as Defuddler | undefined;
  return [
    ...(linkedom && readability ? [readabilityReader(linkedom, readability.Readability)] : []),
    ...(extractor ? [extractorReader(extractor)] : []),
    ...(linkedom && defuddle ? [defuddleReader(linkedom, defuddle)] : []),
  ];
}

function readabilityReader({ parseHTML }: Linkedom, Readability: ReadabilityClass): BenchReader {
  return {
    name: 'Readability + linkedom',
    read(html) {
      const result = new Readability(parseHTML(html).document).parse();
      return fieldsOf(
        { ...result, author: result?.byline, published: result?.publishedTime },
        result?.textContent,
      );
    },
  };
}

function extractorReader({ extractFromHtml }: Extractor): BenchReader {
  return {
    name: 'article-extractor',
    async read(html, { url }) {
      const result = await extractFromHtml(html, url).catch(() => null);
      return fieldsOf(result ?? {}, textOf(result?.content));
    },
  };
}

function defuddleReader({ parseHTML }: Linkedom, { Defuddle }: Defuddler): BenchReader {
  return {
    name: 'defuddle + linkedom',
    async read(html, { url }) {
      const result = await Defuddle(parseHTML(html).document, url);
      return fieldsOf(result, textOf(result.content));
    },
  };
}

function fieldsOf(
  result: { title?: string; author?: string | undefined; published?: string | undefined },
  body = '',
) {
  return {
    body,
    ...(result.title ? { headline: result.title } : {}),
    authors: result.author ? [result.author] : [],
    ...(result.published ? { published: result.published } : {}),
  };
}

function textOf(html = ''): string {
  return load(html.replace(/<(?:\/p|\/div|\/li|\/h\d|br)[^>]*>/g, '$& ')).text();
}
