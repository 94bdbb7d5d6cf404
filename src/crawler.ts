import type { CheerioAPI } from 'cheerio';
import { ConfigError } from './errors.ts';
import type { FieldOf, ReadValue, SelectorName } from './record/fields.ts';

/** A field as one selector, several in order of trust, or a function over the parsed page. */
export type FieldReader<T> =
  | string
  | readonly string[]
  | (($: CheerioAPI, url: string) => T | undefined);

/**
 * The fields a crawler may give, by their selectors' names in the table of fields; each it leaves
 * out falls to the generic reader. `body` gives the element(s) that hold the text, or its
 * paragraphs; dates are given as printed and parsed later, in the source's zone.
 */
export type ArticleReaders = {
  [Name in SelectorName]?: FieldReader<ReadValue<FieldOf<Name>>>;
} & {
  /** Selectors of what to cut out of the body. */
  remove?: readonly string[];
};

/** What knows the markup of one site family. A plain object: no Redis, no queue, no HTTP. */
export interface Crawler {
  readonly name: string;
  /** Recognises the family from a page, so that `crawler: auto` finds it. */
  readonly matches?: ($: CheerioAPI, url: string) => boolean;
  /** Selector of the links to articles on a listing, or the links themselves. */
  readonly discover?: string | (($: CheerioAPI, url: string) => readonly string[]);
  readonly article?: ArticleReaders;
  /** ISO day from which this version of the markup holds; the newest that fits a page is used. */
  readonly since?: string;
}

/**
 * Checks a crawler's form and freezes it.
 * @throws ConfigError where the name is not a kebab-case word or `since` is no ISO day.
 */
export function defineCrawler(crawler: Crawler): Crawler {
  if (!/^[a-z][a-z0-9-]{1,40}$/u.test(crawler.name)) {
    throw new ConfigError(`A crawler's name is a kebab-case word, found "${crawler.name}"`);
  }
  if (crawler.since !== undefined && Number.isNaN(Date.parse(crawler.since))) {
    throw new ConfigError(`Crawler ${crawler.name}: since is an ISO day, found "${crawler.since}"`);
  }
  return Object.freeze(crawler);
}
