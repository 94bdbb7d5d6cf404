import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Keys } from './keys.ts';

/** A range of the log whose records a sink gets once more. */
export const Replay = z.object({
  /** The last position that was sent again, exclusive at the start. */
  cursor: z.string(),
  /** The last position that is sent again. */
  to: z.string(),
  /** Which records, as `only` of a sink; JSON. */
  only: z.string().default('{}'),
  sent: z.coerce.number().default(0),
});
/** A range of the log whose records a sink gets once more. */
export type Replay = z.infer<typeof Replay>;

/** The replays under way, one a sink at most; each ends by itself. */
export interface Replays {
  readonly start: (sink: string, replay: Pick<Replay, 'cursor' | 'to' | 'only'>) => Promise<void>;
  readonly of: (sink: string) => Promise<Replay | undefined>;
  readonly advance: (sink: string, cursor: string, sent: number) => Promise<void>;
  readonly end: (sink: string) => Promise<void>;
}

/** The replays of one installation. */
export function replays(redis: Redis, keys: Keys): Replays {
  const key = (sink: string): string => keys.of('replay', sink);
  return {
    start: async (sink, replay) => {
      await redis.multi().del(key(sink)).hset(key(sink), replay).exec();
    },
    of: async (sink) => {
      const fields = await redis.hgetall(key(sink));
      return 'to' in fields ? Replay.parse(fields) : undefined;
    },
    advance: async (sink, cursor, sent) => {
      await redis.multi().hset(key(sink), 'cursor', cursor).hincrby(key(sink), 'sent', sent).exec();
    },
    end: async (sink) => {
      await redis.del(key(sink));
    },
  };
}
