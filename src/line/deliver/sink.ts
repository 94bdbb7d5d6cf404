import type { z } from 'zod';
import type { ArticleRecord } from '../../record/article.ts';
import type { ShapedRecord } from './shape.ts';

/** A record on its way to a sink. */
export interface Delivery {
  /** Its place in the log: `milliseconds-sequence`, strictly rising. */
  readonly logId: string;
  /** `id:revision`: the same delivery carries the same key, however often it is tried. */
  readonly key: string;
  readonly id: string;
  readonly revision: number;
  readonly change: ArticleRecord['change'];
  /** The id of its source. */
  readonly source: string;
  /** The whole record; it may be read of its JSON when it is asked for. */
  readonly record: ArticleRecord;
  /** What is sent: the record in the shape that the sink's settings ask for. */
  readonly shaped: ShapedRecord;
  /** The JSON of what is sent, where it is known. */
  readonly json?: Buffer | undefined;
  /** True for a record of a replay: it is sent though the sink has its key. */
  readonly isReplayed?: boolean;
}

/** What sinks need of the installation; the jobs plug it in. */
export interface SinkPorts {
  /**
   * Adds to the queue of that name; a key that it holds already changes nothing.
   */
  readonly enqueue: (
    queue: string,
    deliveries: readonly Delivery[],
    bound: QueueBound,
  ) => Promise<void>;
  /** Opens the way to a webhook; private addresses are refused unless `allowHosts` names them. */
  readonly openPoster: (options: { timeout: number; allowHosts: readonly string[] }) => Poster;
  /** Appends to the Redis stream of that name, keeping about `records`; a key once at most. */
  readonly append: (
    stream: string,
    deliveries: readonly Delivery[],
    records: number,
  ) => Promise<void>;
}

/** What a webhook's receiver answered. */
export interface PostAnswer {
  readonly status: number;
  /** How long it asks to be left alone, ms. */
  readonly retryAfterMs: number | undefined;
}

/** Posts bodies over guarded connections. */
export interface Poster {
  readonly post: (request: {
    url: string;
    headers: Readonly<Record<string, string>>;
    body: string;
    signal?: AbortSignal | undefined;
  }) => Promise<PostAnswer>;
  readonly close: () => Promise<void>;
}

/** What bounds a queue that records are delivered to. */
export interface QueueBound {
  /** Records that may wait in it. */
  readonly most: number;
  /** At the bound: records wait in the log, or the oldest in the queue are thrown away. */
  readonly onFull: 'wait' | 'dropOldest';
}

/**
 * An open sink. `deliver` resolves when all are safe there. It throws RecordsRefusedError where it
 * refuses some for good and has the rest, and SinkError where it cannot take any now. The signal
 * aborts when the process has to end: what is under way may then be cut and is delivered again.
 */
export interface Sink {
  readonly deliver: (deliveries: readonly Delivery[], signal?: AbortSignal) => Promise<void>;
  readonly close: () => Promise<void>;
  /** Records that it takes in one delivery; the deliverer's own bound where absent. */
  readonly batch?: number;
}

/** A kind of sink: its name in settings, what it is, its settings and how it sends, in one place. */
export interface SinkKind<Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  /** One line for the console and the docs. */
  readonly label: string;
  readonly settings: Schema;
  readonly open: (settings: z.output<Schema>, ports: SinkPorts) => Promise<Sink>;
}

/** A kind whose settings have been checked by its own schema when it is opened. */
export interface AnySinkKind {
  readonly name: string;
  readonly label: string;
  readonly settings: z.ZodType;
  readonly open: (settings: unknown, ports: SinkPorts) => Promise<Sink>;
}

/** Declares a kind of sink: `open` gets its settings as the kind's own schema gives them. */
export function defineSink<Schema extends z.ZodType>(kind: SinkKind<Schema>): AnySinkKind {
  return {
    ...kind,
    open: async (settings, ports) => kind.open(kind.settings.parse(settings ?? {}), ports),
  };
}
