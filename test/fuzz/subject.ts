/** The thread in which inputs are tried: a hang ends it, and not who waits for it. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { cpuMs } from '../cpu.ts';
import type { FuzzTarget } from './target.ts';

/** What came of an input. */
export interface Tried {
  /** What does not hold, or the error that came. */
  readonly fault?: string | undefined;
  readonly cpuMs: number;
}

/** What the thread is asked: to try an input, to say how large its heap is, or to end. */
export type Asked = { readonly input: Uint8Array } | 'heap' | 'close';

const { target }: { target: FuzzTarget } = await import(String(workerData));

async function tryInput(input: Uint8Array): Promise<Tried> {
  const start = cpuMs();
  let fault: string | undefined;
  try {
    fault = await target.check(Buffer.from(input));
  } catch (error) {
    fault = error instanceof Error ? (error.stack ?? error.message) : `thrown: ${String(error)}`;
  }
  return { fault, cpuMs: cpuMs() - start };
}

/** Bytes of the heap of this thread behind a whole collection. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
  return process.memoryUsage().heapUsed;
}

parentPort?.on('message', async (asked: Asked) => {
  if (asked === 'close') {
    await target.close?.();
    parentPort?.close();
  } else parentPort?.postMessage(asked === 'heap' ? heapBytes() : await tryInput(asked.input));
});
