import type { Redis } from 'ioredis';
import type { Keys } from '../../../../src/state/keys.ts';
import type { Between, Content } from '../redis-content.ts';

/** The clock of Redis at the beginning of a case, in Unix milliseconds. */
export interface Clock {
  readonly now: number;
  /** A number that is the time of the call and so many milliseconds. */
  readonly at: (offsetMs: number) => Between;
}

/** Where a case's call is made. */
export interface Place {
  readonly redis: Redis;
  readonly keys: Keys;
}

/** One call: the whole content of Redis before it and after it, and what it gives. */
export interface ScriptCase {
  readonly given?: Content;
  readonly call: (place: Place) => Promise<unknown>;
  readonly gives?: unknown;
  readonly after: Content;
}

/** The cases of a script by what each shows. */
export type ScriptCases = Readonly<Record<string, (clock: Clock) => ScriptCase>>;

export const MINUTE = 60;
export const DAY = 86_400;
