import { z } from 'zod';
import { SinkError } from '../errors.ts';
import { API_PATH } from './api/api.ts';
import { SourceEntry } from './api/source-operations.ts';
import { cachedRead } from './cached-read.ts';
import type { SourceState } from './console-data.ts';
import { InstallationStatus } from './installation-status.ts';
import { webUrl } from './page/html.ts';

/** Another installation: where its console is, and a token of its read API. */
export interface Shard {
  readonly name: string;
  readonly url: string;
  readonly token: string;
}

/** What a shard said of itself, or why it said nothing. */
export type ShardView = Pick<Shard, 'name' | 'url'> &
  (
    | { readonly status: InstallationStatus; readonly sources: readonly SourceState[] }
    | { readonly away: string }
  );

/** Longer than a state that answers slowly needs; a page of the console waits for it. */
const ANSWER_MS = 3000;

/** Bytes of an answer: 10,000 sources with their health are some 15 MB. */
const ANSWER_MOST = 32 * 1024 * 1024;

/** Whoever reads, a shard is asked so often. */
const FRESH_MS = 10_000;

/** A shard may be of a later release: what it tells beyond this is not looked at. */
const Status = InstallationStatus.strip();
const Sources = z.object({ data: z.array(SourceEntry.strip()) });

/**
 * Reads all shards at once, and each at most every ten seconds; one that does not answer within
 * `answerMs` is away. Never rejects.
 */
export function shardReads(
  shards: readonly Shard[],
  answerMs = ANSWER_MS,
): () => Promise<readonly ShardView[]> {
  const readAll = () => Promise.all(shards.map((shard) => readShard(shard, answerMs)));
  return cachedRead(readAll, FRESH_MS);
}

async function readShard(shard: Shard, answerMs: number): Promise<ShardView> {
  const about = { name: shard.name, url: webUrl(shard.url) ?? '' };
  const signal = AbortSignal.timeout(answerMs);
  try {
    const [status, sources] = await Promise.all([
      answerOf(shard, '/status', signal),
      answerOf(shard, '/sources', signal),
    ]);
    return { ...about, status: parsed(status, Status), sources: parsed(sources, Sources).data };
  } catch (error) {
    return { ...about, away: reasonOf(error) };
  }
}

/** @throws SinkError where the answer is not one of this API */
async function answerOf({ url, token }: Shard, path: string, signal: AbortSignal) {
  const answer = await fetch(new URL(`.${API_PATH}${path}`, url), {
    headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
    signal,
    redirect: 'error',
  });
  if (answer.ok) return boundedText(answer);
  await answer.body?.cancel();
  throw new SinkError(STATUS_REASONS[answer.status] ?? `It answered ${answer.status}`);
}

/** @throws SinkError, SyntaxError */
function parsed<T>(text: string, schema: z.ZodType<T>): T {
  const read = schema.safeParse(JSON.parse(text));
  if (!read.success) throw new SinkError('Its answer has another form: it is of another release');
  return read.data;
}

const STATUS_REASONS: Readonly<Record<number, string>> = {
  401: 'It does not know the token',
  403: 'The token lacks the scope read',
  404: 'It has no read API: add `api.tokens` to its settings',
};

/** @throws SinkError where the answer is too long */
async function boundedText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for await (const chunk of body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > ANSWER_MOST) throw new SinkError(`Its answer has more than ${ANSWER_MOST} bytes`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** An error of `fetch` hides what happened in its cause. */
function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'Its answer is no JSON';
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'It did not answer in time';
  return error.cause instanceof Error ? error.cause.message : error.message;
}
