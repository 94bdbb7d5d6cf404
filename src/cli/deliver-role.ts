import { randomBytes } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { sharedRecords } from '../jobs/delivery/shared-records.ts';
import { openSinkShare, type SinkShare } from '../jobs/delivery/sink-share.ts';
import { delivery } from '../jobs/delivery.ts';
import { articleSinkPorts } from '../jobs/sink-ports.ts';
import { type NamedSink, namedSinks } from '../jobs/sinks.ts';
import type { Log } from '../operate/log.ts';
import { deliverers } from '../state/deliverers.ts';
import { logReader, readRange } from '../state/log-reader.ts';
import { records } from '../state/records.ts';
import { replays } from '../state/replays.ts';
import { type SinkBook, sinkBook } from '../state/sink-book.ts';
import { sinkLease } from '../state/sink-lease.ts';
import { undeliveredRecords } from '../state/undelivered.ts';
import type { Installation } from './installation.ts';
import { loggedSinkBook } from './logged-sink-book.ts';
import type { Runtime } from './runtime.ts';

/** The deliveries of this process. */
export interface DeliverRole {
  /** Names of the sinks that are served. */
  readonly sinks: readonly string[];
  readonly stop: () => Promise<void>;
}

/** A delivery that still waits for Redis after this time is abandoned: a process has 10 s to end. */
const STOP_MS = 8000;

/** Starts a delivery for each sink of the settings. @throws ConfigError, StateError */
export async function startDelivery(
  installation: Installation,
  runtime: Runtime,
): Promise<DeliverRole> {
  const { redis, keys, catalogue } = installation;
  const ports = articleSinkPorts(redis, keys);
  const tagsOf = (source: string): readonly string[] => catalogue.sources().get(source)?.tags ?? [];
  const sinks = namedSinks(catalogue.settings.sinks, ports, tagsOf);
  const book = loggedSinkBook(sinkBook(redis, keys), runtime.log);
  await announce(sinks, { installation, book, log: runtime.log });
  const end = new AbortController();
  // Each sink listens for the end: many of them are no leak, which Node takes more than ten for.
  setMaxListeners(0, end.signal);
  const stored = records(redis, keys);
  const shared = sinks.length > 1 ? sharedRecords(stored) : stored;
  // Process ids repeat over machines and containers.
  const owner = `${hostname()}-${process.pid}-${randomBytes(6).toString('hex')}`;
  const names = sinks.map(({ name }) => name);
  const share = await openSinkShare(deliverers(redis, keys), { owner, sinks: names });
  const running = await Promise.all(
    sinks.map(async (sink) => {
      const state = await stateOf(sink, { installation, owner, share });
      const deps = { ...state, sink, sharedRecords: shared, book, report: runtime.report };
      return { ended: delivery(deps, end.signal) };
    }),
  );
  return {
    sinks: names,
    stop: async () => {
      end.abort();
      const ended = Promise.all([share.stop(), ...running.map((one) => one.ended)]);
      await Promise.race([ended, pause(STOP_MS, undefined, { ref: false })]);
      await ports.close();
    },
  };
}

interface Delivering {
  readonly installation: Installation;
  /** The name of this process among all that deliver. */
  readonly owner: string;
  readonly share: SinkShare;
}

async function stateOf({ name: sink }: NamedSink, { installation, owner, share }: Delivering) {
  const { redis, keys } = installation;
  // It waits for entries, which holds its connection.
  const reader = logReader(await installation.connect(), keys);
  await reader.open(sink);
  return {
    reader,
    isOurs: () => share.isOurs(sink),
    records: records(redis, keys),
    lease: sinkLease(redis, keys, { sink, owner }),
    undelivered: undeliveredRecords(redis, keys),
    replay: {
      replays: replays(redis, keys),
      range: (from: string, to: string, count: number) =>
        readRange(redis, keys, { from, to, count }),
    },
  };
}

interface Announcing {
  readonly installation: Installation;
  readonly book: SinkBook;
  readonly log: Log;
}

/** Says which sinks are new, which have other settings, and which places in the log nobody names. */
async function announce(
  sinks: readonly NamedSink[],
  { installation: { redis, keys }, book, log }: Announcing,
): Promise<void> {
  const lags = await logReader(redis, keys).lags();
  for (const { name: sink, kind, digest } of sinks) {
    const known = (await book.of(sink)).settings;
    const settings = `${kind} ${digest}`;
    const from = lags.has(sink) ? 'its place in the log' : 'the oldest record of the log';
    if (known === undefined) log.event('sink-added', { sink, kind, from });
    else if (known !== settings) log.event('sink-changed', { sink, kind, from });
    await book.note(sink, { settings });
  }
  const names = new Set(sinks.map(({ name }) => name));
  for (const [sink, { waiting }] of lags) {
    if (names.has(sink)) continue;
    log.event('sink-unnamed', {
      sink,
      waiting,
      hint: `No setting names it. Bring it back, or: marsad sinks forget ${sink}`,
    });
  }
}
