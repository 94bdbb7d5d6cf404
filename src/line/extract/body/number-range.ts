/**
 * The lowest of some numbers of blocks; infinite where there are none. Not by `Math.min`: a page of
 * 140,000 paragraphs has more than a call takes arguments.
 */
export function lowest(numbers: Iterable<number>): number {
  let found = Number.POSITIVE_INFINITY;
  for (const number of numbers) if (number < found) found = number;
  return found;
}

/** The highest of some numbers of blocks; minus infinity where there are none. */
export function highest(numbers: Iterable<number>): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const number of numbers) if (number > found) found = number;
  return found;
}
