import { setTimeout as pause } from 'node:timers/promises';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { LogEntry } from '../../record/publication.ts';
import { type AnyOperation, operation } from './operation.ts';
import type { ApiOptions, ApiPorts, QueryValues } from './ports.ts';
import { ApiProblem } from './problem.ts';
import { checkSources } from './request-query.ts';

/** Entries that one look at the log gives. */
const BATCH = 100;

/** How often a stream looks at the log, how often a silent one says that it lives, and when a cut one comes again. */
const LOOK_MS = 500;
const HEARTBEAT_MS = 15_000;
const RETRY_MS = 3000;

const POSITION = /^\d{1,15}-\d{1,15}$/u;

/** The stream of records as they enter the log (WHATWG HTML, 9.2): each reader reads the log itself. */
export function eventOperation(options: ApiOptions): AnyOperation {
  const { ports, streams } = options;
  let open = 0;
  return operation({
    name: 'streamRecords',
    method: 'get',
    path: '/events',
    scope: 'events',
    summary: 'Records as they enter the log, as server-sent events',
    query: z.strictObject({ ...ports.filter.shape, ...ports.shape.shape }),
    answer: {
      status: 200,
      description: 'Events of the type `record`; the id is a place in the log, for `Last-Event-ID`',
      type: 'text/event-stream',
      schema: z.string(),
    },
    problems: ['invalid-event-id', 'unknown-source', 'too-many-streams'],
    handle: async ({ c, query }) => {
      const values: QueryValues = query;
      checkSources(
        values,
        (await ports.sources()).map(({ id }) => id),
      );
      const from = await startOf(ports, c.req.header('last-event-id'));
      if (open >= streams) {
        throw new ApiProblem('too-many-streams', `${streams} streams are open; come again later`, {
          'Retry-After': '10',
          Connection: 'close',
        });
      }
      const leave = once(() => {
        open -= 1;
      });
      open += 1;
      const send = sender(ports, values);
      return streamSSE(c, async (stream) => {
        stream.onAbort(leave);
        try {
          await stream.write(`retry: ${RETRY_MS}\n\n`);
          await follow(stream, { ...options, from, send });
        } finally {
          leave();
        }
      });
    },
  });
}

/** A function that does its work the first time it is called, and nothing after that. */
function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}

/** @throws ApiProblem for what is no place of the log */
async function startOf({ before }: ApiPorts, last: string | undefined): Promise<string> {
  if (last === undefined || last === '') return (await before('+', 1, '-'))[0]?.at ?? '0';
  if (POSITION.test(last)) return last;
  throw new ApiProblem('invalid-event-id', 'Last-Event-ID is the id of an event as it came');
}

/** A stream of events as it is written to. */
interface Stream {
  readonly aborted: boolean;
  readonly closed: boolean;
  readonly write: (text: string) => Promise<unknown>;
  readonly writeSSE: (message: { event: string; id: string; data: string }) => Promise<void>;
}

/** An entry's data, or undefined where it is not asked for. */
type Send = (entry: LogEntry) => Promise<string | undefined>;

function sender({ record, filter, shape }: ApiPorts, values: QueryValues): Send {
  const [isWanted, shaped] = [filter.make(values), shape.make(values)];
  return async ({ id, revision }) => {
    const found = await record(id, revision);
    return found && isWanted(found) ? JSON.stringify(shaped(found)) : undefined;
  };
}

async function follow(
  stream: Stream,
  {
    ports,
    from,
    send,
    lookMs = LOOK_MS,
    heartbeatMs = HEARTBEAT_MS,
  }: ApiOptions & {
    readonly from: string;
    readonly send: Send;
  },
): Promise<void> {
  let [at, wroteAt] = [from, Date.now()];
  while (!stream.aborted && !stream.closed) {
    const entries = await ports.tail(at, BATCH);
    for (const entry of entries) {
      const data = await send(entry);
      at = entry.at;
      if (data === undefined) continue;
      await stream.writeSSE({ event: 'record', id: at, data });
      wroteAt = Date.now();
    }
    if (Date.now() - wroteAt >= heartbeatMs) {
      // With its id, so that a reader of a rare filter does not read the log again from far behind.
      await stream.write(at === '0' ? ': \n\n' : `id: ${at}\n\n`);
      wroteAt = Date.now();
    }
    if (entries.length < BATCH) await pause(lookMs);
  }
}
