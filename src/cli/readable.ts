import { RecordUnreadableError } from '../errors.ts';

/** The record, or undefined where it cannot be read: the sinks make it a dead letter. @throws StateError */
export async function readable<Stored>(read: Promise<Stored>): Promise<Stored | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof RecordUnreadableError) return undefined;
    throw error;
  }
}
