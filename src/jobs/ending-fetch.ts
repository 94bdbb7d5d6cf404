import { setMaxListeners } from 'node:events';
import { EndingError } from '../errors.ts';
import type { PoliteFetch } from '../line/fetch/politeness.ts';

/**
 * A fetch that is given up when `end` is aborted: a host that accepts and says nothing must not
 * hold up the end of a process. An answer that still comes is ignored.
 */
export function endingFetch(fetch: PoliteFetch, end: AbortSignal): PoliteFetch {
  // One listener a request in hand, which `crawl.concurrency` bounds; Node would warn of a leak from the eleventh on.
  setMaxListeners(0, end);
  return async (request, source) => {
    if (end.aborted) throw endingError(request.url);
    let giveUp = (): void => undefined;
    const given = new Promise<never>((_, reject) => {
      giveUp = () => reject(endingError(request.url));
    });
    end.addEventListener('abort', giveUp);
    try {
      return await Promise.race([fetch(request, source), given]);
    } finally {
      end.removeEventListener('abort', giveUp);
    }
  };
}

function endingError(url: string): EndingError {
  return new EndingError('The process ends while a site is asked', { context: { url } });
}
