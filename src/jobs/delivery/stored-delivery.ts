import type { ShapedRecord } from '../../line/deliver/shape.ts';
import type { Delivery } from '../../line/deliver/sink.ts';
import type { ArticleRecord } from '../../record/article.ts';
import type { StoredRecord } from '../../state/stored-record.ts';
import type { NamedSink } from '../sinks.ts';

/**
 * A stored record on its way to a sink. A sink that sends it as it is asks for its JSON alone; the
 * rest is made when it is asked for. A class, since getters of an object of its own are functions of
 * its own, thousands of them a second.
 */
export class StoredDelivery implements Delivery {
  readonly logId: string;
  readonly key: string;
  readonly #stored: StoredRecord;
  readonly #sink: NamedSink;
  #record: ArticleRecord | undefined;

  constructor(logId: string, stored: StoredRecord, sink: NamedSink) {
    this.logId = logId;
    this.key = `${stored.id}:${stored.revision}`;
    this.#stored = stored;
    this.#sink = sink;
  }

  get id(): string {
    return this.#stored.id;
  }

  get revision(): number {
    return this.#stored.revision;
  }

  get change(): ArticleRecord['change'] {
    return this.#stored.change;
  }

  get source(): string {
    return this.#stored.source;
  }

  get record(): ArticleRecord {
    this.#record ??= this.#stored.read();
    return this.#record;
  }

  get shaped(): ShapedRecord {
    return this.#sink.shape(this.record);
  }

  get json(): Buffer {
    const { shapeName, shape } = this.#sink;
    return shapeName === undefined ? this.#stored.json : this.#stored.inForm(shapeName, shape);
  }

  /** The same for a sink that has it, marked as asked for once more. */
  again(): Delivery {
    const { logId, key, id, revision, change, source, record } = this;
    const shaped = { ...this.shaped, replayed: true };
    return { logId, key, id, revision, change, source, record, shaped, isReplayed: true };
  }
}
