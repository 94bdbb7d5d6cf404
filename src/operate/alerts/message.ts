import type { AlertData, AlertMessage, HeldAlert } from '../../record/alert.ts';
import { plainText } from '../plain-text.ts';
import type { Redact } from '../redaction.ts';
import { spanText } from '../time-text.ts';
import type { AlertDecision } from './ledger.ts';

/** Alerts of one condition that a message names; the rest are counted. */
const NAMED = 10;

/** Writes the message of a decision; undefined where nothing is to be told. */
export function alertMessage(
  decision: AlertDecision,
  { now, redact }: { now: number; redact: Redact },
): AlertMessage | undefined {
  const { raised, again, recovered } = decision;
  if (raised.length + again.length + recovered.length === 0) return undefined;
  const clean = (text: string): string => redact(plainText(text));
  const data = (alerts: readonly HeldAlert[]): AlertData[] =>
    alerts.map(({ condition, subject, detail, since }) => ({
      condition,
      subject: clean(subject),
      detail: clean(detail),
      since: new Date(since).toISOString(),
    }));
  const parts = [
    ...grouped('', raised, now),
    ...grouped('still: ', again, now),
    ...grouped('over: ', recovered, now),
  ];
  const counts = [
    [raised.length, 'new'],
    [again.length, 'still'],
    [recovered.length, 'over'],
  ].flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`]));
  return {
    subject: `Marsad: ${counts.join(', ')}`,
    text: `${parts.map(clean).join('\n')}\n`,
    data: { raised: data(raised), again: data(again), recovered: data(recovered) },
  };
}

/** How long it holds, or held, where that is no news. */
function heldText(ms: number): string {
  return ms < 60_000 ? '' : ` (for ${spanText(ms)})`;
}

/** A line a condition, then one an alert of it. */
function grouped(prefix: string, alerts: readonly HeldAlert[], now: number): string[] {
  const names = [...new Set(alerts.map(({ condition }) => condition))];
  return names.flatMap((name) => {
    const group = alerts.filter(({ condition }) => condition === name);
    const lines = group
      .slice(0, NAMED)
      .map(
        (one) => `  ${one.subject}: ${one.detail}${heldText((one.clearedAt ?? now) - one.since)}`,
      );
    const more = group.length > NAMED ? [`  and ${group.length - NAMED} more`] : [];
    return [`${prefix}${name} (${group.length})`, ...lines, ...more];
  });
}
