/** A page that a sitemap names, with what the news extension says of it (Google News sitemaps). */
export interface SitemapEntry {
  readonly url: string;
  /** `lastmod`, as stated. */
  readonly lastModified?: string;
  /** `news:title`. */
  readonly title?: string;
  /** `news:publication_date`, as stated. */
  readonly published?: string;
  /** `news:name` of the publication. */
  readonly publication?: string;
  /** `news:language`, ISO 639. */
  readonly language?: string;
  readonly keywords?: readonly string[];
  /** `news:genres`: PressRelease, Blog, Opinion … */
  readonly genres?: readonly string[];
  /** `news:access`: Subscription or Registration where the page is not free. */
  readonly access?: string;
  readonly stockTickers?: readonly string[];
  /** The first `image:loc`. */
  readonly image?: string;
}
