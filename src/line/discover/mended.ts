/** What had to be mended in a document so that it could be read. */
export type Mend =
  /** It ends in the middle of a text, which is left out: half an address leads nowhere. */
  | 'cut'
  /** A tag that the next one ends. */
  | 'unclosed'
  /** A second address in one entry: an entry of its own. */
  | 'several-addresses'
  /** An address that stands in an entry without an element around it. */
  | 'bare-address'
  /** An entry without an address. */
  | 'no-address'
  /** A list of addresses, one a line, in place of XML (sitemaps.org, text file). */
  | 'plain-text'
  /** The selector or crawler of a listing found nothing; its cards were found without. */
  | 'no-match';

/** How often each was mended; empty where nothing was. */
export type Mended = Readonly<Partial<Record<Mend, number>>>;

/** Counts what is mended. */
export interface MendCounter {
  readonly counts: Partial<Record<Mend, number>>;
  readonly add: (mend: Mend) => void;
}

/** A counter that has counted nothing. */
export function mendCounter(): MendCounter {
  const counts: Partial<Record<Mend, number>> = {};
  return {
    counts,
    add: (mend) => {
      counts[mend] = (counts[mend] ?? 0) + 1;
    },
  };
}

type Counts = Readonly<Partial<Record<string, number>>>;

/** Both counts together, name by name. */
export function sumCounts(one: Counts, other: Counts): Record<string, number> {
  const sum = { ...one };
  for (const [name, count = 0] of Object.entries(other)) sum[name] = (sum[name] ?? 0) + count;
  return sum as Record<string, number>;
}
