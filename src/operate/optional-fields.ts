import type { ArticleRecord } from '../record/article.ts';

/** Fields that a record may lack and whose coverage a source's page shows; the others are always there. */
export const OPTIONAL_FIELDS = [
  'datePublished',
  'author',
  'credit',
  'description',
  'articleSection',
  'keywords',
  'image',
  'dateline',
] as const satisfies readonly (keyof ArticleRecord)[];

/** A field that a record may lack. */
export type OptionalField = (typeof OPTIONAL_FIELDS)[number];
