import type { ProcessReport } from '../operate/process-series.ts';
import { heartbeats } from '../state/heartbeats.ts';
import { processMetrics } from '../state/process-metrics.ts';
import { processName } from './heartbeat-role.ts';
import type { Installation } from './installation.ts';
import type { Runtime } from './runtime.ts';

/** As often as Prometheus asks by default at most: a scrape finds what is at most that old. */
const REPORT_MS = 15_000;

/** Writes the metrics of this process where every console finds them, until it is stopped. */
export async function startMetricsReport(
  { redis, keys }: Installation,
  { gate, metrics }: Pick<Runtime, 'gate' | 'metrics'>,
): Promise<() => void> {
  const kept = processMetrics(redis, keys);
  const report = async (): Promise<void> => kept.put(processName(), await metrics.series());
  await report();
  const timer = setInterval(() => {
    if (gate.now().state === 'good') report().catch(gate.note);
  }, REPORT_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** What the other processes of the installation counted, as each last wrote it. */
export async function otherProcesses({ redis, keys }: Installation): Promise<ProcessReport[]> {
  const beats = await heartbeats(redis, keys).all();
  const others = new Set(beats.map(({ process }) => process));
  others.delete(processName());
  const found = await processMetrics(redis, keys).of([...others]);
  return [...found].map(([process, series]) => ({ process, series }));
}
