import type { IRequestManager, Request, RequestOptions } from 'crawlee';
import { StateError } from '../../errors.ts';
import type { Answer } from './client.ts';
import type { OutboundRequest } from './request.ts';

/** A page that waits for a tab or is in one. */
export interface Pending {
  readonly request: OutboundRequest;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** The pages that the browser has in hand, by the key of their requests. */
export type PendingPages = ReadonlyMap<string, Pending>;

/** Crawlee's own constructor, handed in so that the package loads only where a browser is needed. */
type RequestClass = new (options: RequestOptions) => Request;

/** The pages that wait for a tab, as Crawlee takes them. */
export interface BrowserQueue extends IRequestManager {
  readonly push: (url: string, uniqueKey: string) => void;
}

/**
 * The pages for the browser, first come first served, for a crawler that lives as long as the
 * process. Crawlee's queues remember every request they served; which pages are due is BullMQ's to
 * know, so this one forgets, and memory stays flat.
 */
export function browserQueue(RequestOf: RequestClass): BrowserQueue {
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

/** None of our handlers follows links, so nothing is added by Crawlee's own methods. */
function refuse(): never {
  throw new StateError('Pages come from jobs only');
}
