import { ConfigError } from '../errors.ts';
import type { Choice } from '../line/deliver/choice.ts';
import { sinkKinds } from '../line/deliver/index.ts';
import type { Sink, SinkPorts } from '../line/deliver/sink.ts';

/** A sink of the settings, open. */
export interface OpenSink {
  /** Its kind, and from the second of a kind on its number: the name of its consumer group. */
  readonly name: string;
  readonly sink: Sink;
  readonly choice: Choice;
}

/**
 * Opens the sinks that the settings list, each entry one sink by its kind.
 * @throws ConfigError for a kind that is not there; SinkError where one cannot be opened
 */
export async function openSinks(
  entries: readonly Readonly<Record<string, unknown>>[],
  ports: SinkPorts,
): Promise<OpenSink[]> {
  const counts = new Map<string, number>();
  const listed = entries.flatMap((entry) => Object.entries(entry));
  return Promise.all(
    listed.map(async ([kindName, settings]) => {
      const kind = sinkKinds.find(({ name }) => name === kindName);
      if (!kind) throw new ConfigError(`No sink "${kindName}"`);
      const count = (counts.get(kindName) ?? 0) + 1;
      counts.set(kindName, count);
      return {
        name: count === 1 ? kindName : `${kindName}-${count}`,
        sink: await kind.open(settings, ports),
        choice: choiceOf(kind.settings.parse(settings ?? {})),
      };
    }),
  );
}

/** Every sink's settings have the two keys of `choice.ts`. */
function choiceOf(settings: unknown): Choice {
  const read = (key: string): unknown =>
    typeof settings === 'object' && settings !== null ? Reflect.get(settings, key) : undefined;
  return { updates: read('updates') !== false, originalsOnly: read('originalsOnly') === true };
}
