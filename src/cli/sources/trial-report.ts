import type { Sample } from '../../jobs/survey/sample-pages.ts';
import type { RouteTrial, TrialError } from '../../jobs/survey/trial.ts';
import { newestOf } from '../../jobs/survey/verdict.ts';
import { kindOf, urlOf } from '../../line/discover/routes/index.ts';
import type { ArticleDraft } from '../../record/article.ts';

/** How a route fared. */
export interface RouteLine {
  /** Its key in a source's file. */
  readonly kind: string;
  readonly url: string;
  readonly status?: number;
  readonly links: number;
  /** ISO instant of its newest link, where links are dated. */
  readonly newest?: string;
  readonly hub?: string;
  readonly error?: TrialError;
}

/** How a page fared. */
export interface PageReport {
  readonly url: string;
  readonly headline?: string;
  readonly datePublished?: string;
  readonly via?: string;
  /** The trust in each field that was found, 0 to 1. */
  readonly fields?: Readonly<Record<string, number>>;
  /** What was read into each, as people can judge it: of a text its beginning. */
  readonly values?: Readonly<Record<string, string>>;
  /** Why there is no article. */
  readonly skipped?: string;
  readonly error?: TrialError;
}

/** What a trial of a route tells. */
export function routeReport({ route, links, ...rest }: RouteTrial): RouteLine {
  const newest = newestOf(links);
  const { selectors: _, ...about } = rest;
  return {
    kind: kindOf(route),
    url: urlOf(route),
    ...about,
    links: links.length,
    ...(newest ? { newest } : {}),
  };
}

/** What a page that was read tells. */
export function pageReport({ url, draft, skipped, error, via }: Sample): PageReport {
  const about = { url, ...(via ? { via } : {}), ...(error ? { error } : {}) };
  if (!draft) return skipped ? { ...about, skipped: `${skipped.kind}: ${skipped.reason}` } : about;
  const { headline, datePublished, evidence } = draft;
  const fields = Object.entries(evidence)
    .filter(([name]) => name in draft)
    .map(([name, { confidence }]) => [name, confidence] as const);
  return {
    ...about,
    headline,
    ...(datePublished ? { datePublished } : {}),
    fields: Object.fromEntries(fields),
    values: valuesOf(draft, Object.keys(evidence)),
  };
}

/** So much of a value tells whether it is right, in UTF-16 units. */
const LONGEST_VALUE = 80;

/** Of the two forms of the text the plain one tells enough. */
function valuesOf(draft: ArticleDraft, names: readonly string[]): Record<string, string> {
  const values = names.flatMap((name): [string, string][] => {
    const text = valueText(Reflect.get(draft, name)).replace(/\s+/gu, ' ');
    if (text === '' || name === 'bodyBlocks') return [];
    const words = name === 'articleBody' ? `${draft.wordCount} words: ` : '';
    return [[name, words + text.slice(0, LONGEST_VALUE)]];
  });
  return Object.fromEntries(values);
}

/** A name of a person, an address of a picture, a text; several joined. */
function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.map(valueText).join('، ');
  if (typeof value === 'object' && value !== null) {
    return valueText(Reflect.get(value, 'name') ?? Reflect.get(value, 'url') ?? '');
  }
  return value === undefined ? '' : String(value);
}

/** An address as people read it, with its Arabic letters; as it stands where it is broken. */
function readable(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** A route's line for people. */
export function routeText({ kind, url, status, links, newest, error }: RouteLine): string {
  const fate = error ? `${error.code}: ${error.message}` : `${links} links`;
  const dated = newest ? `, newest ${newest}` : '';
  return `${kind} ${readable(url)}: ${status === undefined ? '' : `${status}, `}${fate}${error ? '' : dated}`;
}

/** A page's lines for people: the address, then each field with its value and the trust in it. */
export function pageText(page: PageReport): string[] {
  const { headline, fields = {}, values = {}, skipped, error } = page;
  const url = readable(page.url);
  if (error) return [`  ${url}: ${error.code}: ${error.message}`];
  if (skipped) return [`  ${url}: no article, ${skipped}`];
  const shown = Object.entries(fields).filter(([name]) => name !== 'headline' && name in values);
  return [
    `  ${url}: ${headline ?? ''} (${fields.headline ?? 'not trusted'})`,
    ...shown.map(([name, share]) => `      ${name} ${share}: ${values[name]}`),
  ];
}
