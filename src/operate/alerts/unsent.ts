import { randomUUID } from 'node:crypto';
import {
  type AlertLedger,
  type AlertMessage,
  UNSENT_MOST,
  type UnsentAlert,
} from '../../record/alert.ts';
import type { AlertChannel } from './channels.ts';

/** A message that no channel took for a day is old news. */
const KEPT_MS = 86_400_000;

/** A message that a channel did not take. */
export interface SendingFault {
  readonly channel: string;
  readonly message: string;
  /** True where it will be tried no more. */
  readonly isGivenUp: boolean;
}

/** Adds a message for each channel; where too many wait for a channel, its oldest are dropped. */
export function withMessage(
  ledger: AlertLedger,
  message: AlertMessage,
  { channels, now }: { channels: readonly AlertChannel[]; now: number },
): AlertLedger {
  const id = `alert-${randomUUID()}`;
  const added = channels.map(({ name }): UnsentAlert => {
    return { channel: name, id, message, at: now, tries: 0 };
  });
  return { ...ledger, unsent: boundedByChannel([...ledger.unsent, ...added]) };
}

function boundedByChannel(unsent: readonly UnsentAlert[]): UnsentAlert[] {
  return unsent.filter(({ channel }, at) => {
    const later = unsent.slice(at + 1).filter((one) => one.channel === channel);
    return later.length < UNSENT_MOST;
  });
}

/**
 * Sends what waits, for each channel in order; the first message that is not taken ends its channel's turn.
 * Never rejects.
 * @returns what still waits, and what went wrong where somebody should know: at the first try and at the last
 */
export async function sendUnsent(
  unsent: readonly UnsentAlert[],
  { channels, now }: { channels: readonly AlertChannel[]; now: number },
): Promise<{ unsent: UnsentAlert[]; faults: SendingFault[] }> {
  const ends = await Promise.all(
    channels.map((channel) => {
      const own = unsent.filter((one) => one.channel === channel.name);
      return sendTo(channel, own, now);
    }),
  );
  return {
    unsent: ends.flatMap((end) => end.unsent),
    faults: ends.flatMap((end) => end.faults),
  };
}

async function sendTo(
  channel: AlertChannel,
  own: readonly UnsentAlert[],
  now: number,
): Promise<{ unsent: UnsentAlert[]; faults: SendingFault[] }> {
  for (const [at, { id, message, ...entry }] of own.entries()) {
    try {
      await channel.send(message, id);
    } catch (error) {
      const isGivenUp = now - entry.at >= KEPT_MS;
      const fault = { channel: channel.name, message: String(error), isGivenUp };
      const tried = isGivenUp ? [] : [{ ...entry, id, message, tries: entry.tries + 1 }];
      return {
        unsent: [...tried, ...own.slice(at + 1)],
        faults: isGivenUp || entry.tries === 0 ? [fault] : [],
      };
    }
  }
  return { unsent: [], faults: [] };
}
