import { Worker } from 'bullmq';
import { ConfigError } from './errors.ts';
import { ArticleRecord, SCHEMA_VERSION } from './record/article.ts';
import { connectRedis, redisAddress } from './state/connection.ts';
import { keysOf } from './state/keys.ts';

/** Where a consumer takes records from. */
export interface ConsumeOptions {
  /** `redis://`, `rediss://` or `unix://:PASSWORD@/path`; REDIS_URL where absent. */
  readonly redis?: string;
  /** Name of the installation, as in its settings. */
  readonly name?: string;
  /** Records in hand at a time. */
  readonly concurrency?: number;
  /** Called with what went wrong in a handler or on the way; standard error where absent. */
  readonly onError?: (error: Error) => void;
}

/** A consumer at work. */
export interface Consumer {
  /** Lets records in hand end, then closes the connection. */
  readonly close: () => Promise<void>;
}

/**
 * Takes records from a queue, each by one of all its consumers. A handler that throws gets the
 * record again, with growing pauses, ten times in all.
 * @param queue the name that `queue` has among `sinks` of the settings; `articles` by default there
 * @throws ConfigError where no Redis is named; StateError where it cannot serve
 */
export async function consume(
  queue: string,
  handle: (article: ArticleRecord) => Promise<void> | void,
  options: ConsumeOptions = {},
): Promise<Consumer> {
  const url = options.redis ?? process.env.REDIS_URL;
  if (!url) throw new ConfigError('No Redis to consume from', { hint: 'Set REDIS_URL.' });
  const connection = await connectRedis(redisAddress(url));
  const worker = new Worker(queue, async (job) => handle(readRecord(job.data)), {
    connection,
    prefix: keysOf(options.name).tag,
    concurrency: options.concurrency ?? 1,
  });
  worker.on('error', options.onError ?? reportError);
  return {
    close: async () => {
      await worker.close();
      connection.disconnect();
    },
  };
}

/** @throws ConfigError for a record of a later release, which an upgrade can read */
function readRecord(data: unknown): ArticleRecord {
  const version: unknown =
    typeof data === 'object' && data !== null && 'schemaVersion' in data ? data.schemaVersion : '?';
  if (version === SCHEMA_VERSION) return ArticleRecord.parse(data);
  throw new ConfigError(
    `A record of schemaVersion ${String(version)}, this reads ${SCHEMA_VERSION}`,
    {
      hint: 'Upgrade the marsad package of the consumer.',
    },
  );
}

function reportError(error: Error): void {
  process.stderr.write(`marsad consume: ${error.message}\n`);
}
