import type { AlertCondition } from '../../record/alert.ts';
import { driftText, judge } from '../condition.ts';
import type { QueueCount, SinkLag, SourceState } from '../console-data.ts';
import { isNearBound, isSinkDown } from '../health.ts';
import type { Snapshot } from '../snapshot.ts';

/** A condition that holds now, of one subject. */
export interface Alert {
  readonly condition: AlertCondition;
  /** The source, file, sink, queue, role or disk that it is about. */
  readonly subject: string;
  readonly detail: string;
}

/** What is known beside the snapshot. */
export interface AlertFacts {
  readonly snapshot: Snapshot;
  /** Sources that are silent or flooding against their own rhythm, with what was expected. */
  readonly unusual: readonly {
    readonly source: string;
    readonly kind: 'silent' | 'flooding';
    readonly detail: string;
  }[];
  /** Where state and records are written, each with the share in use, 0 to 1. */
  readonly disks: readonly { readonly folder: string; readonly used: number }[];
  /** Share of Redis' memory bound in use, 0 to 1; absent where it has none. */
  readonly memoryUsed?: number | undefined;
  /** Sources that are real sites while no contact is set. */
  readonly withoutContact: readonly string[];
}

/** Pages and visits given up from which on an operator should look: a few are usual. */
const DEAD_LETTERS = 50;

/** The last tenth of a disk, or of the memory of Redis, is used up fast. */
const FULL = 0.9;

/** A route that failed for less, and not for good, is a site that restarts. */
const BROKEN_MS = 3_600_000;

/** The text of an error may be as long as a page; an alert shows one line of it. */
const DETAIL_MOST = 300;

/** The conditions that hold now. */
export function findAlerts(facts: AlertFacts): Alert[] {
  const { snapshot, disks, memoryUsed = 0, withoutContact } = facts;
  return [
    ...sourceAlerts(facts),
    ...snapshot.fileFaults.map(({ file, message }) => alert('source-file-broken', file, message)),
    ...snapshot.queues.flatMap(queueAlert),
    ...snapshot.sinks.flatMap((sink) => sinkAlerts(sink, snapshot.at)),
    ...snapshot.health.checks.flatMap(healthAlert),
    ...disks
      .filter(({ used }) => used >= FULL)
      .map(({ folder, used }) => alert('disk-full', folder, `${percent(used)} in use`)),
    ...(memoryUsed >= FULL
      ? [alert('redis-full', 'redis', `${percent(memoryUsed)} of its memory in use`)]
      : []),
    ...withoutContact.map((id) => alert('contact-missing', id, 'crawl.contact is not set')),
  ];
}

function alert(condition: AlertCondition, subject: string, detail: string): Alert {
  const isLong = detail.length > DETAIL_MOST;
  return { condition, subject, detail: isLong ? `${detail.slice(0, DETAIL_MOST)}…` : detail };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function sourceAlerts({ snapshot, unusual }: AlertFacts): Alert[] {
  const failing = snapshot.sources.flatMap((source) => failingAlert(source, snapshot.at));
  const known = new Set(failing.map(({ subject }) => subject));
  return [
    ...failing,
    ...snapshot.sources.flatMap((source) => driftAlert(source, snapshot.at)),
    // A source that cannot be read is silent for that reason, which has a condition of its own.
    ...unusual
      .filter(({ source, kind }) => kind !== 'silent' || !known.has(source))
      .map(({ source, kind, detail }) => alert(`source-${kind}`, source, detail)),
  ];
}

function driftAlert({ id, enabled, health }: SourceState, at: Date): Alert[] {
  return enabled && health.drift ? [alert('source-drifted', id, driftText(health.drift, at))] : [];
}

function failingAlert(source: SourceState, at: Date): Alert[] {
  const { condition, why = '' } = judge(source, at);
  if (condition === 'failing') return [alert('source-failing', source.id, why)];
  const isLasting = source.health.broken.some(
    ({ isFinal, since, at: seen }) =>
      isFinal === true || at.getTime() - Date.parse(since ?? seen) >= BROKEN_MS,
  );
  return condition === 'off' || !isLasting ? [] : [alert('route-broken', source.id, why)];
}

/** The queues of the crawl; what waits in any other is a record that its consumer gave up on. */
const CRAWL_QUEUES: readonly string[] = ['visits', 'pages'];

function queueAlert({ name, failed }: QueueCount): Alert[] {
  const least = CRAWL_QUEUES.includes(name) ? DEAD_LETTERS : 1;
  return failed < least ? [] : [alert('dead-letters', name, `${failed} jobs could not be done`)];
}

function sinkAlerts(sink: SinkLag, at: Date): Alert[] {
  const { name, isNamed, undelivered = 0, fill = 0, failingSince, error = '' } = sink;
  if (isNamed === false) return [];
  const alerts: Alert[] = [];
  if (isSinkDown(failingSince, at.getTime())) alerts.push(alert('sink-down', name, error));
  if (isNearBound(fill)) {
    const detail = `${percent(fill)} of the log behind: the oldest records are lost next`;
    alerts.push(alert('log-near-bound', name, detail));
  }
  if (undelivered > 0) {
    alerts.push(alert('dead-letters', `sink ${name}`, `${undelivered} records were given up on`));
  }
  return alerts;
}

/** The health's checks by the beginning of their name; sinks and Redis are told of by themselves. */
const BY_CHECK: readonly (readonly [prefix: string, condition: AlertCondition])[] = [
  ['role ', 'role-missing'],
  ['runs', 'role-missing'],
  ['visits', 'visits-overdue'],
];

function healthAlert({ name, ok, detail = '' }: Snapshot['health']['checks'][number]): Alert[] {
  const known = ok ? undefined : BY_CHECK.find(([prefix]) => name.startsWith(prefix));
  if (!known) return [];
  const [prefix, condition] = known;
  return [alert(condition, name.slice(prefix.length) || name, detail)];
}
