import { z } from 'zod';

/** A subscription to one feed at its hub (W3C WebSub), as it is kept. Times are Unix ms. */
export const Subscription = z.strictObject({
  id: z.string().describe('The unguessable part of the callback'),
  source: z.string(),
  route: z.string().describe('The feed of the source’s file that named the hub'),
  hub: z.string(),
  topic: z.string(),
  secret: z.string().describe('Signs what the hub sends; never logged'),
  pending: z.enum(['subscribe', 'unsubscribe']).optional().describe('What the hub may verify'),
  askedAt: z.number().optional().describe('When the hub was last asked for it'),
  attempts: z.number().int().default(0).describe('Requests since the last verification'),
  liveSince: z.number().optional().describe('First verified, and renewed in time ever since'),
  leaseEndsAt: z.number().optional(),
  renewAt: z.number().optional(),
  deniedAt: z.number().optional(),
  dropped: z.boolean().default(false).describe('The feed names this hub no more'),
});
/** A subscription to one feed at its hub. */
export type Subscription = z.infer<typeof Subscription>;
