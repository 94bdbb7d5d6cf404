import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { Keys } from './keys.ts';
import { loadScript } from './script.ts';

/** What becomes of the log when it is full of records that a sink has yet to get. */
export type OnFull = 'pause' | 'drop';

/** Records that left the log before a sink had them. */
export interface Loss {
  readonly sink: string;
  readonly records: number;
  /** Positions of the first and the last. */
  readonly from: string;
  readonly to: string;
}

/** What a check of the log found. */
export interface LogCheck {
  /** Entries that it holds now. */
  readonly length: number;
  readonly losses: readonly Loss[];
}

/** Entries trimmed in one step: some 2 ms in which Redis does nothing else. */
const MOST = 1000;

/** Steps of one check: a log whose bound was lowered by much is trimmed over several checks. */
const STEPS = 50;

const trimScript = loadScript('log-trim');

const Reply = z.tuple([z.number()]).rest(z.union([z.string(), z.number()]));

/**
 * Trims the log to `records` entries. With `pause` entries that one of `sinks` has not acknowledged
 * stay, so that the log may be longer; with `drop` they go, and the loss of each sink is counted.
 * @throws StateError where Redis refuses
 */
export async function trimLog(
  redis: Redis,
  keys: Keys,
  bound: { readonly records: number; readonly onFull: OnFull; readonly sinks: readonly string[] },
): Promise<LogCheck> {
  const losses: Loss[] = [];
  if ((await redis.exists(keys.log)) === 0) return { length: 0, losses };
  const args = [keys.of(''), bound.records, MOST, bound.onFull, ...bound.sinks];
  let length = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const [now, ...lost] = Reply.parse(await trimScript(redis, [keys.log], args));
    const isDone = now <= bound.records || now === length;
    length = now;
    losses.push(...lossesOf(lost));
    if (isDone) break;
  }
  return { length, losses };
}

function lossesOf(flat: readonly (string | number)[]): Loss[] {
  const losses: Loss[] = [];
  for (let at = 0; at < flat.length; at += 4) {
    const [sink, records, from, to] = flat.slice(at, at + 4);
    losses.push({
      sink: String(sink),
      records: Number(records),
      from: String(from),
      to: String(to),
    });
  }
  return losses;
}
