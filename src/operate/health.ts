import { type CheckFinding, findingText } from './check-finding.ts';
import type { HealthCheck, HealthReport } from './console-data.ts';

/** What the health of the installation is judged by. */
export interface HealthFacts {
  /** Unix ms, as all times here. */
  readonly now: number;
  /** Which role of which process was last heard of when, the newest first. */
  readonly beats: readonly {
    readonly role: string;
    readonly process: string;
    readonly at: number;
  }[];
  readonly sources: number;
  /** False where no process ever had a role here: what is missing was never started. */
  readonly hasRun: boolean;
  /** Files of the configuration that cannot be taken. */
  readonly faults: number;
  /** When the next visit of each enabled source is due. */
  readonly nextVisits: readonly (readonly [source: string, at: number])[];
  readonly sinks: readonly SinkFacts[];
  /** Records that the log keeps. */
  readonly logRecords: number;
}

/** How a sink stands. */
interface SinkFacts {
  readonly name: string;
  /** Log entries that it has not acknowledged. */
  readonly behind: number;
  readonly fault?:
    | { readonly since: string; readonly code: string; readonly message: string }
    | undefined;
}

/** Roles without which nothing is visited, read or delivered. */
const NEEDED = ['schedule', 'crawl', 'deliver'] as const;

/** Four heartbeats missed: a process that collects its heap or is suspended for a moment is not gone. */
const MISSING_MS = 45_000;

/** A crontab runs once a day at least; some minutes are left for the run itself. */
const DRAIN_MS = 26 * 3_600_000;

/** Visits are put in the queue when they are due; if none has begun after this time, no worker takes them. */
const OVERDUE_MS = 5 * 60_000;

/** A sink that refuses for a shorter time may be restarting or slow: the check names it and stays good. */
const DOWN_MS = 60_000;

/** Share of the log that a sink may be behind: what is trimmed before it has it is lost to it. */
const NEAR_BOUND = 0.8;

/** Judges whether the installation does its work; one check each that must be good. */
export function judgeHealth(facts: HealthFacts): HealthReport {
  const checks = [
    { name: 'redis', ok: true },
    ...roleChecks(facts),
    visitsCheck(facts),
    ...facts.sinks.map((sink) => sinkCheck(sink, facts)),
    {
      name: 'sources',
      // A broken file does not stop the others: it is shown, and does not make the service unwell.
      ok: true,
      detail: `${facts.sources} read, ${facts.faults} with a fault`,
    },
  ];
  return { ok: checks.every(({ ok }) => ok), checks };
}

/** The checks with the worst first: those that fail, then those that may soon. */
export function worstChecksFirst({ checks }: HealthReport): readonly HealthCheck[] {
  const rank = ({ ok, isDegraded }: HealthCheck): number => (ok ? (isDegraded ? 1 : 2) : 0);
  return checks.toSorted((one, other) => rank(one) - rank(other));
}

/** True where only sinks fail: sites are visited and read, and other sinks take records all the same. */
export function isOfSinksAlone({ ok, checks }: HealthReport): boolean {
  return !ok && checks.every((check) => check.ok || check.name.startsWith('sink '));
}

function roleChecks({ beats, now, hasRun }: HealthFacts): HealthCheck[] {
  const newest = (role: string) => beats.find((beat) => beat.role === role)?.at;
  const drained = newest('drain');
  // Such a run has the other roles too, of the same moment; a service is heard of again after it.
  const isCrontab = drained !== undefined && drained >= (newest('schedule') ?? 0);
  if (isCrontab) {
    const ok = now - drained < DRAIN_MS;
    return [told({ name: 'runs', ok }, { kind: 'runs-stopped', forMs: now - drained })];
  }
  return NEEDED.map((role) => {
    const alive = new Set(
      beats
        .filter((beat) => beat.role === role && now - beat.at < MISSING_MS)
        .map((b) => b.process),
    );
    const name = `role ${role}`;
    if (alive.size > 0) return { name, ok: true, detail: `${alive.size} processes` };
    const last = newest(role);
    if (!hasRun) return told({ name, ok: false }, { kind: 'never-started' });
    const forMs = last === undefined ? {} : { forMs: now - last };
    return told({ name, ok: false }, { kind: 'role-missing', ...forMs });
  });
}

function visitsCheck({ nextVisits, now }: HealthFacts): HealthCheck {
  const overdue = nextVisits.filter(([, at]) => now - at > OVERDUE_MS);
  if (overdue.length === 0) return { name: 'visits', ok: true };
  const longestMs = now - Math.min(...overdue.map(([, at]) => at));
  const counts = { late: overdue.length, all: nextVisits.length };
  return told({ name: 'visits', ok: false }, { kind: 'visits-overdue', ...counts, longestMs });
}

/** True where a sink has refused for longer than a restart takes; `since` is ISO 8601. */
export function isSinkDown(since: string | undefined, now: number): boolean {
  return since !== undefined && now - Date.parse(since) >= DOWN_MS;
}

/** True where a sink is behind by nearly all that the log holds, a share of 0 to 1. */
export function isNearBound(fill: number): boolean {
  return fill >= NEAR_BOUND;
}

function sinkCheck({ name: sink, behind, fault }: SinkFacts, facts: HealthFacts): HealthCheck {
  const name = `sink ${sink}`;
  const refusal = fault && {
    ...{ kind: 'sink-refuses' as const, forMs: facts.now - Date.parse(fault.since) },
    ...{ code: fault.code, message: fault.message },
  };
  const isDown = fault !== undefined && isSinkDown(fault.since, facts.now);
  if (refusal && isDown) return told({ name, ok: false }, refusal);
  if (isNearBound(behind / facts.logRecords)) {
    return told({ name, ok: false }, { kind: 'near-bound', behind, keeps: facts.logRecords });
  }
  return refusal ? told({ name, ok: true, isDegraded: true }, refusal) : { name, ok: true };
}

const told = (check: HealthCheck, finding: CheckFinding): HealthCheck => ({
  ...check,
  detail: findingText(finding),
  finding,
});
