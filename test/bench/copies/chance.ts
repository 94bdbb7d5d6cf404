/** Chance that repeats itself: the same seed gives the same set on every machine. */
export interface Chance {
  /** A number from 0 (inclusive) to 1 (exclusive). */
  readonly next: () => number;
  /** A whole number from `from` to `to`, both inclusive. */
  readonly whole: (from: number, to: number) => number;
  readonly pick: <T>(values: readonly T[]) => T;
  readonly happens: (share: number) => boolean;
  readonly shuffled: <T>(values: readonly T[]) => T[];
}

/** A mulberry32 generator (T. Ettinger, public domain): 32 bits of state, good enough to draw texts. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value = (value + Math.imul(value ^ (value >>> 7), value | 61)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(values: readonly T[]): T => {
    const value = values[whole(0, values.length - 1)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  };
  const shuffled = <T>(values: readonly T[]): T[] =>
    values
      .map((value) => ({ value, order: next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ value }) => value);
  return { next, whole, pick, happens: (share) => next() < share, shuffled };
}
