import type { IRequestManager, Request, RequestOptions } from '@crawlee/http';
import { StateError } from '../../errors.ts';

/** Crawlee's own constructor, handed in so that the package loads only when a page is asked for. */
type RequestClass = new (options: RequestOptions) => Request;

/** The pages in hand, as Crawlee takes them. */
export interface CrawlQueue extends IRequestManager {
  readonly push: (url: string, uniqueKey: string) => void;
}

/**
 * The pages in hand, first come first served, for a crawler that lives as long as the process.
 * Crawlee's queues remember every request they served; which pages are due is BullMQ's to know, so
 * this one forgets, and memory stays flat.
 */
export function crawlQueue(RequestOf: RequestClass): CrawlQueue {
  const waiting: Request[] = [];
  let inHand = 0;
  let handled = 0;
  const done = async (): Promise<null> => {
    inHand -= 1;
    handled += 1;
    return null;
  };
  return {
    push: (url, uniqueKey) => waiting.push(new RequestOf({ url, uniqueKey })),
    isFinished: async () => waiting.length === 0 && inHand === 0,
    isEmpty: async () => waiting.length === 0,
    handledCount: async () => handled,
    getTotalCount: () => waiting.length + inHand + handled,
    getPendingCount: () => waiting.length,
    async fetchNextRequest<T extends Record<string, unknown>>() {
      const next = waiting.shift();
      if (next) inHand += 1;
      return (next ?? null) as Request<T> | null;
    },
    async *[Symbol.asyncIterator]() {
      yield* waiting;
    },
    markRequestHandled: done,
    // Nothing is tried again in here: the fate of a page is its job's.
    reclaimRequest: done,
    addRequest: () => refuse(),
    addRequestsBatched: () => refuse(),
  };
}

/** No handler of ours follows links, so that nobody adds by Crawlee's own ways. */
function refuse(): never {
  throw new StateError('Pages come from jobs only');
}
