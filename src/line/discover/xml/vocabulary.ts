/**
 * Namespaces that feeds and sitemaps use, each under the prefix its specification prints. Sites
 * bind them to any prefix, spell them with or without a slash, or forget to declare them.
 */
const PREFIX_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    // RSS and Atom themselves: their elements carry no prefix here.
    'http://backend.userland.com/rss': '',
    'http://backend.userland.com/rss2': '',
    'http://blogs.law.harvard.edu/tech/rss': '',
    'http://my.netscape.com/rdf/simple/0.9': '',
    'http://my.netscape.com/publish/formats/rss-0.91.dtd': '',
    'http://purl.org/rss/1.0': '',
    'http://purl.org/net/rss1.1#': '',
    'http://example.com/newformat#': '',
    'http://example.com/necho': '',
    'http://purl.org/echo': '',
    'uri/of/echo/namespace#': '',
    'http://purl.org/pie': '',
    'http://purl.org/atom/ns#': '',
    'http://www.w3.org/2005/atom': '',
    'http://purl.org/rss/1.0/modules/rss091#': '',
    'http://purl.org/dc/elements/1.1': 'dc',
    'http://purl.org/dc/elements/1.0': 'dc',
    'http://purl.org/dc/terms': 'dcterms',
    'http://purl.org/rss/1.0/modules/content': 'content',
    'http://purl.org/rss/1.0/modules/syndication': 'sy',
    'http://search.yahoo.com/mrss': 'media',
    // The address without `/mrss/`: a misprint that Yahoo's own page once carried.
    'http://search.yahoo.com/rss': 'media',
    'http://www.w3.org/1999/xhtml': 'xhtml',
    'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
    'http://www.w3.org/xml/1998/namespace': 'xml',
    'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
    'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
    'http://www.google.com/schemas/sitemap-news/0.9': 'news',
    'http://www.google.com/schemas/sitemap-image/1.1': 'image',
    'http://www.sitemaps.org/schemas/sitemap/0.9': '',
    'http://www.google.com/schemas/sitemap/0.84': '',
  }),
);

/**
 * The usual prefix of a namespace, `''` for RSS, Atom and sitemaps.
 * @returns undefined for a namespace that no reader here knows
 */
export function findPrefix(namespace: string): string | undefined {
  const name = namespace.trim().toLowerCase();
  return PREFIX_OF.get(name) ?? PREFIX_OF.get(name.replace(/\/$/u, ''));
}

/** A name under the usual prefix of its namespace. @param prefixes the usual prefix by the one in use */
export function settleName(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(':');
  if (colon < 0) return name;
  const prefix = name.slice(0, colon);
  const usual = prefixes.get(prefix) ?? prefix;
  return usual === '' ? name.slice(colon + 1) : `${usual}:${name.slice(colon + 1)}`;
}
