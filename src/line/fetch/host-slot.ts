import { HostBusyError, ThrottledError, UnreachableError } from '../../errors.ts';
import type { HostSlots, SlotReport, SlotWish } from './host-slots.ts';

/** A request for a slot. */
export interface Slot {
  readonly slots: HostSlots;
  readonly host: string;
  readonly wish: SlotWish;
}

/**
 * Does `work` in a host's slot and reports how it ended, so that the host's pace and breaker learn.
 * @throws HostBusyError before the work, where the slot is later; what the work throws
 */
export async function inSlot<T>(slot: Slot, work: () => Promise<T>): Promise<T> {
  await takeSlot(slot);
  const { slots, host, wish } = slot;
  const started = performance.now();
  const report = (end: Pick<SlotReport, 'outcome' | 'retryAt'>): Promise<void> =>
    slots.report(host, { token: wish.token, ms: Math.ceil(performance.now() - started), ...end });
  try {
    const result = await work();
    await report({ outcome: 'answered' });
    return result;
  } catch (error) {
    await report(endOf(error));
    throw error;
  }
}

/** A slot that begins within that time is waited for here; going through the queue takes longer. */
const SOON_MS = 50;

/** Jobs are told to come so much early, so that the way through the queue does not eat the slot. */
const EARLY_MS = 30;

/** At most so many such waits one after another: with more, the worker would mostly sleep. */
const MOST_WAITS = 3;

async function takeSlot({ slots, host, wish }: Slot): Promise<void> {
  for (let waits = 0; ; waits += 1) {
    const retryAt = await slots.reserve(host, wish);
    if (retryAt === 0) return;
    const waitMs = retryAt - Date.now();
    if (waitMs > SOON_MS || waits >= MOST_WAITS) {
      throw new HostBusyError(`${host} has its next slot in ${waitMs} ms`, retryAt - EARLY_MS, {
        context: { host, waitMs },
      });
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(1, waitMs)));
  }
}

/** A busy host behind a redirect says nothing of this one. */
function endOf(error: unknown): Pick<SlotReport, 'outcome' | 'retryAt'> {
  if (error instanceof HostBusyError) return { outcome: 'answered' };
  if (error instanceof ThrottledError) return { outcome: 'throttled', retryAt: error.retryAt };
  return { outcome: error instanceof UnreachableError ? 'failed' : 'answered' };
}
