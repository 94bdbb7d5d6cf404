import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { Filter, type IsWanted, recordFilter } from '../line/deliver/filter.ts';
import { sinkKinds } from '../line/deliver/index.ts';
import { recordShape, Shape, type ShapedRecord, shapeName } from '../line/deliver/shape.ts';
import type { AnySinkKind, Sink, SinkPorts } from '../line/deliver/sink.ts';
import { queueSink } from '../line/deliver/sinks/queue.ts';
import type { ArticleRecord } from '../record/article.ts';

/** The sinks of the settings as they stand there: by name, each its kind with options beside it. */
export type SinkEntries = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A sink of the settings, made ready; it is opened by who delivers to it. */
export interface NamedSink {
  /** Also the name of its consumer group: its place in the log belongs to it. */
  readonly name: string;
  readonly kind: string;
  /** Tells whether kind and settings are the same as another time. */
  readonly digest: string;
  readonly open: () => Promise<Sink>;
  /** Absent where it asks for all. */
  readonly isWanted?: IsWanted | undefined;
  readonly shape: (record: ArticleRecord) => ShapedRecord;
  /** The name of the shape, which sinks of one shape share; absent for the record as it is. */
  readonly shapeName?: string | undefined;
  /** Tags of a source by its id. */
  readonly tagsOf: (source: string) => readonly string[];
}

/**
 * Makes the sinks of the settings ready. `tagsOf` gives the tags of a source.
 * @throws ConfigError for a kind that is not there
 */
export function namedSinks(
  entries: SinkEntries,
  ports: SinkPorts,
  tagsOf: (source: string) => readonly string[] = () => [],
): NamedSink[] {
  return Object.entries(entries).map(([name, entry]) => {
    const kind = kindOf(name, entry);
    const settings = entry[kind.name];
    const shape = Shape.strip().parse(entry);
    return {
      name,
      kind: kind.name,
      digest: createHash('sha256').update(JSON.stringify(entry)).digest('base64url').slice(0, 16),
      open: () => kind.open(settings, ports),
      isWanted: entry.only ? recordFilter(Filter.parse(entry.only), tagsOf) : undefined,
      shape: recordShape(shape),
      shapeName: shapeName(shape),
      tagsOf,
    };
  });
}

function kindOf(name: string, entry: Readonly<Record<string, unknown>>): AnySinkKind {
  const kind = sinkKinds.find((one) => one.name in entry);
  if (!kind) throw new ConfigError(`Sink ${name} names no kind`);
  return kind;
}

const Queue = z.looseObject({ queue: z.string() });

/** The queues that the sinks of the settings deliver to, each once. */
export function queueNames(entries: SinkEntries): string[] {
  const queues = Object.values(entries)
    .filter((entry) => queueSink.name in entry)
    .map((entry) => queueSink.settings.parse(entry[queueSink.name] ?? {}))
    .map((settings) => Queue.parse(settings).queue);
  return [...new Set(queues)];
}
