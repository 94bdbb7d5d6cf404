import type { AlertView } from '../record/alert.ts';
import type { Fault } from '../record/health.ts';
import { type Condition, type Judgement, judge, WORST_FIRST } from './condition.ts';
import type {
  ConsoleData,
  HealthCheck,
  HealthReport,
  QueueCount,
  SinkLag,
  SourceState,
} from './console-data.ts';
import { isOfSinksAlone, worstChecksFirst } from './health.ts';
import { plainText } from './plain-text.ts';
import { type Redact, redactor } from './redaction.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';
import {
  BACKFILL_HEADS,
  backfillRow,
  HUB_HEADS,
  heldPart,
  hubRow,
  missedPart,
} from './status-parts.ts';
import { agoText } from './time-text.ts';

/** Which sources a screen shows. */
export interface StatusFilter {
  /** Sources by their id; all where absent. */
  readonly sources?: readonly string[];
  readonly conditions?: readonly Condition[];
  /** All that pass the other filters, however many. */
  readonly all?: boolean;
}

/** What the screen is drawn with. */
export interface StatusOptions {
  /** Values that must never show. */
  readonly secrets?: readonly string[];
  readonly now?: Date;
  readonly filter?: StatusFilter;
}

/** A source with what is to be said of it. */
type Judged = SourceState & Judgement;

/** Sources on one screen: with queues, sinks and errors it is some 40 lines. */
const SOURCES_MOST = 20;

/** Errors on one screen: the rest are in the log and in `marsad failures list`. */
const ERRORS_MOST = 5;

/** The sources that a filter leaves, the worst first. */
export function judgedSources(
  { sources, at }: Pick<Snapshot, 'sources' | 'at'>,
  { sources: ids, conditions }: StatusFilter = {},
): Judged[] {
  return sources
    .map((source) => ({ ...source, ...judge(source, at) }))
    .filter(({ id }) => ids === undefined || ids.includes(id))
    .filter(({ condition }) => conditions === undefined || conditions.includes(condition))
    .toSorted((a, b) => WORST_FIRST.indexOf(a.condition) - WORST_FIRST.indexOf(b.condition));
}

/** The screen of `marsad status`: health, sources, queues, sinks and last errors as plain text. */
export async function statusText(data: ConsoleData, options: StatusOptions = {}): Promise<string> {
  const { secrets, now = new Date(), filter = {} } = options;
  return statusScreen(await readSnapshot(data, now), { filter, redact: redactor(secrets) });
}

interface Screen {
  readonly filter: StatusFilter;
  readonly redact: Redact;
}

/** Draws the screen; ids stand first, for terminals differ on how wide Arabic is. */
function statusScreen(snapshot: Snapshot, { filter, redact }: Screen): string {
  const { queues, sinks, at } = snapshot;
  const chosen = judgedSources(snapshot, filter);
  const sources = filter.all ? chosen : chosen.slice(0, SOURCES_MOST);
  const errors = sources.flatMap((source) => errorPart(source, { at, redact }));
  const errorsMost = filter.all || filter.sources ? errors.length : ERRORS_MOST;
  const parts = [
    healthPart(snapshot),
    filesPart(snapshot, redact),
    alertsPart(snapshot, redact),
    summaryPart(judgedSources(snapshot)),
    table(
      ['SOURCE', 'STATE', 'LAST VISIT', 'NEXT', '24 H', 'ALL', 'FAILED', 'NAME'],
      sources.map((source) => sourceRow(source, at)),
    ),
    restPart(chosen.length - sources.length),
    table(HUB_HEADS, sources.flatMap(hubRow)),
    table(BACKFILL_HEADS, sources.flatMap(backfillRow)),
    table(['QUEUE', 'WAITING', 'ACTIVE', 'DELAYED', 'FAILED'], queues.map(queueRow)),
    table(
      ['SINK', 'BEHIND', 'UNACKNOWLEDGED', 'DEAD LETTERS', 'LOST', 'STATE'],
      sinks.map((sink) => sinkRow(sink, { at, redact })),
    ),
    ...sources.flatMap(heldPart),
    ...sources.flatMap(missedPart),
    errors.slice(0, errorsMost).join('\n'),
    errors.length > errorsMost ? `and ${errors.length - errorsMost} more with errors` : '',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function healthPart({ health, fileFaults }: Snapshot): string {
  const isSound = (name: string): boolean => name !== 'sources' || fileFaults.length === 0;
  const mark = ({ name, ok, isDegraded }: HealthCheck): string =>
    ok && isSound(name) ? (isDegraded ? 'WARN' : 'ok  ') : 'FAIL';
  const checks = worstChecksFirst(health).map((check) =>
    plainText(`${mark(check)} ${check.name}${check.detail ? `: ${check.detail}` : ''}`),
  );
  const works = worksText(health, fileFaults.length);
  const fails = isOfSinksAlone(health)
    ? 'Marsad works, less its failing sinks.'
    : 'Marsad cannot work.';
  return [health.ok ? works : fails, ...checks].join('\n');
}

function worksText({ checks }: HealthReport, broken: number): string {
  const degraded = checks.filter(({ isDegraded }) => isDegraded).map(({ name }) => name);
  const less = broken > 0 ? ['its broken files'] : [];
  const all = [...less, ...degraded.map((name) => `${name}, which refused its last try`)];
  return all.length === 0 ? 'Marsad works.' : plainText(`Marsad works, less ${all.join(', ')}.`);
}

/** Broken files on one screen: `marsad sources check` has all. */
const FILES_MOST = 10;

/** The files that cannot be taken, each with file, line and remedy. */
function filesPart({ fileFaults }: Snapshot, redact: Redact): string {
  const lines = fileFaults
    .slice(0, FILES_MOST)
    .flatMap(({ message, hint }) => [
      ...message.split('\n'),
      ...(hint === undefined ? [] : [`  ${hint}`]),
    ]);
  const more = fileFaults.length - FILES_MOST;
  if (more > 0) lines.push(`and ${more} more: marsad sources check`);
  return lines.map((line) => redact(plainText(line))).join('\n');
}

/** Alerts on one screen: `marsad alerts list` has all. */
const ALERTS_MOST = 10;

function alertsPart({ alerts, at }: Snapshot, redact: Redact): string {
  const rows = alerts.slice(0, ALERTS_MOST).map((one) => alertRow(one, at).map(redact));
  const more = alerts.length - rows.length;
  const rest = more > 0 ? `\nand ${more} more: marsad alerts list` : '';
  return `${table(['ALERT', 'LEVEL', 'OF', 'SINCE', 'DETAIL'], rows)}${rest}`;
}

/** An alert in cells: condition, level, subject, since when, detail; at the end when it was over. */
export function alertRow(alert: AlertView, at: Date): string[] {
  const { condition, level, subject, since, detail, until } = alert;
  const cells = [condition, level, subject, agoText(since, at), detail];
  if (until !== undefined) cells.push(`over ${agoText(until, at)}`);
  return cells.map(plainText);
}

/** `200 sources: 3 failing, 195 good, 2 off`. */
function summaryPart(sources: readonly Judged[]): string {
  const counts = WORST_FIRST.map((condition) => ({
    condition,
    count: sources.filter((source) => source.condition === condition).length,
  })).filter(({ count }) => count > 0);
  const words = counts.map(({ condition, count }) => `${count} ${condition}`).join(', ');
  return sources.length === 0 ? '' : `${sources.length} sources: ${words}`;
}

function restPart(more: number): string {
  if (more <= 0) return '';
  return `and ${more} more, none of them worse: --all shows them, --state and --source choose`;
}

function sourceRow(source: Judged, at: Date): string[] {
  const { health } = source;
  return [
    source.id,
    source.condition,
    agoText(health.lastVisit, at),
    source.enabled ? agoText(health.nextVisit, at) : '-',
    String(source.lastDay),
    String(health.published),
    String(health.failed),
    source.name,
  ];
}

function queueRow({ name, waiting, active, delayed, failed }: QueueCount): string[] {
  return [name, ...[waiting, active, delayed, failed].map(String)];
}

function sinkRow(sink: SinkLag, { at, redact }: { at: Date; redact: Redact }): string[] {
  const { name, waiting, pending, undelivered = 0, lost = 0 } = sink;
  const counts = [waiting ?? '?', pending, undelivered, lost].map(String);
  return [name, ...counts, redact(sinkStateText(sink, at))];
}

function sinkStateText(sink: SinkLag, at: Date): string {
  const { isNamed, failingSince, error = '', failures = 1, retryAt } = sink;
  if (isNamed === false) return 'no setting names it';
  if (!failingSince) return 'good';
  const tries = failures === 1 ? '1 try' : `${failures} tries`;
  const next = retryAt ? `, next ${agoText(retryAt, at)}` : '';
  return `failing, ${agoText(failingSince, at)}, ${tries}${next}: ${error}`;
}

/** Why a source is not good, what of its routes broke, and the last error of its pages. */
function errorPart(source: Judged, { at, redact }: { at: Date; redact: Redact }): string[] {
  const { id, condition, why, health } = source;
  const lines = why === undefined ? [] : [`${id}: ${condition}: ${why}`];
  for (const fault of health.broken) lines.push(...faultLines(id, fault, at));
  if (health.lastError) lines.push(...faultLines(id, health.lastError, at));
  return lines.length === 0 ? [] : [lines.map((line) => redact(plainText(line))).join('\n')];
}

function faultLines(id: string, fault: Fault, at: Date): string[] {
  const since =
    fault.since && fault.since !== fault.at ? `, since ${agoText(fault.since, at)}` : '';
  const lines = [`${id}: ${fault.code}, ${agoText(fault.at, at)}${since}: ${fault.message}`];
  if (fault.url) lines.push(`  ${fault.url}`);
  if (fault.hint) lines.push(`  ${fault.hint}`);
  return lines;
}

/** The heads and rows in columns; an empty table is no part of the screen. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const lines = [heads, ...rows.map((row) => row.map(plainText))];
  const widths = heads.map((_, column) =>
    Math.max(...lines.map((line) => (line[column] ?? '').length)),
  );
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}
