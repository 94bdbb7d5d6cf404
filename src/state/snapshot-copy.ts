import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { StateError } from '../errors.ts';
import { connectOnce, type RedisAddress } from './connection.ts';
import { socketPath } from './private-folder.ts';

/**
 * Works on a copy of a Redis as it was at one moment, while it goes on: the snapshot that a replica is
 * given (`redis-cli --rdb`, PSYNC) is loaded by a server of its own, which ends with the work. It needs room on
 * the disk beside `file`, and as much memory once more as the state takes.
 * @throws StateError where the server gives no snapshot, or no program is there to take one
 */
export async function withSnapshot<T>(
  address: RedisAddress,
  file: string,
  work: (copy: Redis) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(dirname(file), '.marsad-snapshot-'));
  try {
    await takeSnapshot(address, folder);
    return await onServerOf(folder, databaseOf(address), work);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

const SNAPSHOT = 'snapshot.rdb';

const SERVED_HINT =
  'Stop the service and run it again; or keep the snapshots of the Redis itself (BGSAVE), from which it starts.';

async function takeSnapshot(address: RedisAddress, folder: string): Promise<void> {
  const { args, env } = await clientOptions(address, folder);
  const child = started('redis-cli', [...args, '--rdb', join(folder, SNAPSHOT)], env);
  const told: Buffer[] = [];
  child.stderr?.on('data', (chunk) => told.push(chunk));
  const [status] = await ended(child);
  if (status === 0) return;
  const reason = Buffer.concat(told).toString('utf8').trim().split('\n').at(-1) ?? '';
  throw new StateError(`Redis gives no snapshot of itself while it runs: ${reason}`, {
    hint: SERVED_HINT,
  });
}

interface ClientOptions {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** How `redis-cli` is told of a server; a password stands in its environment, where no list of processes shows it. */
async function clientOptions(address: RedisAddress, folder: string): Promise<ClientOptions> {
  if ('socket' in address) {
    const { username, password } = address.login ?? {};
    return {
      args: ['-s', address.socket, ...(username ? ['--user', username] : [])],
      env: password ? { REDISCLI_AUTH: password } : {},
    };
  }
  const { url, topology = {} } = address;
  if (topology.sentinel || topology.cluster) {
    throw new StateError('Of a Redis of several servers no snapshot is taken while it runs', {
      hint: SERVED_HINT,
    });
  }
  const { protocol, hostname, port, username, password } = new URL(url);
  const host = hostname.replaceAll(/[[\]]/gu, '');
  const files = Object.entries(topology.tls ?? {}).map(async ([name, text]) => {
    const path = join(folder, `${name}.pem`);
    await writeFile(path, text, { mode: 0o600 });
    return [name === 'ca' ? '--cacert' : `--${name}`, path];
  });
  const tls =
    protocol === 'rediss:' ? ['--tls', '--sni', host, ...(await Promise.all(files)).flat()] : [];
  return {
    args: [
      ...['-h', host, '-p', port || '6379', ...tls],
      ...(username ? ['--user', decodeURIComponent(username)] : []),
    ],
    env: password ? { REDISCLI_AUTH: decodeURIComponent(password) } : {},
  };
}

function databaseOf(address: RedisAddress): number {
  if ('socket' in address) return address.db ?? 0;
  return Number(new URL(address.url).pathname.slice(1)) || 0;
}

function started(
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  // A process that is ended meanwhile leaves none behind.
  const end = (): boolean => child.kill('SIGKILL');
  process.once('exit', end);
  child.once('close', () => process.off('exit', end));
  return child;
}

/** @throws StateError where the program is not installed */
async function ended(child: ChildProcess): Promise<unknown[]> {
  try {
    return await once(child, 'close');
  } catch (cause) {
    throw new StateError(`${child.spawnfile} could not be started`, {
      hint: 'Install it (Debian: apt-get install redis-server redis-tools).',
      cause,
    });
  }
}

const LOOK_AGAIN_MS = 50;

/** Starts a server on the snapshot of a folder, which keeps nothing and has no port. */
async function onServerOf<T>(
  folder: string,
  db: number,
  work: (copy: Redis) => Promise<T>,
): Promise<T> {
  const socket = socketPath(folder);
  const server = started('redis-server', [
    ...['--port', '0', '--unixsocket', socket, '--unixsocketperm', '700', '--dir', folder],
    ...['--dbfilename', SNAPSHOT, '--save', '', '--appendonly', 'no', '--logfile', ''],
  ]);
  const end = ended(server);
  try {
    const copy = await Promise.race([
      connected(socket, db),
      end.then(() => {
        throw new StateError('The snapshot of Redis could not be loaded', {
          hint: 'The redis-server of this machine must be as new as the one that is backed up.',
        });
      }),
    ]);
    try {
      return await work(copy);
    } finally {
      copy.disconnect();
    }
  } finally {
    server.kill('SIGKILL');
    await end.catch(() => undefined);
    await rm(socket, { force: true });
  }
}

/** Waits for the server to have loaded all of it, however long that takes. */
async function connected(socket: string, db: number): Promise<Redis> {
  for (;;) {
    const client = await connectOnce(socket, { db });
    if (client) return client;
    await pause(LOOK_AGAIN_MS);
  }
}
