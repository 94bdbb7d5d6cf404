import { parseDocument } from '../line/extract/document.ts';
import { gatherPageFacts } from '../line/extract/page-facts.ts';
import { knownTexts } from '../line/extract/repair/known-texts.ts';
import {
  findCandidates,
  type KnownPage,
  REPAIRED_FIELDS,
  type RepairedField,
} from '../line/extract/repair/repair-candidates.ts';
import { type ReadingScore, scoreReadings } from '../line/extract/repair/score.ts';
import type { ArticleRecord } from '../record/article.ts';
import type { Page } from '../record/fetched-page.ts';
import type { HeldRecord } from '../record/held-record.ts';
import type { Source } from '../source.ts';
import type { HeldDependencies } from './dependencies.ts';
import { type ReadText, readText } from './read-text.ts';

/** Selectors a field; null where the source goes better without the one it has. */
export type ArticleEdits = Readonly<Partial<Record<RepairedField, string | null>>>;

/** Selectors that read a source's changed pages better than those of its file. */
export interface Repair {
  readonly edits: ArticleEdits;
  readonly before: ReadingScore;
  readonly after: ReadingScore;
}

/** Why there is none. */
export type NoRepair = 'too few pages' | 'nothing better';

/** What a repair is found with. */
export interface RepairWork {
  readonly source: Source;
  readonly deps: Pick<HeldDependencies, 'held' | 'crawlers' | 'boilerplate'>;
  /** What was published of an article before. */
  readonly earlier: (id: string) => Promise<ArticleRecord | undefined>;
}

/** Pages that a repair is judged on: fewer may be alike by chance, more say little more. */
const PAGES = { least: 3, most: 8 } as const;

/** A selector is taken where it betters the readings by that much of the score. */
const GAIN = 0.03;

/**
 * Finds selectors for a source whose template changed: on the pages that are held back, the texts that
 * the feed, JSON-LD and earlier revisions know are located, and what selects them is judged by reading
 * all of the pages with it. Nothing is written.
 */
export async function findRepair(work: RepairWork): Promise<Repair | NoRepair> {
  const pages = await heldPages(work);
  if (pages.length < PAGES.least) return 'too few pages';
  const candidates = findCandidates(pages);
  const trial = await openTrial(pages, work);
  const before = await trial({});
  let best: { edits: ArticleEdits; score: ReadingScore } = { edits: {}, score: before };
  for (const field of REPAIRED_FIELDS) {
    const { edits } = best;
    const none = work.source.article[ruleOf(field)] === undefined ? [] : [null];
    for (const selector of [...none, ...candidates[field]]) {
      const edited = { ...edits, [field]: selector };
      const score = await trial(edited);
      if (score.score >= best.score.score + GAIN) best = { edits: edited, score };
    }
  }
  if (Object.keys(best.edits).length === 0) return 'nothing better';
  return { edits: best.edits, before, after: best.score };
}

/** A held page with what is known of its article. */
interface HeldPage extends KnownPage {
  readonly held: HeldRecord;
  readonly page: Page;
}

async function heldPages({ source, deps, earlier }: RepairWork): Promise<HeldPage[]> {
  const latest = (await deps.held.list(source.id)).toReversed();
  const found: HeldPage[] = [];
  for (const held of latest) {
    if (found.length >= PAGES.most) break;
    const page = await deps.held.page(held.id);
    if (!page) continue;
    const document = parseDocument(page.chunks ?? page.text, page.url);
    const facts = gatherPageFacts(document, { link: held.link, crawlers: deps.crawlers });
    const record = held.article ? await earlier(held.article) : undefined;
    found.push({ held, page, document, known: knownTexts(facts, held.link, record) });
  }
  return found;
}

/** Reads all of the pages by the source's selectors with some of them edited. */
async function openTrial(pages: readonly HeldPage[], { source, deps }: RepairWork) {
  const boilerplate = await deps.boilerplate.load(source.id);
  const read: ReadText = async (task) => readText(task, deps.crawlers);
  return async (edits: ArticleEdits): Promise<ReadingScore> => {
    const edited = withEdits(source, edits);
    const readings = pages.map(async ({ held, page, known }) => {
      const task = { page, link: held.link, source: edited, boilerplate, now: new Date(page.at) };
      return { found: (await read(task)).found, known };
    });
    return scoreReadings(await Promise.all(readings));
  };
}

/** The name of a field's selector in a source's file. */
export const ruleOf = (field: RepairedField): keyof Source['article'] => field;

function withEdits(source: Source, edits: ArticleEdits): Source {
  const article: Record<string, unknown> = { ...source.article };
  for (const [field, selector] of Object.entries(edits)) {
    if (selector === null) delete article[field];
    else article[field] = selector;
  }
  return { ...source, article };
}
