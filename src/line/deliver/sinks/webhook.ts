import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import {
  ConfigError,
  RecordsRefusedError,
  RefusedError,
  SinkError,
  SinkWaitsError,
} from '../../../errors.ts';
import { jsonOf } from '../shape.ts';
import { type Delivery, defineSink, type PostAnswer, type SinkPorts } from '../sink.ts';

/** A variable of the environment: secrets stand in no file. */
const Secret = z
  .string()
  .regex(/^env:[A-Z][A-Z0-9_]{0,99}$/u, 'env:NAME, a variable that holds whsec_…')
  .describe('env:NAME of a variable that holds the secret, whsec_ and base64');

/** Records posted to an address, signed after Standard Webhooks (standardwebhooks.com, 1.0). */
export const webhookSink = defineSink({
  name: 'webhook',
  label: 'Webhook: records posted as JSON, signed after Standard Webhooks',
  settings: z.strictObject({
    url: z
      .url({ protocol: /^https?$/u })
      .max(2048)
      .describe('Where records are posted'),
    secrets: z
      .array(Secret)
      .min(1)
      .max(2)
      .describe('The secret; the old one behind the new one while it is rotated'),
    batch: z.number().int().min(1).max(100).default(1).describe('Records in one post, at most'),
    timeout: z.number().int().min(1000).max(60_000).default(15_000).describe('Milliseconds'),
    allowHosts: z
      .array(z.string().max(300))
      .default([])
      .describe('Private hosts that may be posted to all the same: name or name:port'),
  }),
  open: async (settings, ports) => {
    const signers = settings.secrets.map(signerOf);
    const poster = ports.openPoster(settings);
    // Taken by the receiver before a later one of the same batch failed: not posted twice.
    let taken = new Set<string>();
    return {
      deliver: async (deliveries, signal) => {
        const refused = new Map<string, string>();
        const fresh = deliveries.filter(({ logId }) => !taken.has(logId));
        for (let at = 0; at < fresh.length; at += settings.batch) {
          const part = fresh.slice(at, at + settings.batch);
          const said = await postPart(part, { url: settings.url, signers, poster, signal });
          for (const { key } of part) if (said !== undefined) refused.set(key, said);
          for (const { logId } of part) taken.add(logId);
        }
        taken = new Set();
        throwRefused(refused, deliveries.length);
      },
      close: poster.close,
      batch: POSTED_MOST,
    };
  },
});

/** Records of one delivery: none is acknowledged before all are posted, so a crash may post so many once more. */
const POSTED_MOST = 100;

/** @throws ConfigError where the variable is not set or holds no secret */
function signerOf(secret: string): Webhook {
  const name = secret.slice('env:'.length);
  const value = process.env[name];
  const hint = `Set ${name} to whsec_ and 24 to 64 bytes in base64: openssl rand -base64 32`;
  if (!value) throw new ConfigError(`${name} is not set, which signs a webhook`, { hint });
  const bytes = Buffer.from(value.replace(/^whsec_/u, ''), 'base64').length;
  // The specification's bounds of a symmetric key.
  if (bytes < 24 || bytes > 64) {
    throw new ConfigError(`${name} holds a secret of ${bytes} bytes`, { hint });
  }
  return new Webhook(value);
}

interface Posting {
  readonly url: string;
  readonly signers: readonly Webhook[];
  readonly poster: ReturnType<SinkPorts['openPoster']>;
  readonly signal: AbortSignal | undefined;
}

/** @throws what refused records mean: all of several are the receiver's fault, not theirs */
function throwRefused(refused: ReadonlyMap<string, string>, asked: number): void {
  const [said] = refused.values();
  if (said === undefined) return;
  if (refused.size === asked && asked > 1) {
    throw new SinkError(`${said} to every record`, {
      hint: 'Its receiver does not understand records at all: mend it, or the url.',
    });
  }
  throw new RecordsRefusedError(refused);
}

/** @returns why the receiver refuses the records for good; undefined where it has them */
async function postPart(
  part: readonly Delivery[],
  { url, signers, poster, signal }: Posting,
): Promise<string | undefined> {
  const body = bodyOf(part);
  const id = idOf(part);
  const now = new Date();
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': signers.map((signer) => signer.sign(id, now, body)).join(' '),
  };
  const answer = await post({ url, headers, body, signal }, poster);
  if (!REFUSES.has(answer.status)) return judge(answer);
  // Of several records one may be at fault: they are posted apart.
  if (part.length > 1) throw new TypeError(`the webhook answered ${answer.status}`);
  return `the webhook answered ${answer.status}`;
}

/** The same for the same records, however often they are posted: receivers may drop repeats by it. */
function idOf(part: readonly Delivery[]): string {
  const [first] = part;
  const again = first?.isReplayed ? `-replay-${first.logId}` : '';
  return part.length === 1 ? `${first?.key}${again}` : `${first?.key}+${part.length - 1}${again}`;
}

/**
 * Type, time and data of the specification; several records are one event of type `articles`. Records
 * go as the JSON that they are stored in, which no one has to take apart for it.
 */
function bodyOf(part: readonly Delivery[]): string {
  const [first] = part;
  const records = part.map((one) => jsonOf(one).toString('utf8'));
  const type = records.length === 1 ? `article.${first?.change}` : 'articles';
  const data = records.length === 1 ? records[0] : `[${records.join(',')}]`;
  const timestamp = new Date().toISOString();
  return `{"type":${JSON.stringify(type)},"timestamp":"${timestamp}","data":${data}}`;
}

async function post(
  request: {
    url: string;
    headers: Record<string, string>;
    body: string;
    signal?: AbortSignal | undefined;
  },
  poster: Posting['poster'],
): Promise<PostAnswer> {
  try {
    return await poster.post(request);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const hint = cause instanceof RefusedError ? cause.hint : undefined;
    throw new SinkError(`The webhook cannot be reached: ${message}`, {
      ...(hint ? { hint } : {}),
      cause,
    });
  }
}

/** Answers that are about these very records: the same would be said again. */
const REFUSES = new Set([400, 413, 415, 422]);

/** @throws what the status means (Standard Webhooks, "Retry schedule"; RFC 9110) */
function judge({ status, retryAfterMs }: PostAnswer): undefined {
  if (status >= 200 && status < 300) return undefined;
  const said = `the webhook answered ${status}`;
  if (retryAfterMs !== undefined) {
    throw new SinkWaitsError(`${said} and asks to wait`, Date.now() + retryAfterMs);
  }
  if (status === 410) {
    throw new SinkError(`${said}: its receiver is gone`, {
      hint: 'Take the sink out of marsad.yaml, or mend its url.',
    });
  }
  if (status >= 300 && status < 400) {
    throw new SinkError(`${said}: redirects are not followed`, { hint: 'Name the final url.' });
  }
  throw new SinkError(said, { hint: 'Its receiver says why; delivery goes on by itself.' });
}
