import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '@nats-io/transport-node';
import { freePort } from './ports.ts';

/** A real NATS server with JetStream for tests. */
export interface TestNats {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts a server of its own on a free port of loopback, its streams in a new folder. */
export async function startTestNats(): Promise<TestNats> {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-nats-'));
  const port = await freePort();
  const server = spawn(
    'nats-server',
    ['-js', '-sd', folder, '-a', '127.0.0.1', '-p', String(port)],
    { stdio: 'ignore', env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` } },
  );
  const url = `nats://127.0.0.1:${port}`;
  const probe = await connect({ servers: url, waitOnFirstConnect: true, reconnectTimeWait: 50 });
  await probe.close();
  return {
    url,
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
