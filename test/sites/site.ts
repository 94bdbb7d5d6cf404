/**
 * What a replica news site is: a folder `test/sites/<id>/` with
 *
 * - `site.ts`       exports `site: ReplicaSite`: the routes and the markup of that site's make
 * - `articles.yaml` its articles: text written for these tests, which is at the same time the
 *                   gold that a record is compared with (written by hand, never from our output)
 * - `source.yaml`   the source file an operator would write for it
 *
 * Everywhere in a folder the site's origin is written `https://<id>.test`; the server puts the
 * real loopback origin in its place, in pages, feeds, headers and in `source.yaml`.
 */

/** One article as its newsroom wrote it, and as Marsad has to publish it. */
export interface SiteArticle {
  /** Path of the page, percent-encoding not applied: `/2026/11/خبر/`. */
  path: string;
  headline: string;
  description?: string;
  /** The gold `articleBody`: paragraphs separated by a blank line; lead and sub-heads included. */
  body: string;
  /** Names as the record must have them; absent when the page names nobody. */
  author?: string[];
  credit?: { name: string; kind: 'agency' | 'agencies' | 'newspaper' | 'desk' }[];
  /** City that opens the body and that the record has apart. */
  dateline?: string;
  /** ISO instant in UTC. */
  datePublished?: string;
  datePrecision?: 'second' | 'minute' | 'day';
  dateModified?: string;
  articleSection?: string[];
  keywords?: string[];
  image?: { path: string; width?: number; height?: number; caption?: string };
  /** Articles of several sites with one `story` tell the same agency story in their own edit. */
  story?: { id: string; role: 'original' | 'copy' | 'abridged' | 'expanded' };
  /** False for a page that the feed does not list. */
  inFeed?: boolean;
  /** What only the markup needs and no record holds: dates and bylines as printed, box texts … */
  print?: Record<string, string>;
}

/** An answer of the site. A string body is sent in `charset`. */
export interface SiteAnswer {
  status?: number;
  headers?: Record<string, string>;
  body: string | Uint8Array;
}

/** A replica site: data and markup, no server of its own. */
export interface ReplicaSite {
  /** Folder name, and host name before `.test`. */
  id: string;
  /** The site's own name, in Arabic. */
  name: string;
  /** The make it stands for: `wordpress-jannah`, `drupal`, `blogger`, `gulf-agency` … */
  family: string;
  /** IANA name of the encoding its text leaves in; `utf-8` when absent. */
  charset?: string;
  /** True for a site that is kept for reporting: nobody tunes a reader on it. */
  heldOut?: boolean;
  /** True for a site that is only a set of pages: no feed, no part in the demo. */
  pagesOnly?: boolean;
  /** The HTML of an article's page. */
  page: (article: SiteArticle, articles: readonly SiteArticle[]) => string;
  /** Every other route by its path: feed, home, sections, robots.txt, scripts, images. */
  routes: (articles: readonly SiteArticle[]) => Record<string, SiteAnswer | (() => SiteAnswer)>;
}
