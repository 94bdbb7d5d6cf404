import { ArticleRecord } from '../../record/article.ts';

/** An article as the API gives it: the whole record, or with `fields` these and what makes it usable. */
export const ApiArticle = ArticleRecord.partial()
  .required({ schemaVersion: true, id: true, revision: true, change: true })
  .describe(
    'The record, whole (see Article); with `fields` these and schemaVersion, id, revision, change',
  );
