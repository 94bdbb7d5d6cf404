import { z } from 'zod';
import { ArticleDraft } from './article.ts';
import { Link } from './link.ts';

/** A reading that is under its source's floor, kept from the log until somebody decides. */
export const HeldRecord = z.object({
  id: z.string(),
  source: z.string(),
  /** Where the page was. */
  url: z.string(),
  /** When it was held back. */
  at: z.iso.datetime(),
  /** The signs by which it is under the floor. */
  signs: z.array(z.string()),
  link: Link,
  /** The record that was rechecked; absent for a page that was new. */
  article: z.string().optional(),
  /** What would be published; absent where the page held no article. */
  draft: ArticleDraft.optional(),
  /** Why it holds none. */
  reason: z.string().optional(),
});
/** A reading that is under its source's floor, kept from the log until somebody decides. */
export type HeldRecord = z.infer<typeof HeldRecord>;
