import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { StateError } from '../errors.ts';

/** Memory of a thread: 3 million characters make a document of some 150 MB. */
export const MOST_MEGABYTES = 512;

/** A thread with nothing to read is ended after that; it holds some 50 MB. */
const IDLE_MS = 60_000;

/** A thread that waits for work, and whether it has ended. */
export interface Thread {
  readonly worker: Worker;
  readonly ended: Promise<unknown>;
  isOver: boolean;
  idle?: NodeJS.Timeout;
}

/** The threads of a process. */
export interface Threads {
  /** Does `work` with a thread that nobody else has, once one is free. */
  readonly use: <T>(work: (thread: Thread) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
}

/** One core stays with the process that fetches and renews locks. */
const MOST_THREADS = Math.max(1, availableParallelism() - 1);

/** Threads that all run one module, started when they are needed: so many at a time, others wait. */
export function openThreads(module: URL): Threads {
  const idle: Thread[] = [];
  const all = new Set<Thread>();
  const waiting: (() => void)[] = [];
  let inUse = 0;
  let isClosing = false;
  const start = (): Thread => {
    const thread = startThread(module);
    all.add(thread);
    void thread.ended.then(() => all.delete(thread));
    return thread;
  };
  const giveBack = (thread: Thread): void => {
    if (!thread.isOver) {
      thread.worker.unref();
      thread.idle = setTimeout(() => void thread.worker.terminate(), IDLE_MS).unref();
      idle.push(thread);
    }
    const next = waiting.shift();
    if (next) next();
    else inUse -= 1;
  };
  const takePlace = async (): Promise<void> => {
    if (inUse < MOST_THREADS) inUse += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  };
  return {
    async use<T>(work: (thread: Thread) => Promise<T>): Promise<T> {
      await takePlace();
      if (isClosing) {
        waiting.shift()?.();
        throw new StateError('The threads that read pages are closing');
      }
      const thread = idle.filter(({ isOver }) => !isOver).pop() ?? start();
      idle.splice(0, idle.length, ...idle.filter((one) => one !== thread && !one.isOver));
      clearTimeout(thread.idle);
      thread.worker.ref();
      try {
        return await work(thread);
      } finally {
        giveBack(thread);
      }
    },
    close: async () => {
      isClosing = true;
      await Promise.all([...all].map(({ worker }) => worker.terminate()));
    },
  };
}

/**
 * In development modules are run from their source, which Node 20 reads in a thread only by tsx's own
 * call; a built module needs nothing.
 */
const fromSource = (module: URL): string =>
  `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})
    .then(({ register }) => { register(); return import(${JSON.stringify(module.href)}); });`;

function startThread(module: URL): Thread {
  const resourceLimits = { maxOldGenerationSizeMb: MOST_MEGABYTES };
  const worker = module.pathname.endsWith('.ts')
    ? new Worker(fromSource(module), { eval: true, execArgv: [], resourceLimits })
    : new Worker(module, { execArgv: [], resourceLimits });
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  const thread: Thread = { worker, ended, isOver: false };
  worker.once('exit', () => {
    thread.isOver = true;
  });
  return thread;
}
