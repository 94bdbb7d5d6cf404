import { UsageError } from '../../errors.ts';

/** At one page in five seconds 20,000 take 28 hours: what an operator may start by one line. */
export const MOST_PAGES = 20_000;

/** With more, the links of the past would displace links of news among those kept (200,000 a source). */
const LIMIT = 100_000;

/** Reads `--most`. @throws UsageError */
export function countOf(text: string): number {
  const count = /^\d{1,9}$/u.test(text) ? Number(text) : 0;
  if (count > 0 && count <= LIMIT) return count;
  throw new UsageError(`--most is a number of pages from 1 to ${LIMIT}, found ${text}`, {
    hint: 'What one call leaves over, the next one goes on with.',
  });
}
