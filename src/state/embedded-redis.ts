import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { StateError } from '../errors.ts';
import { connectOnce } from './connection.ts';
import { takeLock } from './lock-file.ts';
import { makePrivate, socketPath } from './private-folder.ts';

/** The private Redis of a folder, in use by this process. */
export interface EmbeddedRedis {
  readonly socket: string;
  /** Leaves it; the last process to leave stops the server cleanly. */
  readonly leave: () => Promise<void>;
}

/** The name of each connection that holds the server, by which the last one to leave is known. */
const HOLDER_NAME = 'marsad-holder';
/** The name of a connection that does not hold the server any more, or only checks whether it is up. */
const GUEST_NAME = 'marsad-guest';

/** A server that loads a long append-only file needs its time. */
const START_MS = 30_000;
const LOOK_AGAIN_MS = 50;

/**
 * Joins the private `redis-server` of `folder`, or starts it: a Unix socket, append-only file on.
 * Several processes may join; a server that a crashed process left behind is taken over.
 * @throws StateError where `redis-server` is not installed or does not come up.
 */
export async function joinEmbeddedRedis(folder: string): Promise<EmbeddedRedis> {
  const home = resolve(folder, 'redis');
  makePrivate(home);
  const held = await holdOrStart(home);
  if (!held) {
    throw new StateError(`The private Redis did not come up within ${START_MS / 1000} s`, {
      hint: `See ${join(home, 'redis.log')}.`,
    });
  }
  return { socket: held.socket, leave: keepUp(home, held.holder) };
}

interface Held {
  readonly socket: string;
  readonly holder: Redis;
}

/** The connection that holds the server, which is started where none listens. */
function holdOrStart(home: string): Promise<Held | undefined> {
  return underLock(home, async () => {
    const socket = socketPath(home);
    const standing = await tryConnect(socket, HOLDER_NAME);
    if (standing) return { socket, holder: standing };
    await start(home, socket);
    const holder = await tryConnect(socket, HOLDER_NAME);
    return holder && { socket, holder };
  });
}

/**
 * Starts the server again where its process dies (killed, out of memory): the append-only file has
 * what was written, and all clients reconnect by themselves.
 * @returns what leaves the server
 */
function keepUp(home: string, first: Redis): () => Promise<void> {
  let holder = first;
  let isLeaving = false;
  let rejoining: Promise<void> = Promise.resolve();
  const rejoin = async (): Promise<void> => {
    // Where it does not come up, all work waits and the log says that Redis is lost.
    const next = await holdOrStart(home).catch(() => undefined);
    if (!next) return;
    holder = next.holder;
    watch();
  };
  const watch = (): void => {
    holder.once('end', () => {
      if (!isLeaving) rejoining = rejoin();
    });
  };
  watch();
  return async () => {
    isLeaving = true;
    // A server that is just being started again would be left with nobody to stop it.
    await Promise.race([rejoining, pause(REJOIN_MS, undefined, { ref: false })]);
    await underLock(home, () => leave(holder));
  };
}

/** A start takes a tenth of that; the end of a process may take ten seconds. */
const REJOIN_MS = 3000;

/** One process at a time starts, joins or leaves, so that none joins a server that just stops. */
async function underLock<T>(home: string, work: () => Promise<T>): Promise<T | undefined> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    const release = takeLock(join(home, 'start.lock'));
    if (release) return work().finally(release);
    await pause(LOOK_AGAIN_MS);
  }
  return undefined;
}

/** A connection that answers and carries the name, or undefined where no server listens. */
const tryConnect = (socket: string, connectionName: string): Promise<Redis | undefined> =>
  connectOnce(socket, { connectionName });

async function start(home: string, socket: string): Promise<void> {
  const child = spawn('redis-server', serverArguments(home, socket), {
    detached: true,
    stdio: 'ignore',
  });
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (cause) =>
      reject(
        new StateError('redis-server could not be started', {
          hint: 'Install it (Debian: apt-get install redis-server) or set REDIS_URL.',
          cause,
        }),
      ),
    );
  });
  // A process that ends before its server is up leaves none behind: nobody would stop it.
  const end = (): boolean => child.kill();
  process.once('exit', end);
  await Promise.race([answers(socket), failed]).finally(() => process.off('exit', end));
  child.unref();
}

async function answers(socket: string): Promise<void> {
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    // The server may list this connection for a while after its end: it is no holder.
    const client = await tryConnect(socket, GUEST_NAME);
    client?.disconnect();
    if (client) return;
    await pause(LOOK_AGAIN_MS);
  }
}

function serverArguments(home: string, socket: string): string[] {
  return [
    // No TCP port: nothing but this user's processes reach it.
    ...['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700'],
    // Every write is on disk within a second, and a crash of the process loses none.
    ...['--appendonly', 'yes', '--appendfsync', 'everysec', '--save', ''],
    ...['--maxmemory-policy', 'noeviction', '--dir', home],
    ...['--logfile', join(home, 'redis.log'), '--loglevel', 'notice'],
  ];
}

/** The last process that holds the server stops it. */
async function leave(holder: Redis): Promise<void> {
  try {
    const clients = String(await holder.client('LIST'));
    const holders = clients.split('\n').filter((line) => line.includes(`name=${HOLDER_NAME} `));
    if (holders.length <= 1) await holder.shutdown();
    // So that the next to leave does not take it for a holder, should the server still list it.
    else await holder.client('SETNAME', GUEST_NAME);
  } catch {
    // The server answers SHUTDOWN by closing the connection.
  }
  holder.disconnect();
}
