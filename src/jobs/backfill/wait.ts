import { MarsadError, StateError, ThrottledError } from '../../errors.ts';

/** Whether an error puts off the whole backfill (or is a defect), instead of being the document's own. */
export function mustWait(error: unknown): boolean {
  const isHeld = error instanceof ThrottledError || error instanceof StateError;
  return isHeld || !(error instanceof MarsadError);
}
