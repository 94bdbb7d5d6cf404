import { z } from 'zod';
import type { AnySinkKind } from './sink.ts';
import { jsonLinesSink } from './sinks/json-lines.ts';
import { queueSink } from './sinks/queue.ts';
import { streamSink } from './sinks/stream.ts';

/** Every kind of sink: one more is one file and one line here. */
export const sinkKinds: readonly AnySinkKind[] = [queueSink, streamSink, jsonLinesSink];

/** The settings schema of each kind by its name. */
export const sinkSettings: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  sinkKinds.map((kind) => [kind.name, kind.settings]),
);

/** The schema of one entry of `sinks` in `marsad.yaml`, for editors. */
export function sinkSettingsSchema(): z.ZodType {
  const entries = sinkKinds.map((kind) =>
    z.strictObject({ [kind.name]: kind.settings }).describe(kind.label),
  );
  return z.union(entries);
}
