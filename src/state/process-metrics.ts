import { gunzipSync, gzipSync } from 'node:zlib';
import type { Redis } from 'ioredis';
import type { Keys } from './keys.ts';

/** The metrics of each process of the installation, as it last wrote them. */
export interface ProcessMetrics {
  /** Keeps the metrics of a process, a JSON text, until it writes them again or is gone. */
  readonly put: (process: string, text: string) => Promise<void>;
  /** The texts of those of the processes that live, by their names. */
  readonly of: (processes: readonly string[]) => Promise<Map<string, string>>;
}

/** Four times the pause between two reports: a process that misses one is not gone. */
const KEPT_MS = 60_000;

/** A thousand sources make half a megabyte; a larger text would be a fault of another process. */
const MOST = 16_000_000;

/** One string a process, compressed: labels repeat, so that a twentieth is left. */
export function processMetrics(redis: Redis, keys: Keys): ProcessMetrics {
  const keyOf = (process: string): string => keys.of('metrics', process);
  return {
    async put(process, text) {
      await redis.set(keyOf(process), gzipSync(text), 'PX', KEPT_MS);
    },
    async of(processes) {
      if (processes.length === 0) return new Map();
      const found = await redis.mgetBuffer(...processes.map(keyOf));
      const texts = processes.map((process, at) => [process, found[at]] as const);
      return new Map(
        texts.flatMap(([process, bytes]) =>
          bytes ? [[process, gunzipSync(bytes, { maxOutputLength: MOST }).toString('utf8')]] : [],
        ),
      );
    },
  };
}
