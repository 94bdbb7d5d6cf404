import { Gauge, Registry } from 'prom-client';
import { ALERT_CONDITIONS } from '../record/alert.ts';
import { conditionOf } from './condition.ts';
import type { SourceState } from './console-data.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The state of the whole installation as metrics. Every process with a console tells the same
 * here, whichever process did the work; a scrape reads it anew, so nothing stale is told.
 */
export function stateRegistry(snapshot: Snapshot): Registry {
  const registry = new Registry();
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
    new Gauge({ name, help, labelNames, registers: [registry] });
  gauge('marsad_healthy', '1 where every check is good').set(snapshot.health.ok ? 1 : 0);
  gauge('marsad_source_files_broken', 'Files of the configuration that cannot be taken').set(
    snapshot.fileFaults.length,
  );
  alertGauge(snapshot, gauge);
  queueGauges(snapshot, gauge);
  sourceGauges(snapshot, gauge);
  return registry;
}

type NewGauge = (name: string, help: string, labelNames?: string[]) => Gauge;

function alertGauge({ alerts }: Snapshot, gauge: NewGauge): void {
  const open = gauge('marsad_alerts', 'Alerts that hold, by their condition', ['condition']);
  for (const condition of Object.keys(ALERT_CONDITIONS)) {
    open.set({ condition }, alerts.filter((one) => one.condition === condition).length);
  }
}

function queueGauges({ queues, sinks }: Snapshot, gauge: NewGauge): void {
  const jobs = gauge('marsad_queue_jobs', 'Jobs of a queue by state', ['queue', 'state']);
  for (const { name: queue, ...counts } of queues) {
    for (const [state, count] of Object.entries(counts)) jobs.set({ queue, state }, count);
  }
  const behind = gauge('marsad_sink_behind', 'Log entries a sink has not got yet', ['sink']);
  const pending = gauge('marsad_sink_pending', 'Entries handed out, not acknowledged', ['sink']);
  const dead = gauge(
    'marsad_sink_dead_letters',
    'Records whose delivery to the sink was given up',
    ['sink'],
  );
  for (const { name: sink, ...lag } of sinks) {
    dead.set({ sink }, lag.undelivered ?? 0);
    if (lag.waiting !== undefined) behind.set({ sink }, lag.waiting);
    pending.set({ sink }, lag.pending);
  }
}

function sourceGauges({ sources }: Snapshot, gauge: NewGauge): void {
  const pages = gauge('marsad_source_pages', 'Pages since the source is known', [
    'source',
    'outcome',
  ]);
  const failureScore = gauge('marsad_source_failure_score', 'Weighted failures in a row', [
    'source',
  ]);
  const lastDay = gauge('marsad_source_records_24h', 'Records of the last 24 hours', ['source']);
  const failing = gauge('marsad_source_failing', '1 where an operator should look', ['source']);
  const broken = gauge('marsad_source_broken_routes', 'Documents that cannot be read', ['source']);
  const times = gauge('marsad_source_time_seconds', 'Unix time of what last happened', [
    'source',
    'what',
  ]);
  const missed = gauge('marsad_source_missed', 'Articles likely missed today, by the sign', [
    'source',
    'sign',
  ]);
  const drifted = gauge('marsad_source_drifted', '1 where its template changed', ['source']);
  const held = gauge('marsad_source_held_records', 'Readings held back', ['source']);
  for (const state of sources) {
    const { id: source, health } = state;
    drifted.set({ source }, health.drift ? 1 : 0);
    held.set({ source }, state.held ?? 0);
    failureScore.set({ source }, health.failureScore);
    lastDay.set({ source }, state.lastDay);
    broken.set({ source }, health.broken.length);
    failing.set({ source }, conditionOf(state) === 'failing' ? 1 : 0);
    for (const outcome of ['published', 'updated', 'skipped', 'failed'] as const) {
      pages.set({ source, outcome }, health[outcome]);
    }
    missed.set({ source, sign: 'fallen-out' }, health.missed?.fallenOut ?? 0);
    missed.set({ source, sign: 'unlisted' }, health.missed?.unlisted ?? 0);
    for (const [what, iso] of timesOf(state)) times.set({ source, what }, Date.parse(iso) / 1000);
  }
}

function timesOf({ health }: SourceState): [string, string][] {
  const { lastVisit, lastGood, lastArticle, nextVisit } = health;
  return Object.entries({ lastVisit, lastGood, lastArticle, nextVisit }).flatMap(([what, iso]) =>
    iso === undefined ? [] : [[what, iso]],
  );
}
