import type { ArticleDraft } from '../../record/article.ts';
import { NEWS_FIELDS } from '../../record/fields.ts';
import type { Observation, RevisionRule, StoredArticle } from '../../record/sketch.ts';
import { toldChanges } from './told-changes.ts';

/**
 * An observation makes a revision where a field differs, or where a withdrawn article is back. Each
 * view of an article (its page, its AMP page, a print page, the text in a feed) is held against what
 * the same view showed before: what another view leaves out or words differently is no change.
 */
export const revise: RevisionRule = (before, after) => {
  const named = [...NEWS_FIELDS, ...Object.keys(after.fields), ...Object.keys(before.fields)];
  const names = [...new Set<string>(named)];
  const fields: Record<string, string> = {};
  const kept: string[] = [];
  const changed: string[] = [];
  for (const name of names) {
    const value = standingOf(name, before, after);
    if (value !== undefined) fields[name] = value;
    if (value !== before.fields[name]) changed.push(name);
    else if (value !== after.fields[name]) kept.push(name);
  }
  if (changed.length === 0 && !before.isWithdrawn) return undefined;
  const draft = withKept(before.draft, after.draft, kept);
  const changes = toldChanges({ before: before.draft, after: draft }, changed, after.correction);
  return { changed, changes, fields, draft };
};

/** Fields that each view shows in full or in part, by the room that it has. */
const OF_THE_VIEW: ReadonlySet<string> = new Set([
  'description',
  'inLanguage',
  'credit',
  'dateline',
  'articleSection',
  'keywords',
  'image',
  'rights',
]);

/** The field after the observation: as it was stored, or as the observation shows it. */
function standingOf(name: string, before: StoredArticle, after: Observation): string | undefined {
  const [was, is] = [before.fields[name], after.fields[name]];
  // Stored before views were kept apart: it is compared with the whole record.
  if (was === is || before.views === undefined) return is;
  const view = before.views[after.view];
  const had = view?.[name];
  if (is === undefined) return had === undefined ? was : undefined;
  if (was === undefined) return is;
  if (view !== undefined) return had === is ? was : is;
  return isPoorer(name, before.draft, after.draft) ? was : is;
}

/** A view seen for the first time may show less of the article, or other words around it. */
function isPoorer(name: string, before: ArticleDraft, after: ArticleDraft): boolean {
  if (OF_THE_VIEW.has(name)) return true;
  if (name === 'datePublished') return isLater(before.datePublished, after.datePublished);
  if (name === 'author') return isPart(namesOf(after), namesOf(before));
  return name === 'articleBody' && isPart(linesOf(after.articleBody), linesOf(before.articleBody));
}

/** Another address of an article may say when it was put up there: it was published before. */
const isLater = (before: string | undefined, after: string | undefined): boolean =>
  before !== undefined && after !== undefined && Date.parse(after) >= Date.parse(before);

const namesOf = ({ author = [] }: ArticleDraft): string[] => author.map(({ name }) => name);
const linesOf = (text: string): string[] => text.split(/\n+/u).map((line) => line.trim());

const isPart = (part: readonly string[], whole: readonly string[]): boolean => {
  const known = new Set(whole);
  return part.every((line) => known.has(line));
};

/** The fields that depend on a field: they are stated by it or derived from it. */
const COMPANIONS: Readonly<Record<string, readonly string[]>> = {
  articleBody: ['wordCount', 'bodyBlocks'],
  datePublished: ['datePrecision'],
  image: ['images'],
};

/** The draft as observed, with what is kept of the stored one. */
function withKept(
  before: ArticleDraft,
  after: ArticleDraft,
  kept: readonly string[],
): ArticleDraft {
  const fields = kept.flatMap((name) => [name, ...(COMPANIONS[name] ?? [])]);
  const stored = Object.entries(before).filter(([name]) => fields.includes(name));
  const evidence = Object.entries(before.evidence).filter(([name]) => fields.includes(name));
  return {
    ...without(after, fields),
    ...Object.fromEntries(stored),
    evidence: { ...without(after.evidence, fields), ...Object.fromEntries(evidence) },
  };
}

/** A dependent field is removed where the stored draft has none: it belongs to the other text. */
const without = <T extends object>(values: T, names: readonly string[]): T =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name))) as T;
