import { MarsadError } from '../../src/errors.ts';

/** What `read` gives, or undefined where it refuses with an error of ours; others are thrown on. */
export function orRefusal<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof MarsadError) return undefined;
    throw error;
  }
}
