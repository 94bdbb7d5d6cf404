import { z } from 'zod';
import { Enclosure, MOST_ENCLOSURES } from './media.ts';
import { LinkOrigin } from './route.ts';

/**
 * A link to an article that a visit met, with what its route already said of the article.
 * Texts are as the route states them: nothing is parsed or corrected yet.
 */
export const Link = z.strictObject({
  url: z.string(),
  source: z.string().describe('Id of the source'),
  route: z.strictObject({ kind: LinkOrigin, url: z.string() }),
  firstSeen: z.iso.datetime().describe('When a visit first met the link'),
  visit: z.string().describe('Id of that visit'),
  guid: z.string().optional(),
  title: z.string().optional(),
  published: z.string().optional(),
  updated: z.string().optional(),
  author: z.array(z.string()).optional(),
  categories: z.array(z.string()).optional(),
  summary: z.string().optional(),
  content: z.string().optional().describe('Full text as HTML where the route carries it'),
  image: z.string().optional(),
  enclosures: z.array(Enclosure).max(MOST_ENCLOSURES).optional(),
});
/** A link to an article that a visit met. */
export type Link = z.infer<typeof Link>;
