import type { LogCheck, Loss } from '../state/log-bound.ts';
import type { SinkState } from '../state/sink-states.ts';
import type { CrawlPause } from './crawl-pause.ts';

/** How near a sink is to losing records: half of what the log holds, nearly all, or neither. */
export type Fill = 'good' | 'half' | 'near';

/** From which share of the log on a warning and an alert are due, and below which all is clear. */
const HALF = 0.5;
const NEAR = 0.9;
/** Well below the half, so that a sink that stays around it is reported once. */
const CLEAR = 0.4;

/** How near a sink is to losing records, by what it is behind and what was said of it before. */
function fillLevel({ fill }: Pick<SinkState, 'fill'>, before: Fill): Fill {
  if (fill >= NEAR) return 'near';
  if (fill >= HALF) return before === 'near' ? 'near' : 'half';
  return fill <= CLEAR || before === 'good' ? 'good' : before;
}

/** What the guard of the log has to tell. */
export type LogNotice =
  | { readonly kind: 'half' | 'near' | 'clear'; readonly sink: SinkState }
  | { readonly kind: 'lost'; readonly loss: Loss };

/** What the guard works with. */
export interface LogGuardPorts {
  /** Trims the log to its bound. */
  readonly trim: () => Promise<LogCheck>;
  readonly sinks: () => Promise<readonly SinkState[]>;
  /** Entries that the log is bound to. */
  readonly records: number;
  readonly onFull: 'pause' | 'drop';
  /** Absent where the process does not crawl: it then neither trims nor pauses. */
  readonly pause?: CrawlPause;
  readonly tell: (notice: LogNotice) => void;
}

/** The reason for which crawling pauses. */
const LOG_FULL = 'the log is full of records that a sink has yet to get';

/** Compares what the sinks are behind with the bound of the log. `look` is to be called each second. */
export function logGuard(ports: LogGuardPorts): { look: () => Promise<void> } {
  const levels = new Map<string, Fill>();
  return {
    async look() {
      const look = ports.pause ? await ports.trim() : undefined;
      for (const loss of look?.losses ?? []) ports.tell({ kind: 'lost', loss });
      const sinks = (await ports.sinks()).filter(({ isNamed }) => isNamed);
      for (const sink of sinks) tellLevel(sink, levels, ports.tell);
      if (look && ports.pause && ports.onFull === 'pause') {
        pauseOrGoOn(look, { ...ports, sinks, pause: ports.pause });
      }
    },
  };
}

function tellLevel(
  sink: SinkState,
  levels: Map<string, Fill>,
  tell: (notice: LogNotice) => void,
): void {
  const before = levels.get(sink.name) ?? 'good';
  const now = fillLevel(sink, before);
  levels.set(sink.name, now);
  if (now !== before) tell({ kind: now === 'good' ? 'clear' : now, sink });
}

/** Crawling goes on once every sink is below NEAR: at the bound itself it would stop and start all the time. */
function pauseOrGoOn(
  { length }: LogCheck,
  { records, sinks, pause }: { records: number; sinks: readonly SinkState[]; pause: CrawlPause },
): void {
  if (length > records) pause.hold(LOG_FULL);
  else if (sinks.every(({ fill }) => fill < NEAR)) pause.release(LOG_FULL);
}
