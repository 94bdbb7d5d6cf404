import { ArticleDraft } from '../../record/article.ts';
import type { GoneObservation, Published } from '../../record/publication.ts';
import type { Sketch } from '../../record/sketch.ts';

/** Where records are kept. Each call happens whole or not at all, and may be made again. */
export interface ArticleLog {
  /** Decides about the draft (article, story, revision), stores it and writes the log entry. */
  readonly commit: (draft: ArticleDraft, sketch: Sketch) => Promise<Published>;
  /** Marks an article as withdrawn once it is gone for good. */
  readonly withdraw: (id: string, observation: GoneObservation) => Promise<Published>;
}

/**
 * Publishes a draft: a new article, the next revision of a known one, or nothing where nothing
 * changed. A job that died after this call and runs again publishes nothing twice.
 * @throws ZodError where the draft breaks the record's form: a defect of ours, never of the page.
 * @throws StateError where the log cannot take it.
 */
export async function publish(
  draft: ArticleDraft,
  sketch: Sketch,
  log: Pick<ArticleLog, 'commit'>,
): Promise<Published> {
  return log.commit(ArticleDraft.parse(draft), sketch);
}

/**
 * Takes note that the page of a published article is gone (404 or 410).
 * @throws StateError where the log cannot take it.
 */
export async function withdraw(
  id: string,
  observation: GoneObservation,
  log: ArticleLog,
): Promise<Published> {
  return log.withdraw(id, observation);
}
