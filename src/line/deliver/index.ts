import { z } from 'zod';
import { Filter } from './filter.ts';
import { Shape } from './shape.ts';
import type { AnySinkKind } from './sink.ts';
import { filesSink } from './sinks/files.ts';
import { jsonLinesSink } from './sinks/json-lines.ts';
import { natsSink } from './sinks/nats.ts';
import { postgresSink } from './sinks/postgres.ts';
import { queueSink } from './sinks/queue.ts';
import { streamSink } from './sinks/stream.ts';
import { webhookSink } from './sinks/webhook.ts';

/** Every kind of sink: one more is one file and one line here. */
export const sinkKinds: readonly AnySinkKind[] = [
  queueSink,
  streamSink,
  jsonLinesSink,
  filesSink,
  webhookSink,
  postgresSink,
  natsSink,
];

/** Keys that every sink's settings may have beside its kind. */
const sinkOptions = { only: Filter.optional(), ...Shape.shape };

/** The schema of one sink of `marsad.yaml` by its kind: the kind's own settings and the options. */
export const sinkSettings: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  sinkKinds.map((kind) => [
    kind.name,
    z.strictObject({ [kind.name]: kind.settings, ...sinkOptions }).describe(kind.label),
  ]),
);

/** The schema of one sink of `marsad.yaml`, for editors. */
export function sinkSettingsSchema(): z.ZodType {
  return z.union(Object.values(sinkSettings));
}
