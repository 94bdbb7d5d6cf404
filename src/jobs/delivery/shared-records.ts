import type { Records, RevisionKey, StoredRevision } from '../../state/records.ts';

/**
 * Characters of records that are kept for other sinks: some thousand articles. Sinks of one process
 * come by the same records within a few batches of each other, since they share its processor and
 * its connection; one that is far behind reads for itself.
 */
const KEPT_CHARS = 4_000_000;

/** Of a record without its text: source, story, rights and evidence. */
const REST_CHARS = 2000;

/** What several sinks of one process read: each record is fetched, unpacked and checked once. */
export function sharedRecords(records: Pick<Records, 'many'>): Pick<Records, 'many'> {
  const kept = new Map<string, Promise<StoredRevision>>();
  const sizes = new Map<string, number>();
  let chars = 0;

  const forget = (key: string): void => {
    chars -= sizes.get(key) ?? 0;
    sizes.delete(key);
    kept.delete(key);
  };
  /** Only a good record is kept: what is damaged or missing may be mended a moment later. */
  const keep = (key: string, { found }: StoredRevision): void => {
    if (found === undefined || found instanceof Error) forget(key);
    if (found === undefined || found instanceof Error || !kept.has(key)) return;
    // The text stands in it twice: as a whole and in blocks.
    const size = REST_CHARS + 2 * found.articleBody.length;
    sizes.set(key, size);
    chars += size;
    for (const oldest of kept.keys()) {
      if (chars <= KEPT_CHARS) return;
      forget(oldest);
    }
  };
  const fetch = (wanted: readonly RevisionKey[]): void => {
    if (wanted.length === 0) return;
    const all = records.many(wanted);
    for (const [index, one] of wanted.entries()) {
      const key = keyOf(one);
      const stored = all.then((found) => found[index] ?? NOTHING);
      kept.set(key, stored);
      stored.then(
        (done) => keep(key, done),
        () => forget(key),
      );
    }
  };
  return {
    many: (wanted) => {
      fetch(wanted.filter((one) => !kept.has(keyOf(one))));
      return Promise.all(wanted.map((one) => kept.get(keyOf(one)) ?? NOTHING));
    },
  };
}

const NOTHING: StoredRevision = { found: undefined, newest: undefined };

const keyOf = ({ id, revision }: RevisionKey): string => `${id}:${revision}`;
