/** How often each value occurs, in the order in which they first did. */
export function frequencies<T>(values: readonly T[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The value that occurs most, the first of several; absent where there is none. */
export function mostFrequent<T>(values: readonly T[]): T | undefined {
  return [...frequencies(values)].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}
