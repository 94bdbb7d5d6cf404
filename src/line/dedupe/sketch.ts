import { matchKey } from '../../arabic/key.ts';
import type { ArticleDraft } from '../../record/article.ts';
import type { Sketch } from '../../record/sketch.ts';
import { correctionNote } from './correction-note.ts';
import { digest } from './digest.ts';
import { fieldDigests } from './field-digests.ts';
import { revise } from './revision.ts';
import { isSameArticle, titleKey } from './same-article.ts';
import { storySketch } from './story-sketch.ts';

/** Below 30 words two articles of one source and day may have the same text by its form alone. */
const CONTENT_WORDS = 30;

/**
 * Makes the sketch of a draft: what the decision about it needs. Pure; bounded in size. `answered` is
 * the address that the page came from.
 */
export function sketch(draft: ArticleDraft, answered = draft.url): Sketch {
  const correction = correctionNote(draft.headline, draft.articleBody);
  const key = rememberedKey();
  const story = storySketch({
    key,
    headline: draft.headline,
    articleBody: draft.articleBody,
    date: draft.datePublished ?? draft.dateFirstSeen,
    source: draft.source.name,
    credit: draft.credit,
  });
  return {
    fields: fieldDigests(draft, key),
    ...(correction === undefined ? {} : { correction }),
    content: story.words < CONTENT_WORDS ? '' : contentOf(draft, story.exact),
    title: story.words < CONTENT_WORDS ? '' : titleOf(draft.headline),
    story,
    view: digest(draft.fetch.via, answered),
    revise,
    isSame: isSameArticle,
  };
}

/** The text and its day, as the site's readers saw it: the same weather report of two days is two articles. */
function contentOf(draft: ArticleDraft, exact: string): string {
  const day = (draft.datePublished ?? draft.dateFirstSeen).slice(0, 'YYYY-MM-DD'.length);
  return digest(day, exact);
}

function titleOf(headline: string): string {
  const key = titleKey(headline);
  return key === '' ? '' : digest(key);
}

/** The match key, made once a text: story and fields need those of headline and body both. */
function rememberedKey(): (text: string) => string {
  const keys = new Map<string, string>();
  return (text) => {
    const known = keys.get(text);
    if (known !== undefined) return known;
    const key = matchKey(text);
    keys.set(text, key);
    return key;
  };
}
