import type { HubState } from '../record/health.ts';
import { BACKFILL_HEADS, backfillRow } from './backfill-row.ts';
import { conditionOf } from './condition.ts';
import type { ConsoleData, QueueCount, SinkLag, SourceState } from './console-data.ts';
import { plainText } from './plain-text.ts';
import { type Redact, redactor } from './redaction.ts';
import { readSnapshot, type Snapshot } from './snapshot.ts';

/** What the screen is drawn with. */
export interface StatusOptions {
  /** Values that must never show. */
  readonly secrets?: readonly string[];
  readonly now?: Date;
}

/** The screen of `marsad status`: health, sources, queues, sinks and last errors as plain text. */
export async function statusText(data: ConsoleData, options: StatusOptions = {}): Promise<string> {
  const { secrets, now = new Date() } = options;
  return statusScreen(await readSnapshot(data, now), redactor(secrets));
}

/** Draws the screen; ids stand first, for terminals differ on how wide Arabic is. */
function statusScreen(snapshot: Snapshot, redact: Redact = redactor()): string {
  const { sources, queues, sinks, at } = snapshot;
  const parts = [
    healthPart(snapshot),
    table(
      ['SOURCE', 'STATE', 'LAST VISIT', 'NEXT', '24 H', 'ALL', 'FAILED', 'NAME'],
      sources.map((source) => sourceRow(source, at)),
    ),
    table(['HUB OF', 'STATE', 'MEANS'], sources.flatMap(hubRow)),
    table(BACKFILL_HEADS, sources.flatMap(backfillRow)),
    table(['QUEUE', 'WAITING', 'ACTIVE', 'DELAYED', 'FAILED'], queues.map(queueRow)),
    table(['SINK', 'BEHIND', 'UNACKNOWLEDGED'], sinks.map(sinkRow)),
    ...sources.flatMap(missedPart),
    ...sources.flatMap((source) => errorPart(source, { at, redact })),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function healthPart({ health }: Snapshot): string {
  const checks = health.checks.map(({ name, ok, detail }) =>
    plainText(`${ok ? 'ok  ' : 'FAIL'} ${name}${detail ? `: ${detail}` : ''}`),
  );
  return [health.ok ? 'Marsad works.' : 'Marsad cannot work.', ...checks].join('\n');
}

function sourceRow(source: SourceState, at: Date): string[] {
  const { health } = source;
  return [
    source.id,
    conditionOf(source),
    agoText(health.lastVisit, at),
    source.enabled ? agoText(health.nextVisit, at) : '-',
    String(source.lastDay),
    String(health.published),
    String(health.failed),
    source.name,
  ];
}

/** What the state of a hub means for how its source is followed. */
const HUB_MEANS: Readonly<Record<Exclude<HubState, 'none'>, string>> = {
  asked: 'has not verified the subscription yet',
  live: 'pushes; polls go on as before until it has proven itself',
  proven: 'pushes what is new; polls are slower',
  distrusted: 'left out what polls found; polls are as before',
  denied: 'refused the subscription; polls are as before',
};

/** Sources whose feeds name no hub have no row. */
function hubRow({ id, enabled, health: { hub } }: SourceState): string[][] {
  return !enabled || hub === undefined || hub === 'none' ? [] : [[id, hub, HUB_MEANS[hub]]];
}

function queueRow({ name, waiting, active, delayed, failed }: QueueCount): string[] {
  return [name, ...[waiting, active, delayed, failed].map(String)];
}

function sinkRow({ name, waiting, pending }: SinkLag): string[] {
  return [name, waiting === undefined ? '?' : String(waiting), String(pending)];
}

function errorPart(source: SourceState, { at, redact }: { at: Date; redact: Redact }): string[] {
  const error = source.health.lastError;
  if (!error) return [];
  const lines = [`${source.id}: ${error.code}, ${agoText(error.at, at)}: ${error.message}`];
  if (error.url) lines.push(`  ${error.url}`);
  if (error.hint) lines.push(`  ${error.hint}`);
  return [lines.map((line) => redact(plainText(line))).join('\n')];
}

/** Said of sources that visits see too late or whose first route leaves articles out. */
function missedPart({ id, health }: SourceState): string[] {
  const { day = '', fallenOut = 0, unlisted = 0 } = health.missed ?? {};
  const lines: string[] = [];
  if (fallenOut > 0) {
    lines.push(`${id}: on ${day} some ${fallenOut} articles came and went between two visits`);
    lines.push('  Give the source a further route, or visit it more often.');
  }
  if (unlisted > 0) {
    lines.push(`${id}: on ${day} its first route left out ${unlisted} articles that another had`);
    lines.push('  Keep the other route; put it first where it is the fuller one.');
  }
  return lines.length > 0 ? [lines.map(plainText).join('\n')] : [];
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

/** The units of time from the smallest, each with how many of it make one of the next. */
const UNITS = [
  ['s', 60],
  ['m', 60],
  ['h', 24],
  ['d', Number.POSITIVE_INFINITY],
] as const;

/** `5m ago`, `in 2h`, `-` where there is no time. */
export function agoText(iso: string | undefined, at: Date): string {
  if (iso === undefined) return '-';
  const seconds = Math.round((at.getTime() - Date.parse(iso)) / 1000);
  let amount = Math.abs(seconds);
  for (const [unit, next] of UNITS) {
    if (amount < next) return seconds >= 0 ? `${amount}${unit} ago` : `in ${amount}${unit}`;
    amount = Math.floor(amount / next);
  }
  return '-';
}
