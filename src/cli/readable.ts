import { RecordUnreadableError } from '../errors.ts';

/** One record that cannot be read hides no other; it is a dead letter of each sink. @throws StateError */
export async function readable<Stored>(read: Promise<Stored>): Promise<Stored | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof RecordUnreadableError) return undefined;
    throw error;
  }
}
