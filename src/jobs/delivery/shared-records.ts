import type { Records, RevisionKey, StoredRevision } from '../../state/records.ts';
import { StoredRecord } from '../../state/stored-record.ts';

/**
 * Bytes of records that are kept for other sinks: a thousand long articles. Sinks of one process
 * come by the same records within a few batches of each other, since they share its processor and
 * its connection; one that is far behind reads for itself.
 */
const KEPT_BYTES = 16_000_000;

/** What is kept of a record beside its JSON, and of the forms that are made of it. */
const REST_BYTES = 500;

/** One record that is on its way, or there. */
interface Holder {
  /** Settles with the round trip that brings it. */
  readonly arrival: Promise<void>;
  stored?: StoredRevision;
}

/** What several sinks of one process read: each record is fetched, unpacked and checked once. */
export function sharedRecords(records: Pick<Records, 'many'>): Pick<Records, 'many'> {
  const kept = new Map<string, Holder>();
  let bytes = 0;

  const forget = (key: string): void => {
    bytes -= sizeOf(kept.get(key)?.stored);
    kept.delete(key);
  };
  /** Only a good record is kept: what is damaged or missing may be mended a moment later. */
  const keep = (key: string, holder: Holder): void => {
    if (kept.get(key) !== holder) return;
    if (holder.stored?.found instanceof StoredRecord) bytes += sizeOf(holder.stored);
    else kept.delete(key);
  };
  const fetch = (wanted: readonly RevisionKey[]): void => {
    const reading = records.many(wanted);
    const arrival = reading.then((found) => {
      for (const [index, [key, holder]] of holders.entries()) {
        holder.stored = found[index] ?? NOTHING;
        keep(key, holder);
      }
      for (const oldest of kept.keys()) {
        if (bytes <= KEPT_BYTES) return;
        forget(oldest);
      }
    });
    const holders = wanted.map((one): [string, Holder] => [keyOf(one), { arrival }]);
    for (const [key, holder] of holders) kept.set(key, holder);
    arrival.catch(() => {
      for (const [key] of holders) forget(key);
    });
  };
  return {
    async many(wanted) {
      const missing = wanted.filter((one) => !kept.has(keyOf(one)));
      if (missing.length > 0) fetch(missing);
      const holders = wanted.map((one) => kept.get(keyOf(one)));
      await Promise.all(new Set(holders.map((one) => (one?.stored ? undefined : one?.arrival))));
      return holders.map((holder) => holder?.stored ?? NOTHING);
    },
  };
}

const NOTHING: StoredRevision = { found: undefined, newest: undefined };

const keyOf = ({ id, revision }: RevisionKey): string => `${id}:${revision}`;

const sizeOf = (stored: StoredRevision | undefined): number =>
  stored?.found instanceof StoredRecord ? REST_BYTES + stored.found.json.length : 0;
