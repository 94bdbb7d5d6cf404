import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { StateError } from '../src/errors.ts';

/** A real PostgreSQL for tests: its address and its end. */
export interface TestPostgres {
  readonly url: string;
  readonly query: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>;
  /** Ends the server in order, calls what is given, and starts it again on the same data. */
  readonly restart: (meanwhile: (data: string) => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Debian keeps the programs of each version apart, and off the path. */
const DEBIAN = '/usr/lib/postgresql';

function findPrograms(): string {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
  const folders = [
    ...versions.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  const found = folders.find((folder) => existsSync(join(folder, 'initdb')));
  if (found === undefined) {
    throw new StateError('PostgreSQL is not here', { hint: 'node scripts/setup.mjs postgres' });
  }
  return found;
}

/** The server refuses to run as root: the user that its package made runs it then. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** Starts a server of its own in a new folder, reached by a Unix socket there; nothing is kept. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const programs = findPrograms();
  const folder = mkdtempSync(join(tmpdir(), 'marsad-pg-'));
  const user = unprivileged();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: 'ignore' } as const;
  const init = ['-D', data, '-U', 'marsad', '-A', 'trust', '-E', 'UTF8', '--locale', 'C', '-N'];
  execFileSync(join(programs, 'initdb'), init, options);
  const args = ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'];
  const start = (): ChildProcess => spawn(join(programs, 'postgres'), args, options);
  const url = `postgres://marsad@/postgres?host=${encodeURIComponent(folder)}`;
  let server = start();
  let client = await connectWhenUp(url, server);
  const end = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    await client.end().catch(() => undefined);
    const ended = once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  return {
    url,
    query: async (sql, values) => (await client.query(sql, values)).rows,
    restart: async (meanwhile) => {
      await end('SIGINT');
      await meanwhile(data);
      server = start();
      client = await connectWhenUp(url, server);
    },
    stop: async () => {
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function connectWhenUp(url: string, server: ChildProcess): Promise<pg.Client> {
  while (server.exitCode === null) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch {
      // The server is on its way up: it is asked again.
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new StateError(`postgres ended with ${server.exitCode} before it served`);
}
