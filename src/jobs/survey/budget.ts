import { HostBusyError, RefusedError } from '../../errors.ts';
import type { Ask } from '../../line/fetch/manners.ts';

/** A trial of a site has asked for all that it may: the rest is not asked for. */
export class SpentError extends RefusedError {
  override readonly code = 'SPENT';
}

/** A way to ask that ends by itself. */
export interface BoundedAsk {
  readonly ask: Ask;
  /** Documents asked for so far, robots.txt and the files of opt-outs apart. */
  readonly asked: () => number;
}

/**
 * Bounds how many documents are asked for. `ask` then throws SpentError before anything is sent.
 * @param most documents in all
 */
export function boundedAsk(ask: Ask, most: number): BoundedAsk {
  let asked = 0;
  return {
    asked: () => asked,
    ask: async (question, source) => {
      if (asked >= most) {
        throw new SpentError(`${most} documents were asked for: ${question.url} is not any more`);
      }
      asked += 1;
      try {
        return await ask(question, source);
      } catch (error) {
        // The host's slot is later: nothing was sent.
        if (error instanceof HostBusyError) asked -= 1;
        throw error;
      }
    },
  };
}
