import { Redis } from 'ioredis';
import { MarsadClientError } from './record.ts';

/** Where the stream is. */
export interface StreamPlace {
  /** `redis://`, `rediss://` or `unix://:PASSWORD@/path`; REDIS_URL where absent. */
  readonly redis?: string;
  /** Name of the installation, as in its settings. */
  readonly name?: string;
  /** Name of the stream, as in its settings. */
  readonly stream?: string;
  /** Ends the iteration. */
  readonly signal?: AbortSignal;
}

/** A socket's path, with the login in front of it where the server asks for one. */
const SOCKET_URL = /^unix:(?:\/\/(?:([^:@/]*):([^@/]*)@)?)?(\/(?!\/).*)$/u;

/**
 * A connection of its own: it blocks. Once it was there a lost one is made anew, and calls wait for that.
 * @throws MarsadClientError where no Redis is there at the start, or it lets nobody in
 */
export async function openRedis({ redis, signal }: StreamPlace): Promise<Redis> {
  const url = redis ?? process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';
  const options = { maxRetriesPerRequest: null, lazyConnect: true };
  const [, username, password, path] = SOCKET_URL.exec(url) ?? [];
  const login = password
    ? { username: decodeURIComponent(username ?? ''), password: decodeURIComponent(password) }
    : {};
  const client =
    path === undefined ? new Redis(url, options) : new Redis({ path, ...login, ...options });
  let last: unknown;
  // Without a listener each try that fails is printed; the next one is on its way.
  client.on('error', (error) => {
    last = error;
  });
  signal?.addEventListener('abort', () => client.disconnect(), { once: true });
  try {
    await client.connect();
    await client.exists('probe');
    return client;
  } catch (error) {
    client.disconnect();
    // The client's own "Connection is closed." hides what the server or the socket said before.
    throw new MarsadClientError(`Redis does not let this reader in: ${String(last ?? error)}`);
  }
}

/** The key of the stream in Redis. */
export const streamKey = ({ name = 'marsad', stream = 'articles' }: StreamPlace): string =>
  `{${name}}:stream:${stream}`;

/** True once the caller wants no more: what a call then throws says only that. */
export const isEnded = ({ signal }: StreamPlace): boolean => signal?.aborted === true;
