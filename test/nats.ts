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
  /** Ends the server, and starts another one on the same port; with its streams, or without any. */
  readonly restart: (streams: 'kept' | 'lost', work: () => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts a server of its own on a free port of loopback, its streams in a new folder. */
export async function startTestNats(): Promise<TestNats> {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-nats-'));
  const port = await freePort();
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` };
  const words = ['-js', '-sd', folder, '-a', '127.0.0.1', '-p', String(port)];
  const start = () => spawn('nats-server', words, { stdio: 'ignore', env });
  let server = start();
  const url = `nats://127.0.0.1:${port}`;
  const isUp = async (): Promise<void> => {
    const probe = await connect({ servers: url, waitOnFirstConnect: true, reconnectTimeWait: 50 });
    await probe.close();
  };
  const kill = async (): Promise<void> => {
    const ended = once(server, 'exit');
    server.kill('SIGKILL');
    await ended;
  };
  await isUp();
  return {
    url,
    restart: async (streams, work) => {
      await kill();
      await work();
      if (streams === 'lost') rmSync(folder, { recursive: true, force: true });
      server = start();
      await isUp();
    },
    stop: async () => {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
