import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';
import { loadScript } from './script.ts';

/** One record on its way to a stream for consumers. */
export interface StreamEntry {
  readonly id: string;
  readonly revision: number;
  /** Its position in the log, which the entry tells as `log`. */
  readonly logId: string;
  /** The record as JSON. */
  readonly record: Buffer | string;
  /** Appended though the stream has it. */
  readonly isAgain: boolean;
}

/** The life of a note whose article is not stored any more: far longer than a batch may be late. */
const NOTE_SECONDS = 30 * 86_400;

const appendScript = loadScript('stream-append');

/**
 * Appends records to a consumers' stream in one atomic step: each revision once, and none after a
 * later one of its article, whoever else appends.
 * @throws StateError where Redis refuses.
 */
export async function appendToStream(
  redis: Redis,
  { keys, name }: { keys: Keys; name: string },
  { entries, keep }: { entries: readonly StreamEntry[]; keep: number },
): Promise<void> {
  const about = entries.map(({ id, revision, isAgain, logId }) => [id, revision, isAgain, logId]);
  const texts = entries.map(({ record }) => record);
  const args = [keys.of(''), name, keep, NOTE_SECONDS, JSON.stringify(about), ...texts];
  await appendScript(redis, [streamKey(keys, name)], args);
}

/** The key of a consumers' stream by its name in the settings. */
export const streamKey = (keys: Keys, name: string): string => keys.of('stream', name);
