import { Counter, Histogram, Registry } from 'prom-client';
import { line as steps } from '../line/index.ts';
import type { JobRecord } from '../record/job-record.ts';

/** The metrics of this process, counted from its job records. */
export interface Metrics {
  readonly observe: (jobRecord: JobRecord) => void;
  readonly registry: Registry;
  /** All series as JSON, as another process's console reads them. */
  readonly series: () => Promise<string>;
}

/**
 * Bounds in seconds of a job and a step: a parse takes 1 ms, a polite fetch up to the time limit
 * of 30 s.
 */
const SECONDS = [0.001, 0.005, 0.02, 0.1, 0.5, 1, 2.5, 5, 10, 30];

const STEP_NAMES: ReadonlySet<string> = new Set(steps.map(({ name }) => name));

/** Opens metrics with a registry of their own: nothing is global. */
export function openMetrics(): Metrics {
  const registry = new Registry();
  const instruments = instrumentsIn(registry);
  return {
    registry,
    observe: (jobRecord) => observe(jobRecord, instruments),
    series: async () => JSON.stringify(await registry.getMetricsAsJSON()),
  };
}

/** Labels come from closed lists and source ids alone, never from a page: their number is bounded. */
function instrumentsIn(registry: Registry) {
  const registers = [registry];
  return {
    jobs: new Counter({
      name: 'marsad_jobs_total',
      help: 'Jobs ended, by kind, outcome and source',
      labelNames: ['job', 'outcome', 'source'],
      registers,
    }),
    jobSeconds: new Histogram({
      name: 'marsad_job_seconds',
      help: 'Time of a job',
      labelNames: ['job'],
      buckets: SECONDS,
      registers,
    }),
    stepSeconds: new Histogram({
      name: 'marsad_step_seconds',
      help: 'Time of a step of the pipeline',
      labelNames: ['step'],
      buckets: SECONDS,
      registers,
    }),
    errors: new Counter({
      name: 'marsad_errors_total',
      help: 'Jobs that ended by an error, by its code',
      labelNames: ['job', 'code'],
      registers,
    }),
    bytes: new Counter({
      name: 'marsad_fetched_bytes_total',
      help: 'Bytes of pages as they came over the wire',
      labelNames: ['via'],
      registers,
    }),
    links: new Counter({
      name: 'marsad_links_total',
      help: 'Links that visits met, and those of them that were new',
      labelNames: ['seen'],
      registers,
    }),
    delivered: new Counter({
      name: 'marsad_delivered_records_total',
      help: 'Records handed to a sink',
      labelNames: ['sink'],
      registers,
    }),
  };
}

type Instruments = ReturnType<typeof instrumentsIn>;

function observe(jobRecord: JobRecord, to: Instruments): void {
  to.jobs.inc({ job: jobRecord.job, outcome: jobRecord.outcome, source: jobRecord.source ?? '' });
  to.jobSeconds.observe({ job: jobRecord.job }, jobRecord.ms / 1000);
  for (const [step, ms] of Object.entries(jobRecord.steps ?? {})) {
    if (STEP_NAMES.has(step)) to.stepSeconds.observe({ step }, ms / 1000);
  }
  if (jobRecord.error) to.errors.inc({ job: jobRecord.job, code: jobRecord.error.code });
  if (jobRecord.bytes !== undefined)
    to.bytes.inc({ via: jobRecord.via ?? 'http' }, jobRecord.bytes);
  countLinks(jobRecord, to);
  if (jobRecord.sink !== undefined)
    to.delivered.inc({ sink: jobRecord.sink }, jobRecord.records ?? 0);
}

function countLinks({ met = 0, fresh = 0 }: JobRecord, { links }: Instruments): void {
  if (met > 0) links.inc({ seen: 'met' }, met);
  if (fresh > 0) links.inc({ seen: 'fresh' }, fresh);
}
