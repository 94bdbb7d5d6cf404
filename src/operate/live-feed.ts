/** One event of a server-sent stream (WHATWG HTML, 9.2): its type, and data that is already escaped. */
export interface LiveMessage {
  readonly event: string;
  readonly id?: string;
  readonly data: string;
}

/** A reader's place in the feed. */
interface Seat {
  /** The next message; `undefined` when the seat has ended; `idle` after `ms` without one. */
  readonly next: (ms: number) => Promise<LiveMessage | 'idle' | undefined>;
  readonly leave: () => void;
}

/** Hands each message to every seat. */
export interface LiveFeed {
  /** A place, or undefined where all are taken. */
  readonly takeSeat: () => Seat | undefined;
  readonly send: (message: LiveMessage) => void;
  readonly close: () => void;
}

/** What a feed is bounded by and what it tells. */
export interface LiveFeedOptions {
  readonly seats: number;
  /** Messages a slow reader may fall behind; then its seat ends and it may come again. */
  readonly backlog: number;
  /** Called as the first seat is taken; what it returns is called as the last one is left. */
  readonly onFirst: () => () => void;
}

/** Opens a feed; while nobody reads, nothing is asked of the state. */
export function liveFeed({ seats, backlog, onFirst }: LiveFeedOptions): LiveFeed {
  const taken = new Set<OpenSeat>();
  let onLast: (() => void) | undefined;
  const leave = (seat: OpenSeat): void => {
    seat.end();
    if (!taken.delete(seat) || taken.size > 0) return;
    onLast?.();
    onLast = undefined;
  };
  return {
    takeSeat: () => {
      if (taken.size >= seats) return undefined;
      const seat = openSeat();
      taken.add(seat);
      onLast ??= onFirst();
      return { next: seat.next, leave: () => leave(seat) };
    },
    send: (message) => {
      for (const seat of taken) if (seat.push(message) > backlog) leave(seat);
    },
    close: () => {
      for (const seat of [...taken]) leave(seat);
    },
  };
}

interface OpenSeat {
  readonly next: Seat['next'];
  /** @returns how many messages wait */
  readonly push: (message: LiveMessage) => number;
  readonly end: () => void;
}

function openSeat(): OpenSeat {
  const waiting: LiveMessage[] = [];
  let ended = false;
  let wake = (): void => {};
  return {
    push: (message) => {
      const length = waiting.push(message);
      wake();
      return length;
    },
    end: () => {
      ended = true;
      waiting.length = 0;
      wake();
    },
    next: async (ms) => {
      if (waiting.length === 0 && !ended) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      return ended ? undefined : (waiting.shift() ?? 'idle');
    },
  };
}
