import type { JetStreamClient } from '@nats-io/jetstream';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { ConfigError, SinkError } from '../../../errors.ts';
import { jsonOf } from '../shape.ts';
import { type Delivery, defineSink } from '../sink.ts';

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
  open: async (settings) => {
    const { connection, client } = await openStream(settings);
    return {
      deliver: async (deliveries) => {
        // In order: each is acknowledged by the server, several are on their way.
        const acknowledged = deliveries.map((one) => publish(client, settings.subject, one));
        await Promise.all(acknowledged);
      },
      close: () => connection.close(),
    };
  },
});

/**
 * How long the server knows message ids: what is delivered again after a night's outage is known.
 * A stream that the operator made keeps its own.
 */
const KNOWN_MS = 86_400_000;

const TIMEOUT_MS = 10_000;

async function openStream({
  url,
  stream,
  subject,
}: {
  url: string;
  stream: string;
  subject: string;
}): Promise<{ connection: NatsConnection; client: JetStreamClient }> {
  const servers = addressOf(url);
  // Loaded only where they are wanted.
  const { connect, nanos } = await import('@nats-io/transport-node');
  const { jetstream, jetstreamManager } = await import('@nats-io/jetstream');
  try {
    const connection = await connect({ servers, name: 'marsad', timeout: TIMEOUT_MS });
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

async function publish(
  client: JetStreamClient,
  subject: string,
  { key, logId, record, shaped, isReplayed }: Delivery,
): Promise<void> {
  const body = jsonOf(shaped);
  const msgID = isReplayed ? `${key} replay ${logId} ${Date.now()}` : key;
  try {
    await client.publish(`${subject}.${record.source.id}.${record.change}`, body, {
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
