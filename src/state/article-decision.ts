import { z } from 'zod';
import { ArticleDraft } from '../record/article.ts';
import type { Revision, Sketch, StoredArticle, StoryChange } from '../record/sketch.ts';
import { parseFieldList } from './aliases.ts';
import type { Found, KnownArticle } from './find-article.ts';

/** A draft and its sketch. */
export interface Item {
  readonly draft: ArticleDraft;
  readonly sketch: Sketch;
}

/** What is decided about a draft, on what was found. */
export interface ArticleDecision {
  readonly change: 'published' | 'updated' | 'unchanged';
  readonly revision?: Revision;
  readonly story?: StoryChange;
}

/** Asks the rules that the sketch carries: of revisions for a known article, of stories for a new one. */
export function decideArticle(found: Found, item: Item): ArticleDecision {
  if (found.known === undefined) {
    const { slot, agency, join } = item.sketch.story;
    const { candidates } = found.stories;
    const story = join({ id: found.id, slot, agency }, candidates);
    return { change: 'published', story };
  }
  const revision = revisionOf(found.id, found.known, item);
  return revision === undefined ? { change: 'unchanged' } : { change: 'updated', revision };
}

/**
 * The draft as one of the article that its source published under the same title, where it is that
 * article at another address; undefined where it is not.
 */
export function namesakeOf({ known, namesake }: Found, { draft, sketch }: Item): Item | undefined {
  if (known !== undefined || namesake === undefined || namesake.id === draft.id) return undefined;
  const stored = ArticleDraft.parse({ ...JSON.parse(`{${namesake.rest}`), id: namesake.id });
  if (!sketch.isSame(stored, draft)) return undefined;
  return { draft: { ...draft, id: namesake.id }, sketch };
}

/** An observation older than what is stored (two workers, the slower one last) makes no revision. */
function revisionOf(
  id: string,
  known: KnownArticle,
  { draft, sketch }: Item,
): Revision | undefined {
  if (Date.parse(draft.fetch.at) < known.atMs) return undefined;
  const { fields, view, correction } = sketch;
  const noted = correction === undefined ? {} : { correction };
  return sketch.revise(storedOf(id, known, draft), { fields, view, draft, ...noted });
}

function storedOf(id: string, known: KnownArticle, draft: ArticleDraft): StoredArticle {
  // The rest is absent only where the fields are the same: the draft can stand for what is stored.
  const stored = known.rest ? { ...JSON.parse(`{${known.rest}`), id } : draft;
  return {
    fields: parseFieldList(known.fields),
    isWithdrawn: known.change === 'withdrawn',
    draft: ArticleDraft.parse(stored),
    ...(known.views === undefined ? {} : { views: parseViews(known.views) }),
  };
}

/** Views that are kept of an article: its page by either method, AMP, print, mobile, feed. */
const MOST_VIEWS = 8;

const Views = z.record(z.string(), z.record(z.string(), z.string()));
const parseViews = (json: string): z.infer<typeof Views> => Views.parse(JSON.parse(json));

/** What all views showed last, this one included, as JSON; the view unseen for longest is dropped. */
export function viewsAfter(known: KnownArticle | undefined, { view, fields }: Sketch): string {
  const { [view]: _before, ...others } = known?.views ? parseViews(known.views) : {};
  const newest = [...Object.entries(others), [view, fields] as const].slice(-MOST_VIEWS);
  return JSON.stringify(Object.fromEntries(newest));
}
