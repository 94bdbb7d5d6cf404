import { Redis } from 'ioredis';

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

/** A connection of its own: it blocks. Lost ones are made anew, and calls wait for that. */
export function openRedis({ redis, signal }: StreamPlace): Redis {
  const url = redis ?? process.env.REDIS_URL ?? 'redis://127.0.0.1:6379';
  const options = { maxRetriesPerRequest: null };
  const [, username, password, path] = SOCKET_URL.exec(url) ?? [];
  const login = password
    ? { username: decodeURIComponent(username ?? ''), password: decodeURIComponent(password) }
    : {};
  const client =
    path === undefined ? new Redis(url, options) : new Redis({ path, ...login, ...options });
  // Without a listener each try that fails is printed; the next one is on its way.
  client.on('error', () => undefined);
  signal?.addEventListener('abort', () => client.disconnect(), { once: true });
  return client;
}

/** The key of the stream in Redis. */
export const streamKey = ({ name = 'marsad', stream = 'articles' }: StreamPlace): string =>
  `{${name}}:stream:${stream}`;

/** True once the caller wants no more: what a call then throws says only that. */
export const isEnded = ({ signal }: StreamPlace): boolean => signal?.aborted === true;
