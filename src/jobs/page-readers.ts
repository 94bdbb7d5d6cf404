import type { Crawler } from '../crawler.ts';
import {
  ReadTimeoutError,
  SelectorCostError,
  StateError,
  TooLargeError,
  UnreadableError,
} from '../errors.ts';
import type { Page } from '../record/fetched-page.ts';
import type { ReadTask, ReadText, TextRead } from './read-text.ts';
import { MOST_MEGABYTES, openThreads, type Thread } from './reading-threads.ts';

/**
 * Pages up to this length, in UTF-16 units, are read in the process itself: nine pages in ten, for which the
 * way to a thread and back would cost more than it gains. Even a page whose cost grows with the square of its
 * length takes a fifth of a second at this size, a fraction of the time after which locks are renewed.
 */
const SHORT_PAGE = 300_000;

/**
 * Time to read one page: 3 million characters, the most that is read, take a quarter of a second, and
 * on a machine where thirty processes wait for two cores thirty times that.
 */
const LIMIT_MS = 30_000;

/** How pages are read. */
export interface PageReaderOptions {
  readonly crawlers: readonly Crawler[];
  /** The module that a thread runs: it answers each `ReadTask` with a `ThreadAnswer`. */
  readonly thread: URL;
  readonly shortPage?: number;
  readonly limitMs?: number;
}

/** What a thread says: first that it is ready, then one answer a task. */
export type ThreadAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly read: TextRead }
  | {
      readonly kind: 'unreadable';
      readonly code: string;
      readonly message: string;
      readonly hint?: string | undefined;
    }
  | { readonly kind: 'defect'; readonly error: unknown };

/**
 * Reads short pages here, and long ones in threads that are ended at a time limit, so that a page that would
 * be read without end harms no other: the other pages go on and keep their locks. The readers are loaded with
 * the first page, since a process without the role `crawl` reads none.
 */
export function pageReaders(options: PageReaderOptions): {
  readonly read: ReadText;
  readonly close: () => Promise<void>;
} {
  const { crawlers, shortPage = SHORT_PAGE, limitMs = LIMIT_MS } = options;
  const threads = openThreads(options.thread);
  return {
    read: async (task) =>
      task.page.text.length <= shortPage
        ? (await import('./read-text.ts')).readText(task, crawlers)
        : threads.use((thread) => askThread(thread, task, limitMs)),
    close: threads.close,
  };
}

/** The time of a page begins when its thread is ready: loading the readers does not count. */
function askThread(thread: Thread, task: ReadTask, limitMs: number): Promise<TextRead> {
  const { worker } = thread;
  const { url } = task.page;
  return new Promise<TextRead>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const hasRead = thread.idle !== undefined;
    const send = (): void => {
      timer = setTimeout(() => {
        thread.isOver = true;
        reject(timeoutError(url, limitMs));
        void worker.terminate();
      }, limitMs);
      worker.postMessage({ ...task, page: withoutTwice(task.page) });
    };
    const end = (): void => {
      clearTimeout(timer);
      worker.removeAllListeners('message');
      worker.off('error', onError);
      worker.off('exit', onExit);
    };
    const onError = (error: unknown): void => {
      end();
      thread.isOver = true;
      reject(isOutOfMemory(error) ? memoryError(url) : error);
    };
    const onExit = (): void => {
      end();
      thread.isOver = true;
      reject(new StateError('The threads that read pages are closing'));
    };
    worker.once('error', onError);
    worker.once('exit', onExit);
    worker.on('message', (answer: ThreadAnswer) => {
      if (answer.kind === 'ready') return send();
      end();
      if (answer.kind === 'read') resolve(answer.read);
      else reject(answer.kind === 'defect' ? answer.error : unreadable(answer));
    });
    if (hasRead) send();
  });
}

/** A text that goes in chunks need not go whole as well: the thread joins them. */
function withoutTwice(page: Page): Page {
  return page.chunks ? { ...page, text: '' } : page;
}

function timeoutError(url: string, limitMs: number): ReadTimeoutError {
  return new ReadTimeoutError(`${url} was not read within ${limitMs} ms`, {
    hint: 'Look at its markup: pages of a usual shape are read in a fraction of that.',
    context: { url, limitMs },
  });
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

function memoryError(url: string): TooLargeError {
  return new TooLargeError(`${url} takes more than ${MOST_MEGABYTES} MB to read`, {
    context: { url },
  });
}

function unreadable({
  code,
  message,
  hint,
}: Extract<ThreadAnswer, { kind: 'unreadable' }>): UnreadableError {
  const detail = hint === undefined ? {} : { hint };
  if (code === 'SELECTOR_COST') return new SelectorCostError(message, detail);
  return new UnreadableError(`${code}: ${message}`, detail);
}
