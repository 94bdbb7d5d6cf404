import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Redis } from 'ioredis';
import { StateError } from '../src/errors.ts';
import { redisClient } from '../src/state/connection.ts';

/** A real Redis for tests: its Unix socket, one connected client, and its end. */
export interface TestRedis {
  readonly socket: string;
  readonly client: Redis;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a `redis-server` of its own in a new folder: no TCP port, nothing kept on disk.
 * A test that shares it isolates itself by a fresh `keysOf('t-…')`.
 */
export async function startTestRedis(options: readonly string[] = []): Promise<TestRedis> {
  const folder = await mkdtemp(join(tmpdir(), 'marsad-redis-'));
  const socket = join(folder, 'redis.sock');
  const server = spawn(
    'redis-server',
    ['--port', '0', '--unixsocket', socket, '--dir', folder, ...MEMORY_ONLY, ...options],
    { stdio: 'ignore' },
  );
  const client = redisClient({ socket });
  // The first tries come before the server listens: the client keeps trying.
  client.on('error', () => undefined);
  await connectWhenUp(client, server);
  const stop = async (): Promise<void> => {
    client.disconnect();
    await end(server);
    // A child that writes the append-only file anew may end a moment after its server.
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  };
  return { socket, client, stop };
}

/** Neither snapshots nor an append-only file: a test's state ends with it. */
const MEMORY_ONLY = ['--save', '', '--appendonly', 'no'];

async function connectWhenUp(client: Redis, server: ChildProcess): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once('ready', resolve));
  const ended = new Promise<never>((_, reject) => {
    server.once('exit', (code) => {
      reject(new StateError(`redis-server ended with ${String(code)} before it served`));
    });
  });
  client.connect().catch(() => undefined);
  await Promise.race([ready, ended]);
  ended.catch(() => undefined);
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGKILL');
  await exited;
}
