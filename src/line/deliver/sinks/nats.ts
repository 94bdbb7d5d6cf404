import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { ConfigError, RecordsRefusedError, SinkError } from '../../../errors.ts';
import { jsonOf } from '../shape.ts';
import { type Delivery, defineSink, type Sink } from '../sink.ts';

/** A JetStream of NATS: subject `SUBJECT.<source>.<change>`, message id `id:revision`. */
export const natsSink = defineSink({
  name: 'nats',
  label: 'NATS JetStream: a subject a source, each record once by its message id',
  settings: z.strictObject({
    url: z
      .string()
      .regex(
        /^(?:nats|tls):\/\/[^@\s]+$|^env:[A-Z][A-Z0-9_]{0,99}$/u,
        'nats://host:port or env:NAME',
      )
      .default('nats://127.0.0.1:4222')
      .describe('nats://host:port, or env:NAME of a variable that holds it with its login'),
    stream: z
      .string()
      .regex(/^[\w-]{1,60}$/u)
      .default('articles')
      .describe('Name of the stream; made where it is not there'),
    subject: z
      .string()
      .regex(/^[\w-]{1,60}$/u)
      .default('articles')
      .describe('What subjects begin with'),
  }),
  open: async (settings) => openNats(settings),
});

/**
 * A connection that fails is dropped, and the next delivery makes a new one: after some tries the client
 * closes it for good, and a server may come back without the stream.
 */
async function openNats(settings: Settings): Promise<Sink> {
  let opened: OpenStream | undefined = await openStream(settings);
  const giveUp = async (): Promise<void> => {
    const { connection } = opened ?? {};
    opened = undefined;
    await connection?.close().catch(() => undefined);
  };
  return {
    deliver: async (deliveries) => {
      opened ??= await openStream(settings);
      const { client, connection } = opened;
      const most = connection.info?.max_payload ?? Number.POSITIVE_INFINITY;
      try {
        await publishAll(deliveries, { client, subject: settings.subject, most });
      } catch (error) {
        if (error instanceof SinkError) await giveUp();
        throw error;
      }
    },
    close: giveUp,
  };
}

interface Settings {
  readonly url: string;
  readonly stream: string;
  readonly subject: string;
}

interface OpenStream {
  readonly connection: NatsConnection;
  readonly client: JetStreamClient;
}

/**
 * How long the server remembers message ids: long enough for what is delivered again after a night's outage.
 * A stream that the operator made keeps its own setting.
 */
const KNOWN_MS = 86_400_000;

const TIMEOUT_MS = 10_000;

async function openStream({ url, stream, subject }: Settings): Promise<OpenStream> {
  const servers = addressOf(url);
  // Loaded only where they are wanted.
  const { connect, nanos } = await import('@nats-io/transport-node');
  const { jetstream, jetstreamManager } = await import('@nats-io/jetstream');
  try {
    const connection = await connect({
      servers,
      name: 'marsad',
      timeout: TIMEOUT_MS,
      reconnect: false,
    });
    const manager = await jetstreamManager(connection);
    const known = await manager.streams.info(stream).catch(() => undefined);
    if (!known) {
      await manager.streams.add({
        name: stream,
        subjects: [`${subject}.>`],
        duplicate_window: nanos(KNOWN_MS),
      });
    }
    return { connection, client: jetstream(connection) };
  } catch (cause) {
    throw failureOf(cause);
  }
}

/** @throws ConfigError where the variable is not set */
function addressOf(url: string): string {
  if (!url.startsWith('env:')) return url;
  const name = url.slice('env:'.length);
  const address = process.env[name];
  if (address) return address;
  throw new ConfigError(`${name} is not set, which names the NATS server of a sink`, {
    hint: `Set ${name} to nats://user:password@host:4222`,
  });
}

interface Publishing {
  readonly client: JetStreamClient;
  readonly subject: string;
  /** Bytes that the server takes in one message. */
  readonly most: number;
}

/** Bytes of a message beside the record: its id and what the server expects of it. */
const HEADER_BYTES = 500;

/**
 * Several messages are on their way at a time, each acknowledged by the server; a later revision of an article
 * waits for the earlier one, so that a failure in between cannot change their order.
 * @throws RecordsRefusedError for those that are too large for the server, SinkError
 */
async function publishAll(
  deliveries: readonly Delivery[],
  { client, subject, most }: Publishing,
): Promise<void> {
  // Where the JSON of one record cannot be made, nothing of the batch is sent.
  const bodies = deliveries.map((one) => ({ one, body: jsonOf(one) }));
  const refused = new Map<string, string>();
  const last = new Map<string, Promise<void>>();
  for (const { one, body } of bodies) {
    const size = body.length + HEADER_BYTES;
    if (size > most) {
      refused.set(one.key, `a message of NATS has at most ${most} bytes, this has ${size}`);
      continue;
    }
    const before = last.get(one.id) ?? Promise.resolve();
    last.set(
      one.id,
      before.then(() => publish(one, { client, subject, body })),
    );
  }
  const ends = await Promise.allSettled(last.values());
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  if (refused.size > 0) throw new RecordsRefusedError(refused);
}

async function publish(
  { key, logId, source, change, isReplayed }: Delivery,
  { client, subject, body }: Pick<Publishing, 'client' | 'subject'> & { readonly body: Buffer },
): Promise<void> {
  const msgID = isReplayed ? `${key} replay ${logId} ${Date.now()}` : key;
  try {
    await client.publish(`${subject}.${source}.${change}`, body, {
      msgID,
      timeout: TIMEOUT_MS,
    });
  } catch (cause) {
    throw failureOf(cause);
  }
}

function failureOf(cause: unknown): SinkError {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new SinkError(`NATS does not take records: ${message}`, {
    hint: 'JetStream must be on at the server (nats-server -js); delivery goes on by itself.',
    cause,
  });
}
