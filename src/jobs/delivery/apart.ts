import { setTimeout as pause } from 'node:timers/promises';
import { MarsadError, RecordsRefusedError, SinkError } from '../../errors.ts';
import type { Delivery, Sink } from '../../line/deliver/sink.ts';
import type { Undelivered } from '../../state/undelivered.ts';

/** Tries of one record that a sink cannot take, and the pause between them. */
const TRIES = 3;
const PAUSE_MS = 200;

/**
 * Gives a batch to a sink and finds the records that it can never take, so that one of them holds
 * up no other: those that it refuses by name, and those that fail by themselves where others do not.
 * @returns the dead letters; every other record of the batch is safe in the sink
 * @throws what the sink throws where it takes nothing at all
 */
export async function deliverApart(
  sink: Sink,
  deliveries: readonly Delivery[],
  signal: AbortSignal,
): Promise<Undelivered[]> {
  if (deliveries.length === 0) return [];
  try {
    await sink.deliver(deliveries, signal);
    return [];
  } catch (error) {
    if (error instanceof RecordsRefusedError) return refusedOf(deliveries, error);
    // A sink that is away says so; anything else may be the fault of one record.
    if (error instanceof MarsadError) throw error;
    return oneByOne(sink, deliveries, signal);
  }
}

function refusedOf(deliveries: readonly Delivery[], { refused }: RecordsRefusedError) {
  return deliveries.flatMap((one) => {
    const reason = refused.get(one.key);
    return reason === undefined ? [] : [letterOf(one, reason)];
  });
}

async function oneByOne(
  sink: Sink,
  deliveries: readonly Delivery[],
  signal: AbortSignal,
): Promise<Undelivered[]> {
  const letters: Undelivered[] = [];
  let last: unknown;
  for (const one of deliveries) {
    const error = await tryOne(sink, one, signal);
    if (error === undefined) continue;
    last = error;
    letters.push(letterOf(one, String(error)));
  }
  // Where none of several could be taken, the fault is the sink's.
  if (letters.length === deliveries.length && letters.length > 1) {
    throw new SinkError(`The sink takes no record: ${String(last)}`, { cause: last });
  }
  return letters;
}

/** @returns what is wrong with the record; undefined where the sink has it */
async function tryOne(sink: Sink, one: Delivery, signal: AbortSignal): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    try {
      await sink.deliver([one], signal);
      return undefined;
    } catch (error) {
      if (error instanceof RecordsRefusedError) return error.refused.get(one.key);
      if (error instanceof MarsadError) throw error;
      if (tries === TRIES) return error;
      await pause(PAUSE_MS);
    }
  }
}

function letterOf({ logId, id, revision, source }: Delivery, reason: string): Undelivered {
  const since = new Date().toISOString();
  return { at: logId, id, revision, source, reason: reason.slice(0, 500), since };
}
