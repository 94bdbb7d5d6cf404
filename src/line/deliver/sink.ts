import type { z } from 'zod';
import type { ArticleRecord } from '../../record/article.ts';

/** A record on its way to a sink. */
export interface Delivery {
  /** Its place in the log: `milliseconds-sequence`, strictly rising. */
  readonly logId: string;
  /** `id:revision`: the same delivery carries the same key, however often it is tried. */
  readonly key: string;
  readonly record: ArticleRecord;
}

/** What sinks need of the installation; the jobs plug it in. */
export interface SinkPorts {
  /** Adds to the queue of that name; a key that it holds already changes nothing. */
  readonly enqueue: (queue: string, deliveries: readonly Delivery[]) => Promise<void>;
  /** Appends to the Redis stream of that name, keeping about `records`; a log id once at most. */
  readonly append: (
    stream: string,
    deliveries: readonly Delivery[],
    records: number,
  ) => Promise<void>;
}

/** An open sink. `deliver` resolves when all are safe there, and throws SinkError otherwise. */
export interface Sink {
  readonly deliver: (deliveries: readonly Delivery[]) => Promise<void>;
  readonly close: () => Promise<void>;
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
