import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Keys } from './keys.ts';

/** The deliverers that live, by their names, and the sinks that each has in its settings. */
export type LivingDeliverers = ReadonlyMap<string, readonly string[]>;

/** Which processes deliver, as they report themselves. */
export interface Deliverers {
  readonly announce: (owner: string, sinks: readonly string[]) => Promise<void>;
  readonly all: () => Promise<LivingDeliverers>;
  /** Reports that this process ends, so that others take its sinks at once. */
  readonly leave: (owner: string) => Promise<void>;
}

/** A deliverer that did not report itself for that long counts as dead: as long as a lease. */
const LIFE_MS = 15_000;

const Names = z.array(z.string());

/** A set of names, and a key each, which ends by the clock of Redis: those of machines differ. */
export function deliverers(redis: Redis, keys: Keys, lifeMs = LIFE_MS): Deliverers {
  const names = keys.of('deliverers');
  const keyOf = (owner: string): string => keys.of('deliverer', owner);
  return {
    announce: async (owner, sinks) => {
      const about = JSON.stringify(sinks);
      await redis.multi().sadd(names, owner).set(keyOf(owner), about, 'PX', lifeMs).exec();
    },
    all: async () => {
      const owners = await redis.smembers(names);
      const found = owners.length > 0 ? await redis.mget(owners.map(keyOf)) : [];
      const gone = owners.filter((_, at) => found[at] === null);
      if (gone.length > 0) await redis.srem(names, ...gone);
      return new Map(
        owners.flatMap((owner, at) => {
          const about = found[at];
          return about ? [[owner, Names.parse(JSON.parse(about))] as const] : [];
        }),
      );
    },
    leave: async (owner) => {
      await redis.multi().srem(names, owner).del(keyOf(owner)).exec();
    },
  };
}
