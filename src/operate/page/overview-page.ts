import { html } from 'hono/html';
import { type Condition, WORST_FIRST } from '../condition.ts';
import type { FileFault, QueueCount, SinkLag } from '../console-data.ts';
import type { DeadLetter, Pace } from '../operator-data.ts';
import type { AlertRow } from './alerts-page.ts';
import { hourChart, shareBar } from './chart.ts';
import { type ErrorClass, errorClasses } from './error-classes.ts';
import { countOf, type Html, NOTHING, shown, timeOf } from './html.ts';
import { card, empty, figure } from './page-parts.ts';
import type { Reader } from './page-reader.ts';
import { queueName } from './queues-page.ts';
import { meaningIn, reasonIn } from './reason.ts';
import { type JudgedSource, worstOf } from './source-choice.ts';
import { faultList, stateMark } from './sources-page.ts';
import { spanIn } from './time.ts';

/** What the overview shows. */
export interface OverviewContent {
  readonly sources: readonly JudgedSource[];
  readonly fileFaults: readonly FileFault[];
  readonly queues: readonly QueueCount[];
  readonly sinks: readonly SinkLag[];
  readonly letters: readonly DeadLetter[];
  readonly pace: Pace;
  readonly alerts: readonly AlertRow[];
}

/** Broken sources and alerts named at once; the rest is one step away. */
const NAMED_MOST = 6;

/** How the service does, on one screen. */
export function overviewPage(reader: Reader, content: OverviewContent): Html {
  const { say } = reader;
  const { pace, sources, sinks, queues, alerts } = content;
  return html`<h1 class="visually-hidden">${say('overview')}</h1>
    ${faultList(reader, content.fileFaults)}
    <div class="grid overview">
      ${card(say('articles-by-hour'), paceChart(reader, pace), { lead: say('articles-by-hour-lead'), className: 'wide' })}
      <div class="stack">${delayCard(reader, pace)} ${card(say('open-alerts'), alertList(reader, alerts))}</div>
      ${card(say('sources'), sourceShares(reader, sources))}
      ${card(say('errors-by-class'), errorTable(reader, errorClasses(sources, content.letters)))}
      ${card(say('queues'), queueTable(reader, queues))}
      ${card(say('sinks'), sinkTable(reader, sinks), { className: 'wide' })}
    </div>`;
}

function paceChart({ say }: Reader, { hours, usual }: Pace): Html {
  const sum = hours.reduce((all, count) => all + count, 0);
  const wanted = Math.round(usual.reduce((all, count) => all + count, 0));
  return html`<dl class="facts">
      ${figure(say('last-day'), sum)} ${figure(say('usual'), wanted)}
      ${figure(say('now-hour'), hours.at(-1) ?? 0)}
    </dl>
    ${hourChart({
      label: `${say('articles-by-hour')}: ${hours.join(', ')}`,
      values: hours,
      usual,
      ends: [`24 ${say('hours-ago')}`, say('now-hour')],
      titleOf: (index) =>
        `${23 - index} ${say('hours-ago')}: ${hours[index]} ${say('counted')}, ${(usual[index] ?? 0).toFixed(1)} ${say('usual')}`,
    })}`;
}

function delayCard(reader: Reader, { delay }: Pace): Html {
  const { say } = reader;
  return card(
    say('delay'),
    delay === undefined
      ? empty(say('no-delay'))
      : html`<dl class="facts large">
          ${figure(say('half-within'), spanIn(reader, delay.p50))}
          ${figure(say('most-within'), spanIn(reader, delay.p95))}
          ${figure(say('articles'), delay.of)}
        </dl>`,
    { lead: say('delay-lead') },
  );
}

function sourceShares(reader: Reader, sources: readonly JudgedSource[]): Html {
  const { say } = reader;
  const of = (condition: Condition): number =>
    sources.filter((source) => source.condition === condition).length;
  const shares = WORST_FIRST.map((kind) => ({
    kind,
    count: of(kind),
    title: `${say(`condition-${kind}`)}: ${of(kind)}`,
  }));
  const worst = worstOf(sources).slice(0, NAMED_MOST);
  if (sources.length === 0) return empty(say('no-sources'));
  return html`${shareBar(shares.map(({ title }) => title).join(', '), shares)}
    <ul class="legend">${shares.map(({ kind, count }) => html`<li><a href="/sources?state=${kind}">${stateMark(reader, kind)} <b>${countOf(count)}</b></a></li>`)}</ul>
    <ul class="plain worst">${worst.map(
      ({ id, name, reason }) =>
        html`<li><a href="/sources/${encodeURIComponent(id)}"><bdi>${shown(name, 60)}</bdi></a>
          <span class="under">${reason === undefined ? '' : reader.redact(reasonIn(reader, reason))}</span></li>`,
    )}</ul>`;
}

function alertList({ say, redact }: Reader, alerts: readonly AlertRow[]): Html {
  if (alerts.length === 0) return empty(say('no-alerts'));
  return html`<ul class="plain alerts">${alerts
    .slice(0, NAMED_MOST)
    .map(
      ({ title, subject, since, level }) =>
        html`<li class="${level}"><b><bdi>${shown(title)}</bdi></b> <bdi>${redact(shown(subject, 80))}</bdi> <span class="muted">${timeOf(since)}</span></li>`,
    )}</ul>
  <p><a href="/alerts">${say('all')} (${countOf(alerts.length)})</a></p>`;
}

function errorTable(reader: Reader, classes: readonly ErrorClass[]): Html {
  const { say } = reader;
  if (classes.length === 0) return empty(say('no-errors'));
  return html`<table class="small">
    <thead><tr>${(['error', 'broken-routes', 'of-sources', 'dead-letters'] as const).map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead>
    <tbody>${classes.map(
      ({ code, routes, sources, letters }) => html`<tr>
        <th scope="row" title="${shown(code, 40)}">${meaningIn(reader, code)}</th>
        <td class="number">${countOf(routes)}</td><td class="number">${countOf(sources)}</td>
        <td class="number">${letters === 0 ? '0' : html`<a href="/failures?code=${encodeURIComponent(code)}">${countOf(letters)}</a>`}</td></tr>`,
    )}</tbody>
  </table>`;
}

function queueTable(reader: Reader, queues: readonly QueueCount[]): Html {
  const { say } = reader;
  return html`<table class="small">
    <thead><tr>${(['queue', 'waiting', 'active', 'delayed', 'failed'] as const).map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead>
    <tbody>${queues.map(
      ({ name, waiting, active, delayed, failed }) => html`<tr>
        <th scope="row"><a href="/jobs">${queueName(reader, name)}</a></th>
        ${[waiting, active, delayed].map((count) => html`<td class="number">${countOf(count)}</td>`)}
        <td class="number ${failed > 0 ? 'bad' : ''}">${countOf(failed)}</td></tr>`,
    )}</tbody>
  </table>`;
}

function sinkTable(reader: Reader, sinks: readonly SinkLag[]): Html {
  const { say } = reader;
  if (sinks.length === 0) return empty(say('none'));
  return html`<table class="small rows">
    <thead><tr>${(['sink', 'state', 'behind', 'unacknowledged', 'undelivered', 'lost'] as const).map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead>
    <tbody>${sinks.map((sink) => sinkRow(reader, sink))}</tbody>
  </table>`;
}

function sinkRow({ say, redact }: Reader, sink: SinkLag): Html {
  const { name, waiting, pending, undelivered = 0, lost = 0, isNamed } = sink;
  const { failingSince, error, retryAt } = sink;
  const state = isNamed === false ? 'sink-unnamed' : failingSince ? 'sink-failing' : 'sink-good';
  return html`<tr class="${failingSince ? 'failing' : 'good'}">
    <th scope="row"><bdi>${shown(name, 60)}</bdi></th>
    <td data-label="${say('state')}"><span class="mark-state ${failingSince ? 'failing' : isNamed === false ? 'off' : 'good'}"><span class="dot" aria-hidden="true"></span>${say(state)}</span>
      ${failingSince ? html`<span class="under">${timeOf(failingSince)} <span lang="en" dir="ltr">${redact(shown(error ?? '', 200))}</span>${retryAt ? html` · ${say('next-try')} ${timeOf(retryAt)}` : NOTHING}</span>` : NOTHING}</td>
    <td data-label="${say('behind')}" class="number">${waiting === undefined ? '?' : countOf(waiting)}</td>
    <td data-label="${say('unacknowledged')}" class="number">${countOf(pending)}</td>
    <td data-label="${say('undelivered')}" class="number ${undelivered > 0 ? 'bad' : ''}">${undelivered > 0 ? html`<a href="/failures?sink=${encodeURIComponent(name)}">${countOf(undelivered)}</a>` : '0'}</td>
    <td data-label="${say('lost')}" class="number ${lost > 0 ? 'bad' : ''}">${countOf(lost)}</td>
  </tr>`;
}
