import { type DestinationStream, pino } from 'pino';
import type { JobOutcome, JobRecord } from '../record/job-record.ts';
import { EVENTS, type EventDetail, type EventLevel, type EventName } from './event.ts';
import { plainText } from './plain-text.ts';
import { isSecretField, MASK, type Redact, redactor } from './redaction.ts';

/** The log of a process: one JSON object a line. */
export interface Log {
  /** Writes a job record. */
  readonly job: (jobRecord: JobRecord) => void;
  /** Writes an event of the closed list; its name carries its level. */
  readonly event: (name: EventName, detail?: EventDetail) => void;
}

/** From which level on a log writes. */
export type LogLevel = EventLevel | 'silent';

/** What a log is opened with beside its level. */
export interface LogOptions {
  /** Values that must never show: passwords, keys. */
  readonly secrets?: readonly string[];
  /** Where lines go; standard error where absent, so that data keeps standard output. */
  readonly to?: DestinationStream;
}

/** Longest text of a field, in UTF-16 units: a stack trace fits, a page does not. */
const TEXT_MOST = 4000;

/** Most members of a list and most levels of nesting: a line stays a line. */
const LIST_MOST = 50;
const DEPTH_MOST = 4;

/** Opens the log of a process. */
export function openLog(level: LogLevel, { secrets, to }: LogOptions = {}): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    to ?? pino.destination({ dest: 2, sync: true }),
  );
  const redact = redactor(secrets);
  return {
    job: (jobRecord) =>
      logger[levelOf(jobRecord)]({ event: 'job', ...cleanFields(jobRecord, redact) }),
    event: (name, detail = {}) =>
      logger[EVENTS[name]]({ event: name, ...cleanFields(detail, redact) }),
  };
}

const WARNINGS: ReadonlySet<JobOutcome> = new Set(['dead-letter', 'retry', 'failed', 'held']);

/** A defect is an error, a loss is a warning for the operator; everything else is usual. */
function levelOf({ defect, outcome, missed = 0, broken = 0 }: JobRecord): EventLevel {
  if (defect) return 'error';
  if (missed > 0 || broken > 0) return 'warn';
  return WARNINGS.has(outcome) ? 'warn' : 'info';
}

function cleanFields(fields: object, redact: Redact, depth = 0): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      isSecretField(name) && value !== undefined ? MASK : clean(value, redact, depth),
    ]),
  );
}

function clean(value: unknown, redact: Redact, depth: number): unknown {
  if (typeof value === 'string') return cleanText(value, redact);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEPTH_MOST) return '…';
  if (Array.isArray(value)) {
    return value.slice(0, LIST_MOST).map((member) => clean(member, redact, depth + 1));
  }
  return cleanFields(value, redact, depth + 1);
}

/** Cuts at twice the length first, so that redaction is bounded and no cut bares half a secret. */
function cleanText(text: string, redact: Redact): string {
  const whole = redact(plainText(text.slice(0, 2 * TEXT_MOST)));
  return whole.length > TEXT_MOST ? `${whole.slice(0, TEXT_MOST)}…` : whole;
}
