import { html } from 'hono/html';
import { countOf, type Html, NOTHING, shown, timeOf } from './html.ts';
import { card, empty } from './page-parts.ts';
import type { Reader } from './page-reader.ts';

/** An alert as the pages show it. */
export interface AlertRow {
  readonly level: 'warn' | 'error';
  /** What it means, in the reader's language. */
  readonly title: string;
  /** The source, sink, queue, role or disk that it is about. */
  readonly subject: string;
  readonly detail: string;
  readonly since: string;
  /** Absent while it holds. */
  readonly until?: string | undefined;
  /** The page of its subject, where it has one. */
  readonly href?: string | undefined;
}

/** Past alerts that are shown. */
const PAST_MOST = 100;

/** The alerts that hold, and those that are over. */
export function alertsPage(
  reader: Reader,
  { open, past }: { readonly open: readonly AlertRow[]; readonly past: readonly AlertRow[] },
): Html {
  const { say } = reader;
  return html`<h1>${say('alerts')} <span class="count">${countOf(open.length)}</span></h1>
    ${card(say('open-alerts'), open.length === 0 ? empty(say('no-alerts')) : alertTable(reader, open))}
    ${card(say('past-alerts'), past.length === 0 ? empty(say('no-past-alerts')) : alertTable(reader, past.slice(0, PAST_MOST)))}`;
}

/** Alerts, a row each. */
export function alertTable(reader: Reader, rows: readonly AlertRow[]): Html {
  const { say } = reader;
  const hasEnd = rows.some(({ until }) => until !== undefined);
  return html`<div class="scroll"><table class="rows">
    <thead><tr>
      <th scope="col">${say('what')}</th><th scope="col">${say('subject')}</th>
      <th scope="col">${say('since')}</th>${hasEnd ? html`<th scope="col">${say('ended-at')}</th>` : NOTHING}
    </tr></thead>
    <tbody>${rows.map((row) => alertRow(reader, row, hasEnd))}</tbody>
  </table></div>`;
}

function alertRow({ say, redact }: Reader, row: AlertRow, hasEnd: boolean): Html {
  const { level, title, subject, detail, since, until, href } = row;
  const name = html`<bdi>${redact(shown(subject, 80))}</bdi>`;
  return html`<tr class="alert-${level}">
    <th scope="row">${shown(title)} <span class="badge ${level}">${say(`level-${level}`)}</span>
      <span class="under" lang="en" dir="ltr">${redact(shown(detail, 400))}</span></th>
    <td data-label="${say('subject')}">${href === undefined ? name : html`<a href="${href}">${name}</a>`}</td>
    <td data-label="${say('since')}">${timeOf(since)}</td>
    ${hasEnd ? html`<td data-label="${say('ended-at')}">${timeOf(until)}</td>` : NOTHING}
  </tr>`;
}
