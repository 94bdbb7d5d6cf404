import { z } from 'zod';
import { LinkOrigin } from './route.ts';

/** Why a visit left a link of a document out. */
export const LEFT_OUT_REASONS = [
  'met before',
  'over the limit',
  'another site',
  'scheme',
  'userinfo',
  'homograph',
  'home',
] as const;
/** Why a visit left a link of a document out. */
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** A link that a visit left out, as the last visit that met it found it. */
export const LeftOutLink = z.object({
  reason: z.enum(LEFT_OUT_REASONS),
  at: z.iso.datetime(),
  visit: z.string(),
  route: z.object({ kind: LinkOrigin, url: z.string() }),
});
/** A link that a visit left out, as the last visit that met it found it. */
export type LeftOutLink = z.infer<typeof LeftOutLink>;
