import { matchKey } from '../../arabic/key.ts';
import type { ArticleDraft } from '../../record/article.ts';
import { digest } from './digest.ts';
import { withoutFleeting } from './fleeting.ts';

/** The form in which a field is compared; undefined where the draft lacks it. */
type Comparable = (draft: ArticleDraft, key: Key) => string | undefined;

/** The form of a text that is compared; a caller that has keys already hands them in. */
export type Key = (text: string) => string;

/**
 * The fields that a reader would call a change, in the record's order, and what of them counts.
 * Left out on purpose: URLs, evidence and fetch (ours, not the newsroom's), wordCount (follows the
 * body), dateModified and precision (many sites advance it with nothing changed).
 */
const COMPARED: Readonly<Record<string, Comparable>> = {
  headline: (draft, key) => settled(draft.headline, key),
  description: (draft, key) => draft.description && settled(draft.description, key),
  articleBody: (draft, key) => settled(draft.articleBody, key),
  inLanguage: (draft) => draft.inLanguage,
  datePublished: (draft) => draft.datePublished && minuteOf(draft.datePublished),
  author: (draft, key) =>
    draft.author &&
    list(
      draft.author.map(({ name }) => name),
      key,
    ),
  credit: (draft, key) =>
    draft.credit &&
    list(
      draft.credit.map(({ name }) => name),
      key,
    ),
  dateline: (draft, key) => draft.dateline && settled(draft.dateline, key),
  articleSection: (draft, key) => draft.articleSection && list(draft.articleSection, key),
  keywords: (draft, key) => draft.keywords && list(draft.keywords, key),
  image: (draft) => draft.image && imageKey(draft.image.url),
  rights: ({ rights }) => `${robotsKey(rights)} ${rights.aiOptOut} ${rights.paywalled}`,
};

/** `YYYY-MM-DDTHH:MM`: feed and page of one article differ in the seconds. */
const MINUTE_LENGTH = 16;

/** One instant is one key, in whatever zone it is written: a source's zone may be set later. */
function minuteOf(rfc3339: string): string | undefined {
  const instant = Date.parse(rfc3339);
  return Number.isNaN(instant)
    ? undefined
    : new Date(instant).toISOString().slice(0, MINUTE_LENGTH);
}

/** A digest for each compared field that the draft has. */
export function fieldDigests(draft: ArticleDraft, key: Key = matchKey): Record<string, string> {
  const digests: Record<string, string> = {};
  for (const [field, comparable] of Object.entries(COMPARED)) {
    const value = comparable(draft, key);
    if (value !== undefined && value !== '') digests[field] = digest(value);
  }
  return digests;
}

/** Spelling and punctuation that the match key folds is no correction; words and digits are. */
function settled(text: string, key: Key): string {
  return key(withoutFleeting(text));
}

/** Order and repetition of tags and names carry no meaning. */
function list(values: readonly string[], key: Key): string {
  return [...new Set(values.map((value) => settled(value, key)))].sort().join('\u001F');
}

/** What an archive cannot tell is no change of what the site says. */
function robotsKey({ robots }: ArticleDraft['rights']): string {
  return robots === 'unknown' ? 'allowed' : robots;
}

/** The picture's file: sizes and cache marks in the query change with the page's layout. */
function imageKey(url: string): string {
  return url.replace(/[?#].*$/su, '').replace(/-\d{2,4}x\d{2,4}(?=\.\w{3,4}$)/u, '');
}
