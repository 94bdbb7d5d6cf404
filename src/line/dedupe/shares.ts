/** A kept sample of the stored text, and whether it is the whole set. */
export interface Sampled {
  readonly values: readonly number[];
  readonly isWhole: boolean;
}

/** How many values of each side were compared, and the share of each that the other has. */
export interface Shares {
  readonly of: number;
  readonly within: number;
  readonly ofFirst: number;
  readonly ofNew: number;
}

/**
 * Shares of two bottom-k samples: both are cut at the greatest value that both cover, below which
 * each is its whole set.
 */
export function sharesOf(first: Sampled, fresh: Sampled): Shares {
  const limit = Math.min(limitOf(first), limitOf(fresh));
  const of = first.values.filter((value) => value <= limit);
  const within = new Set(fresh.values.filter((value) => value <= limit));
  const common = of.filter((value) => within.has(value)).length;
  return {
    of: of.length,
    within: within.size,
    ofFirst: thousandths(common, of.length),
    ofNew: thousandths(common, within.size),
  };
}

/** Above every 24-bit value. */
const NO_LIMIT = 0x1000000;

function limitOf({ values, isWhole }: Sampled): number {
  return isWhole ? NO_LIMIT : (values.at(-1) ?? NO_LIMIT);
}

/** A share in whole thousandths, rounded down; of nothing it is 0. */
export function thousandths(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 1000) / whole);
}
