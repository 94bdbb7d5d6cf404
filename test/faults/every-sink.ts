import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { z } from 'zod';
import { startTestNats } from '../nats.ts';
import { startTestPostgres } from '../postgres.ts';
import { startReceiver } from '../receiver.ts';
import { type LogInstallation, logInstallation } from './deliverers.ts';

/** An installation with a sink of every kind, and what a consumer finds in each. */
export interface EverySink {
  readonly installation: LogInstallation;
  /** The names of its sinks. */
  readonly names: readonly string[];
  /** Keys of records by the name of the sink, in the order in which its consumer finds them. */
  readonly found: () => Promise<Readonly<Record<string, readonly string[]>>>;
  readonly close: () => Promise<void>;
}

const Key = z.looseObject({ id: z.string(), revision: z.number() });
const keyOf = (record: unknown): string => {
  const { id, revision } = Key.parse(record);
  return `${id}:${revision}`;
};

/** Starts a database, a broker and a receiver, and an installation that delivers to them all. */
export async function everySink(): Promise<EverySink> {
  const [postgres, nats, receiver] = await Promise.all([
    startTestPostgres(),
    startTestNats(),
    startReceiver(),
  ]);
  const env = {
    EVERY_DATABASE: postgres.url,
    EVERY_SECRET: Buffer.alloc(32, 'secret').toString('base64'),
  };
  const hook = `url: "${receiver.url}", secrets: [env:EVERY_SECRET], batch: 20, allowHosts: ["${receiver.host}"]`;
  const sinks: Readonly<Record<string, string>> = {
    file: 'jsonLines: { path: FOLDER/out.jsonl }',
    queue: 'queue: { most: 1000000 }',
    stream: 'stream: {}',
    // Small parts: some are closed while a deliverer dies.
    parquet: 'files: { folder: FOLDER/files, format: parquet, size: 100000 }',
    tables: 'postgres: { url: env:EVERY_DATABASE }',
    subjects: `nats: { url: "${nats.url}" }`,
    hook: `webhook: { ${hook} }`,
  };
  const lines = Object.entries(sinks).map(([name, settings]) => `${name}: { ${settings} }`);
  const installation = await logInstallation('', lines.join(', '), env);
  return {
    installation,
    names: Object.keys(sinks),
    found: async () => ({
      file: installation.file(),
      queue: await installation.queue(),
      stream: await installation.stream(),
      parquet: await partKeys(join(installation.folder, 'files')),
      tables: await rowKeys(postgres.query),
      subjects: await messageKeys(nats.url),
      hook: postKeys(receiver.taken),
    }),
    close: async () => {
      await installation.close();
      await Promise.all([postgres.stop(), nats.stop(), receiver.close()]);
    },
  };
}

/** Of the closed files in the order of their names, then of the part that is open. */
async function partKeys(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const days = readdirSync(folder).filter((name) => name.startsWith('date='));
  const files = days.flatMap((day) =>
    readdirSync(join(folder, day)).map((name) => join(day, name)),
  );
  const keys: string[] = [];
  for (const name of files.toSorted()) {
    const file = await asyncBufferFromFile(join(folder, name));
    keys.push(...(await parquetReadObjects({ file })).map(keyOf));
  }
  const open = readdirSync(join(folder, '.open')).filter((name) => name.endsWith('.jsonl'));
  const lines = open
    .toSorted()
    .flatMap((name) => readFileSync(join(folder, '.open', name), 'utf8').split('\n'));
  return [...keys, ...lines.filter(Boolean).map((line) => keyOf(JSON.parse(line)))];
}

async function rowKeys(
  query: (sql: string) => Promise<Record<string, unknown>[]>,
): Promise<string[]> {
  // Before the first record there is no table.
  const [table] = await query("SELECT to_regclass('marsad.revision') AS name");
  if (!table?.name) return [];
  return (await query('SELECT id, revision FROM marsad.revision ORDER BY number')).map(keyOf);
}

async function messageKeys(servers: string): Promise<string[]> {
  const { connect } = await import('@nats-io/transport-node');
  const { jetstream, jetstreamManager } = await import('@nats-io/jetstream');
  const connection = await connect({ servers });
  try {
    const manager = await jetstreamManager(connection);
    const info = await manager.streams.info('articles').catch(() => undefined);
    const count = info?.state.messages ?? 0;
    if (count === 0) return [];
    const consumer = await jetstream(connection).consumers.get('articles');
    const keys: string[] = [];
    for await (const message of await consumer.consume({ max_messages: 500 })) {
      keys.push(keyOf(message.json()));
      if (keys.length === count) break;
    }
    return keys;
  } finally {
    await connection.close();
  }
}

/** A receiver drops what it has by its key: a post whose answer was lost comes again. */
function postKeys(posts: readonly { readonly body: string }[]): string[] {
  const keys = posts.flatMap(({ body }) => [JSON.parse(body).data].flat().map(keyOf));
  return [...new Set(keys)];
}
