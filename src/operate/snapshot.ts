import type { AlertView } from '../record/alert.ts';
import type {
  ConsoleData,
  FileFault,
  HealthReport,
  QueueCount,
  SinkLag,
  SourceState,
} from './console-data.ts';

/** The state of the service at one moment. */
export interface Snapshot {
  readonly sources: readonly SourceState[];
  readonly queues: readonly QueueCount[];
  readonly sinks: readonly SinkLag[];
  readonly alerts: readonly AlertView[];
  readonly health: HealthReport;
  readonly fileFaults: readonly FileFault[];
  readonly at: Date;
}

/** Reads the whole state at once. @throws what the port throws where the state is away */
export async function readSnapshot(data: ConsoleData, at = new Date()): Promise<Snapshot> {
  const [sources, queues, sinks, alerts, health] = await Promise.all([
    data.sources(),
    data.queues(),
    data.sinks(),
    data.alerts(),
    data.health(),
  ]);
  return { sources, queues, sinks, alerts, health, fileFaults: data.fileFaults(), at };
}
