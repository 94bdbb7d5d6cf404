import { AsyncLocalStorage } from 'node:async_hooks';
import { call } from '../src/cli/call.ts';
import type { CommandEnd } from './marsad.ts';

// Commands within the test's own process: to load the program takes longer than most commands do. What
// a process of its own is needed for (signals, folders, Redis from outside) is in `startMarsad`.

interface Written {
  stdout: string;
  stderr: string;
}

const writing = new AsyncLocalStorage<Written>();

/** Takes what a call writes; what others write goes where it went. */
function divert(name: 'stdout' | 'stderr'): void {
  const stream = process[name];
  const write = stream.write.bind(stream);
  const taken = (chunk: Uint8Array | string, ...rest: []): boolean => {
    const written = writing.getStore();
    if (!written) return write(chunk, ...rest);
    written[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    return true;
  };
  Object.assign(stream, { write: taken });
}

let isDiverted = false;

/** Runs `marsad ARGS…` here; gives how it ended. Calls may run at the same time. */
export async function callMarsad(...args: string[]): Promise<CommandEnd> {
  if (!isDiverted) {
    isDiverted = true;
    delete process.env.REDIS_URL;
    divert('stdout');
    divert('stderr');
  }
  const written: Written = { stdout: '', stderr: '' };
  const status = await writing.run(written, () => call(args));
  process.exitCode = 0;
  return { status, ...written };
}
