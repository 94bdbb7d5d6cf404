import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { LiveFeed, LiveMessage } from './live-feed.ts';

/** How a stream is kept. */
export interface StreamOptions {
  /** A comment is sent after so long without a message: proxies cut silent streams after a minute. */
  readonly heartbeatMs: number;
  /** What a reader that connects again gets first: everything that it may have missed. */
  readonly catchUp: () => Promise<readonly LiveMessage[]>;
}

/** How soon a browser that was refused or cut off may connect again, in seconds and in ms. */
const RETRY_S = 10;
const RETRY_MS = 3000;

/** Answers with a stream of the feed's messages, or with 503 where all seats are taken. */
export function streamFeed(c: Context, feed: LiveFeed, options: StreamOptions): Response {
  const seat = feed.takeSeat();
  if (!seat) {
    c.header('Retry-After', String(RETRY_S));
    // A refused reader must not keep its socket: /health needs one.
    c.header('Connection', 'close');
    return c.text('All event streams are taken; come again later.\n', 503);
  }
  const returns = c.req.header('last-event-id') !== undefined;
  return streamSSE(c, async (stream) => {
    stream.onAbort(seat.leave);
    try {
      await stream.write(`retry: ${RETRY_MS}\n\n`);
      if (returns) for (const message of await options.catchUp()) await write(message);
      for (;;) {
        const message = await seat.next(options.heartbeatMs);
        if (message === undefined || stream.aborted) return;
        await (message === 'idle' ? stream.write(': \n\n') : write(message));
      }
    } finally {
      seat.leave();
    }
    async function write({ event, id, data }: LiveMessage): Promise<void> {
      await stream.writeSSE({ event, data, ...(id === undefined ? {} : { id }) });
    }
  });
}
