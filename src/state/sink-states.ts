import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Keys } from './keys.ts';

/** A sink that does not take records, since when and why. */
const SinkFault = z.strictObject({
  since: z.iso.datetime(),
  code: z.string(),
  message: z.string(),
});
/** A sink that does not take records, since when and why. */
export type SinkFault = z.infer<typeof SinkFault>;

/** Which sinks are down, as those that deliver to them found. */
export interface SinkStates {
  /** Notes that a sink refuses; since when stays as it was first noted. */
  readonly down: (sink: string, fault: SinkFault) => Promise<void>;
  readonly up: (sink: string) => Promise<void>;
  readonly all: () => Promise<Map<string, SinkFault>>;
}

/** What nobody noted anew for a week says nothing any more. */
const KEPT_MS = 7 * 86_400_000;

/** One hash, sink → its fault as JSON. */
export function sinkStates(redis: Redis, keys: Keys): SinkStates {
  const key = keys.of('sink-states');
  return {
    async down(sink, fault) {
      await redis.pipeline().hsetnx(key, sink, JSON.stringify(fault)).pexpire(key, KEPT_MS).exec();
    },
    async up(sink) {
      await redis.hdel(key, sink);
    },
    async all() {
      const faults = Object.entries(await redis.hgetall(key));
      return new Map(faults.map(([sink, text]) => [sink, SinkFault.parse(JSON.parse(text))]));
    },
  };
}
