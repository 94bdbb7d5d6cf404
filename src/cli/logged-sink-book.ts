import type { Log } from '../operate/log.ts';
import type { SinkBook } from '../state/sink-book.ts';

/**
 * The notes of a process's sinks, with one line in the log when a sink stops taking records and one
 * when it takes them again: between the two, each try writes only its job record.
 */
export function loggedSinkBook(book: SinkBook, log: Pick<Log, 'event'>): SinkBook {
  const failing = new Set<string>();
  return {
    ...book,
    async works(sink, at, positions) {
      await book.works(sink, at, positions);
      if (failing.delete(sink)) log.event('sink-back', { sink });
    },
    async fails(sink, at, failure) {
      await book.fails(sink, at, failure);
      if (failing.has(sink)) return;
      failing.add(sink);
      log.event('sink-failed', { sink, message: failure.error });
    },
  };
}
