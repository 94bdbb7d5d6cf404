import type { CrawlPause } from '../jobs/crawl-pause.ts';
import { type LogNotice, logGuard } from '../jobs/log-guard.ts';
import type { Log } from '../operate/log.ts';
import { trimLog } from '../state/log-bound.ts';
import { sinkStates } from '../state/sink-states.ts';
import type { Installation } from './installation.ts';
import type { Runtime } from './runtime.ts';

/** How often the log is checked: it may exceed its bound by the records of one second. */
const EVERY_MS = 1000;

/**
 * Watches the log of this installation, and trims it where the process crawls: then `pause` stops
 * the crawl while the log is full. @returns what ends it
 */
export function startLogGuard(
  { redis, keys, catalogue }: Installation,
  { log }: Runtime,
  pause: CrawlPause | undefined,
): () => void {
  const { sinks, log: bound } = catalogue.settings;
  const names = Object.keys(sinks);
  const guard = logGuard({
    trim: () =>
      trimLog(redis, keys, { records: bound.records, onFull: bound.onFull, sinks: names }),
    sinks: () => sinkStates(redis, keys, { names, logRecords: bound.records }),
    records: bound.records,
    onFull: bound.onFull,
    ...(pause ? { pause } : {}),
    tell: (notice) => tell(notice, log),
  });
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    // A check that fails is made again a second later; the watch of the connection reports that Redis is away.
    void guard
      .look()
      .catch(() => undefined)
      .finally(() => {
        isBusy = false;
      });
  }, EVERY_MS);
  return () => clearInterval(timer);
}

const EVENT_OF = {
  half: 'log-half-full',
  near: 'log-nearly-full',
  clear: 'log-has-room',
} as const;

function tell(notice: LogNotice, log: Log): void {
  if (notice.kind === 'lost') {
    const { sink, records, from, to } = notice.loss;
    log.event('records-lost', { sink, records, from, to });
    return;
  }
  const { name: sink, waiting, pending, fill, error } = notice.sink;
  const detail = { sink, waiting, pending, percent: Math.round(fill * 100), error };
  log.event(EVENT_OF[notice.kind], detail);
}
