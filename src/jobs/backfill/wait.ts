import { MarsadError, StateError, ThrottledError } from '../../errors.ts';

/** Whether an error puts the whole backfill off, or is a defect, and not of the document in hand. */
export function mustWait(error: unknown): boolean {
  const isHeld = error instanceof ThrottledError || error instanceof StateError;
  return isHeld || !(error instanceof MarsadError);
}
