import {
  ALERT_CONDITIONS,
  ALERTS_MOST,
  type AlertLedger,
  type HeldAlert,
} from '../../record/alert.ts';
import type { Alert } from './conditions.ts';

/** When and how often the operator is told. */
export interface AlertPolicy {
  /** What still holds is told again after so long. */
  readonly repeatMs: number;
  /** True in the operator's quiet hours: only errors are told then, the rest when they are over. */
  readonly isQuiet: boolean;
  readonly now: number;
}

/** What is to be told in one message, and the ledger once it is. */
export interface AlertDecision {
  readonly ledger: AlertLedger;
  readonly raised: readonly HeldAlert[];
  readonly again: readonly HeldAlert[];
  readonly recovered: readonly HeldAlert[];
  /** What is over, told or not. */
  readonly ended: readonly HeldAlert[];
}

/** A condition that returns within this time was not over: a sink that flaps is one alert. */
const OVER_MS = 2 * 60_000;

/** Messages that can wait come no closer together, so that a bad hour is not a hundred of them. */
const GROUP_MS = 5 * 60_000;

/**
 * Holds what is now against what was: new conditions are raised, those that hold on are repeated
 * after the interval, those that are over are recovered if they had been told. Pure.
 */
export function decideAlerts(
  before: AlertLedger,
  alerts: readonly Alert[],
  policy: AlertPolicy,
): AlertDecision {
  const { now } = policy;
  const held = heldNow(before, alerts, now);
  const cleared = clearedNow(before, held, now);
  const over = cleared.filter(({ clearedAt = now }) => now - clearedAt >= OVER_MS);
  const { due, recovered } = tellable(held, over, { before, policy });
  const ended = [...over.filter(({ toldAt }) => toldAt === 0), ...recovered];
  const told = new Set(due.map(keyOf));
  const gone = new Set(ended.map(keyOf));
  const isTelling = due.length + recovered.length > 0;
  return {
    ledger: {
      ...before,
      messageAt: isTelling ? now : before.messageAt,
      held: [
        ...held.map((one) => (told.has(keyOf(one)) ? { ...one, toldAt: now } : one)),
        ...cleared.filter((one) => !gone.has(keyOf(one))),
      ],
    },
    raised: due.filter(({ toldAt }) => toldAt === 0),
    again: due.filter(({ toldAt }) => toldAt > 0),
    recovered,
    ended,
  };
}

function heldNow({ held }: AlertLedger, alerts: readonly Alert[], now: number): HeldAlert[] {
  const known = new Map(held.map((one) => [keyOf(one), one]));
  const single = [...new Map(alerts.map((one) => [keyOf(one), one])).values()];
  return single.slice(0, ALERTS_MOST).map(({ condition, subject, detail }) => {
    const { since = now, toldAt = 0 } = known.get(keyOf({ condition, subject })) ?? {};
    return { condition, subject, detail, since, toldAt };
  });
}

function clearedNow(
  { held: before }: AlertLedger,
  held: readonly HeldAlert[],
  now: number,
): HeldAlert[] {
  const here = new Set(held.map(keyOf));
  return before
    .filter((one) => !here.has(keyOf(one)))
    .map((one) => ({ ...one, clearedAt: one.clearedAt ?? now }))
    .slice(0, ALERTS_MOST);
}

/** What a message of this turn holds: an error at once, and then all that is due with it. */
function tellable(
  held: readonly HeldAlert[],
  over: readonly HeldAlert[],
  { before, policy }: { before: AlertLedger; policy: AlertPolicy },
): Pick<AlertDecision, 'recovered'> & { due: HeldAlert[] } {
  const { now, repeatMs, isQuiet } = policy;
  const mayTell = (one: HeldAlert): boolean => !isQuiet || isError(one);
  const due = held.filter((one) => mayTell(one) && now - one.toldAt >= repeatMs);
  const isUrgent = due.some((one) => isError(one) && one.toldAt === 0);
  if (!isUrgent && now - before.messageAt < GROUP_MS) return { due: [], recovered: [] };
  return { due, recovered: over.filter((one) => one.toldAt > 0 && mayTell(one)) };
}

const isError = ({ condition }: HeldAlert): boolean => ALERT_CONDITIONS[condition] === 'error';

const keyOf = ({ condition, subject }: Pick<Alert, 'condition' | 'subject'>): string =>
  `${condition} ${subject}`;

/** True where a time of day (`23:00` to `06:00` passes midnight) holds `at` in the zone. */
export function isQuietAt(
  quiet: { readonly from: string; readonly to: string; readonly zone: string },
  at: Date,
): boolean {
  const format = { timeZone: quiet.zone, hour: '2-digit', minute: '2-digit' } as const;
  const clock = new Intl.DateTimeFormat('en-GB', { ...format, hourCycle: 'h23' }).format(at);
  const { from, to } = quiet;
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}
