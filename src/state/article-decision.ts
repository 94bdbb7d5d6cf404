import type { ArticleDraft } from '../record/article.ts';
import type { Revision, Sketch, StoryChange } from '../record/sketch.ts';
import { parseFieldList } from './aliases.ts';
import type { Found, KnownArticle } from './find-article.ts';

/** What is decided about a draft, on what was found. */
export interface ArticleDecision {
  readonly change: 'published' | 'updated' | 'unchanged';
  readonly revision?: Revision;
  readonly story?: StoryChange;
}

/** Asks the rules that the sketch carries: of revisions for a known article, of stories for a new one. */
export function decideArticle(
  found: Found,
  { draft, sketch }: { draft: ArticleDraft; sketch: Sketch },
): ArticleDecision {
  if (found.known === undefined) {
    const { slot, agency, join } = sketch.story;
    const story = join({ id: found.id, slot, agency }, found.stories.candidates);
    return { change: 'published', story };
  }
  const revision = revisionOf(found.known, { draft, sketch });
  return revision === undefined ? { change: 'unchanged' } : { change: 'updated', revision };
}

/** An observation older than what is stored (two workers, the slower one last) makes none. */
function revisionOf(
  known: KnownArticle,
  { draft, sketch }: { draft: ArticleDraft; sketch: Sketch },
): Revision | undefined {
  if (Date.parse(draft.fetch.at) < known.atMs) return undefined;
  const isWithdrawn = known.change === 'withdrawn';
  return sketch.revise({ fields: parseFieldList(known.fields), isWithdrawn }, sketch);
}
