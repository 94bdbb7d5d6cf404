import type { Redis } from 'ioredis';
import { StateError } from '../errors.ts';
import { answeredWithin } from './answer-wait.ts';
import type { Keys } from './keys.ts';

/**
 * Whether Redis takes writes: `refuses` it answers and says no (out of memory, a read-only replica,
 * a full disk), `away` it does not answer.
 */
export interface RedisState {
  readonly state: 'good' | 'refuses' | 'away';
  /** In the words of Redis. */
  readonly reason?: string;
}

/** Watches whether Redis takes writes, so that no work is begun whose outcome cannot be kept. */
export interface WriteGate {
  readonly now: () => RedisState;
  /** @throws StateError while Redis takes no writes */
  readonly check: () => void;
  /** Takes an error that a caller met; true where it means that Redis refuses writes or is away. */
  readonly note: (error: unknown) => boolean;
  /** Calls back at each change of state. */
  readonly onChange: (listener: (state: RedisState) => void) => void;
  /** Resolves once Redis takes writes. */
  readonly opened: () => Promise<void>;
  readonly close: () => void;
}

/** How often a small write is tried. */
const PROBE_MS = 1000;

/** A write that takes longer is not answered. */
const ANSWER_MS = 2000;

/** At its memory bound Redis takes one write and refuses the next: after so many taken in a row it is over. */
const GOOD_IN_A_ROW = 3;

/** What Redis replies where it takes no writes (redis.io, "Redis error messages"). */
const REFUSAL = /\b(?:OOM|READONLY|MISCONF|NOREPLICAS|LOADING|MASTERDOWN|CLUSTERDOWN|BUSY) /u;

/** What a client without a connection says. */
const AWAY = /ECONN|ENOENT|EPIPE|ETIMEDOUT|connection is closed|stream isn't writeable/iu;

/** True where an error says that Redis takes no writes, whatever was asked of it. */
export const isRefusal = (error: unknown): boolean => refusalText(error) !== undefined;

/** What Redis says where it takes no writes; undefined for another error. */
export function refusalText(error: unknown): string | undefined {
  const text = error instanceof Error ? error.message : String(error);
  if (REFUSAL.test(text)) return text;
  // A transaction that is discarded tells only that: the client keeps what its commands were told.
  const before: unknown =
    typeof error === 'object' && error !== null && Reflect.get(error, 'previousErrors');
  return Array.isArray(before) ? before.map(refusalText).find(Boolean) : undefined;
}

/** Opens the gate on `redis`; it begins as good, since the connection has just been checked. */
export function openWriteGate(redis: Redis, keys: Keys, everyMs = PROBE_MS): WriteGate {
  const listeners: ((state: RedisState) => void)[] = [];
  let waiting: (() => void)[] = [];
  let current: RedisState = { state: 'good' };
  let goodInRow = 0;
  const change = (next: RedisState): void => {
    goodInRow = next.state === 'good' ? goodInRow : 0;
    const isSame = next.state === current.state;
    current = isSame ? current : next;
    if (isSame) return;
    for (const listener of listeners) listener(current);
    if (current.state !== 'good') return;
    for (const resolve of waiting) resolve();
    waiting = [];
  };
  const note = (error: unknown): boolean => {
    const state = isRefusal(error) ? 'refuses' : AWAY.test(String(error)) ? 'away' : undefined;
    if (state) change({ state, reason: reasonOf(error) });
    return state !== undefined;
  };
  const probe = async (): Promise<void> => {
    try {
      await answeredWithin(redis.set(keys.of('probe'), Date.now(), 'PX', 60_000), ANSWER_MS);
      goodInRow += 1;
      if (current.state === 'away' || goodInRow >= GOOD_IN_A_ROW) change({ state: 'good' });
    } catch (error) {
      if (!note(error)) change({ state: 'away', reason: reasonOf(error) });
    }
  };
  let isProbing = false;
  const timer = setInterval(() => {
    if (isProbing) return;
    isProbing = true;
    void probe().finally(() => {
      isProbing = false;
    });
  }, everyMs);
  timer.unref();
  const onClose = (): void => {
    if (redis.status !== 'end') change({ state: 'away', reason: 'the connection was closed' });
  };
  redis.on('close', onClose);
  return {
    now: () => current,
    check: () => {
      if (current.state === 'good') return;
      throw new StateError(`Redis takes no writes (${current.state}): ${current.reason ?? ''}`, {
        hint: 'Give Redis room, or mend what it says; work goes on by itself.',
      });
    },
    note,
    onChange: (listener) => void listeners.push(listener),
    opened: () =>
      current.state === 'good'
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push(resolve);
          }),
    close: () => {
      clearInterval(timer);
      redis.off('close', onClose);
    },
  };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
