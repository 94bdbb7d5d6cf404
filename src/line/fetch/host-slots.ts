/** What a request wants of its host. */
export interface SlotWish {
  /** Names the request, the same each time it comes again, so that its place in the host queue is kept. */
  readonly token: string;
  /** Pause between two requests; 0 for hosts of one's own, which are asked without any. */
  readonly delayMs: number;
  /** Requests at a time. */
  readonly concurrency: number;
  /** A request that has not reported within that time counts as dead. */
  readonly leaseMs: number;
  /** Goes before those that wait: its robots.txt was just asked for in its own slot. */
  readonly isAhead?: boolean;
  /** Waits while anybody else does: what is not news. */
  readonly yields?: boolean;
}

/** How a request ended, as its host's pace and breaker see it. */
export interface SlotReport {
  readonly token: string;
  /** From the request to the last byte. */
  readonly ms: number;
  readonly outcome: 'answered' | 'failed' | 'throttled';
  /** Unix ms before which the host wants no request. */
  readonly retryAt?: number | undefined;
}

/** The slots of all hosts, shared by all workers. */
export interface HostSlots {
  /**
   * 0 where the request may go now, else the Unix ms at which to come again; the place in the host queue is
   * kept until a minute after that.
   */
  readonly reserve: (host: string, wish: SlotWish) => Promise<number>;
  /** Gives the slot back. Every request that was let go reports, however it ended. */
  readonly report: (host: string, report: SlotReport) => Promise<void>;
}
