import { HostBusyError, RefusedError } from '../../errors.ts';
import type { PoliteFetch } from '../../line/fetch/politeness.ts';

/** A trial of a site has asked for as many documents as it may. */
export class SpentError extends RefusedError {
  override readonly code = 'SPENT';
}

/** A fetch that refuses once its budget is spent. */
export interface BoundedFetch {
  readonly fetch: PoliteFetch;
  /** Documents asked for so far, robots.txt and the files of opt-outs apart. */
  readonly asked: () => number;
}

/**
 * Bounds how many documents are asked for. `ask` then throws SpentError before anything is sent.
 * @param most documents in all
 */
export function boundedFetch(fetch: PoliteFetch, most: number): BoundedFetch {
  let asked = 0;
  return {
    asked: () => asked,
    fetch: async (request, source) => {
      if (asked >= most) {
        throw new SpentError(`${most} documents were asked for: ${request.url} is not any more`);
      }
      asked += 1;
      try {
        return await fetch(request, source);
      } catch (error) {
        // The host's slot is later: nothing was sent.
        if (error instanceof HostBusyError) asked -= 1;
        throw error;
      }
    },
  };
}
