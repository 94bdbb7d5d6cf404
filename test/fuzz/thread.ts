import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Asked, Tried } from './subject.ts';

/** A thread that tries inputs, started anew when one ended it. */
export interface FuzzThread {
  /** What came of an input; a hang or a death of the thread is told as a fault. */
  readonly tryInput: (input: Uint8Array) => Promise<Tried>;
  readonly heapBytes: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/** As much as a thread of the service that reads pages has. */
const MOST_MEGABYTES = 512;

/** Node 20 reads TypeScript in a thread only by tsx's own call. */
const START = `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})
  .then(({ register }) => { register(); return import(${JSON.stringify(new URL('./subject.ts', import.meta.url).href)}); });`;

/**
 * Opens the thread of a target.
 * @param module URL of the file that exports `target`
 * @param hangMs after which an input hangs; on a busy machine far over what any takes
 */
export function openThread(module: string, hangMs: number): FuzzThread {
  let worker: Worker | undefined;
  const start = (): Worker =>
    new Worker(START, {
      eval: true,
      execArgv: [],
      workerData: module,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
  const ask = async (asked: Asked): Promise<unknown> => {
    worker ??= start();
    const over = new AbortController();
    const timer = setTimeout(() => over.abort(), hangMs);
    try {
      worker.postMessage(asked);
      const [answer] = await Promise.race([
        once(worker, 'message', { signal: over.signal }),
        once(worker, 'exit', { signal: over.signal }).then(([code]) => [
          { fault: `end of the thread: status ${code}`, cpuMs: 0 },
        ]),
      ]);
      return answer;
    } catch (error) {
      await worker.terminate();
      worker = undefined;
      if (over.signal.aborted) return { fault: `hang: longer than ${hangMs} ms`, cpuMs: hangMs };
      return { fault: `end of the thread: ${String(error)}`, cpuMs: 0 };
    } finally {
      clearTimeout(timer);
      over.abort();
    }
  };
  return {
    tryInput: async (input) => (await ask({ input })) as Tried,
    heapBytes: async () => Number(await ask('heap')),
    close: async () => {
      if (!worker) return;
      const ended = once(worker, 'exit');
      worker.postMessage('close' satisfies Asked);
      await ended;
    },
  };
}
