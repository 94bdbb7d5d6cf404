import { z } from 'zod';
import type { ArticleRecord } from '../../record/article.ts';

/** Which records a sink asks for; every sink's settings have these keys. */
export const choice = {
  updates: z.boolean().default(true).describe('Also revisions and withdrawals, not only the first'),
  originalsOnly: z.boolean().default(false).describe('Leave out copies of a story'),
};

/** The choice of one sink. */
export interface Choice {
  readonly updates: boolean;
  readonly originalsOnly: boolean;
}

/** True where a sink with this choice wants the record. */
export function isWanted(record: ArticleRecord, wanted: Choice): boolean {
  if (!wanted.updates && record.change !== 'published') return false;
  return !wanted.originalsOnly || record.story.role === 'original';
}
