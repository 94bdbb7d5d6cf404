import { expect, it } from 'vitest';
import { openMetrics } from '../../../src/operate/metrics.ts';
import { processesText } from '../../../src/operate/process-series.ts';
import { readSnapshot } from '../../../src/operate/snapshot.ts';
import { stateRegistry } from '../../../src/operate/state-metrics.ts';
import type { JobRecord } from '../../../src/record/job-record.ts';
import { sampleData } from './sample.ts';

const PAGE: JobRecord = {
  job: 'page',
  outcome: 'published',
  ms: 420,
  steps: { fetch: 400, extract: 6, 'a made-up step': 1 },
  source: 'almina',
  via: 'http',
  bytes: 81_000,
};

it('counts the lines of jobs', async () => {
  const { observe, registry } = openMetrics();
  observe(PAGE);
  observe(PAGE);
  observe({ job: 'visit', outcome: 'visited', ms: 90, source: 'almina', met: 30, fresh: 4 });
  observe({ job: 'delivery', outcome: 'delivered', ms: 3, sink: 'stream', records: 25 });
  const error = { code: 'TIMEOUT', message: 'no byte' };
  observe({ job: 'page', outcome: 'retry', ms: 30_000, source: 'almina', error });
  const text = await registry.metrics();
  for (const expected of [
    'marsad_jobs_total{job="page",outcome="published",source="almina"} 2',
    'marsad_step_seconds_count{step="fetch"} 2',
    'marsad_fetched_bytes_total{via="http"} 162000',
    'marsad_links_total{seen="fresh"} 4',
    'marsad_delivered_records_total{sink="stream"} 25',
    'marsad_errors_total{job="page",code="TIMEOUT"} 1',
    'marsad_job_seconds_bucket{le="0.5",job="page"} 2',
  ]) {
    expect(text).toContain(expected);
  }
  expect(text).not.toContain('made-up');
});

it('tells the state of the whole installation', async () => {
  const text = await stateRegistry(await readSnapshot(sampleData())).metrics();
  for (const expected of [
    'marsad_healthy 1',
    'marsad_queue_jobs{queue="pages",state="failed"} 2',
    'marsad_sink_behind{sink="queue"} 3',
    'marsad_source_records_24h{source="almina"} 12',
    'marsad_source_pages{source="almina",outcome="published"} 340',
    `marsad_source_time_seconds{source="almina",what="lastVisit"} ${Date.parse('2026-03-05T11:58:00Z') / 1000}`,
  ]) {
    expect(text).toContain(expected);
  }
});

const reportOf = async (process: string, ends: number) => {
  const { observe, series } = openMetrics();
  for (let count = 0; count < ends; count += 1) observe(PAGE);
  return { process, series: await series() };
};

it('tells what several processes counted, each by its name', async () => {
  const reports = [await reportOf('one-7', 2), await reportOf('other-8', 3)];
  const text = await processesText(reports);
  for (const expected of [
    'marsad_jobs_total{job="page",outcome="published",source="almina",process="one-7"} 2',
    'marsad_jobs_total{job="page",outcome="published",source="almina",process="other-8"} 3',
    'marsad_job_seconds_bucket{le="0.5",job="page",process="other-8"} 3',
    'marsad_step_seconds_count{step="fetch",process="one-7"} 2',
  ]) {
    expect(text).toContain(expected);
  }
  // One heading a metric, however many processes (Prometheus' text format).
  expect(text.match(/^# TYPE marsad_jobs_total counter$/gmu)).toHaveLength(1);
});

it.each(['', 'null', '{', '[{"name":"x"}]', '[{"name":"x","values":"<script>"}]'])(
  'leaves out a process that wrote %j, and no other',
  async (series) => {
    const text = await processesText([{ process: 'old-1', series }, await reportOf('one-7', 1)]);
    expect(text).toContain('process="one-7"} 1');
    expect(text).not.toContain('old-1');
  },
);
