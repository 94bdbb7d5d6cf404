import { z } from 'zod';
import { Link } from '../../../record/link.ts';

/** The field of an answer's record that names the record of its note. */
export const NOTE_FIELD = 'Marsad-Note';

/**
 * What Marsad notes of an answer beside it, as JSON in a `metadata` record (ISO 28500, 6.6): what a
 * later reading needs and the answer itself does not tell.
 */
export const ArchiveNote = z.object({
  /** Version of the note's form. */
  marsad: z.literal(1),
  kind: z.enum(['page', 'feed', 'robots', 'head']),
  via: z.enum(['http', 'browser', 'amp', 'feed']),
  source: z.string().optional(),
  requestedUrl: z.string(),
  redirects: z.array(z.object({ url: z.string(), permanent: z.boolean() })),
  status: z.number().int(),
  ms: z.number(),
  link: Link.optional(),
  /** The site's word against AI use that was known beside the answer. */
  optOut: z.object({ line: z.string(), binding: z.boolean() }).optional(),
});
/** What Marsad notes of an answer beside it. */
export type ArchiveNote = z.infer<typeof ArchiveNote>;

/** The note in a record's block; undefined where another writer's metadata is there. */
export function parseNote(block: Buffer): ArchiveNote | undefined {
  try {
    return ArchiveNote.safeParse(JSON.parse(block.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
