import { diffArrays } from 'diff';
import type { ArticleDraft } from '../../record/article.ts';
import type { Change } from '../../record/change.ts';
import { wordDiff } from './diff.ts';

/** The parts of a draft that changes are told of. */
export type Told = Pick<ArticleDraft, 'headline' | 'articleBody' | 'datePublished' | 'author'>;

/** Longest headline that is compared, most sentences that are told, and the longest one: UTF-16 units. */
const HEADLINE_LENGTH = 1000;
const MOST_SENTENCES = 20;
const SENTENCE_LENGTH = 600;

/** Edits after which the rest of both texts counts as exchanged: a text that was written anew. */
const MOST_EDITS = 400;

/** The changes of the named fields, typed; a correction note that is new is one more. */
export function toldChanges(
  { before, after }: { before: Told; after: Told },
  changed: readonly string[],
  correction: string | undefined,
): Change[] {
  const changes = changed.map((field) => toldChange(field, before, after));
  const isNew =
    correction !== undefined && !`${before.headline}\n${before.articleBody}`.includes(correction);
  return isNew ? [...changes, { kind: 'correction', note: correction }] : changes;
}

function toldChange(field: string, before: Told, after: Told): Change {
  if (field === 'headline') {
    const texts = [before.headline, after.headline].map((text) => text.slice(0, HEADLINE_LENGTH));
    return { kind: 'headline', diff: wordDiff(texts[0] ?? '', texts[1] ?? '') };
  }
  if (field === 'articleBody') return bodyChange(before.articleBody, after.articleBody);
  if (field === 'datePublished') {
    const was = before.datePublished === undefined ? {} : { before: before.datePublished };
    return {
      kind: 'date',
      ...was,
      ...(after.datePublished === undefined ? {} : { after: after.datePublished }),
    };
  }
  if (field === 'author') return { kind: 'author', before: names(before), after: names(after) };
  return { kind: 'field', field };
}

const names = ({ author = [] }: Told): string[] => author.map(({ name }) => name);

function bodyChange(before: string, after: string): Change {
  const parts = diffArrays(sentencesOf(before), sentencesOf(after), { maxEditLength: MOST_EDITS });
  const hunks = parts ?? [
    { value: sentencesOf(before), removed: true, added: false },
    { value: sentencesOf(after), removed: false, added: true },
  ];
  const all: { removed?: string; added?: string }[] = [];
  for (const [at, hunk] of hunks.entries()) {
    const next = hunks[at + 1];
    if (hunk.removed) all.push(...paired(hunk.value, next?.added ? next.value : []));
    else if (hunk.added && !hunks[at - 1]?.removed) all.push(...paired([], hunk.value));
  }
  const more = all.length - MOST_SENTENCES;
  return { kind: 'body', sentences: all.slice(0, MOST_SENTENCES), ...(more > 0 ? { more } : {}) };
}

/** Sentences that stand in each other's place, one beside the other. */
function paired(
  removed: readonly string[],
  added: readonly string[],
): { removed?: string; added?: string }[] {
  return Array.from({ length: Math.max(removed.length, added.length) }, (_, at) => {
    const [was, is] = [removed[at], added[at]].map((text) => text?.slice(0, SENTENCE_LENGTH));
    return {
      ...(was === undefined ? {} : { removed: was }),
      ...(is === undefined ? {} : { added: is }),
    };
  });
}

/** Sentences by their full stops and lines: what a reader sees as one statement. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?؟؛…])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
