import { html } from 'hono/html';
import type { LeftOutReason } from '../../record/left-out.ts';
import type { ArticleTrace, PageTrace, SinkTrace } from '../../record/trace.ts';
import { type Html, NOTHING, shown, timeOf } from './html.ts';
import { card, empty } from './page-parts.ts';
import type { Reader } from './page-reader.ts';
import type { Word } from './words/console-words.ts';

/** Steps of one article that are shown: one that is rechecked each hour has hundreds. */
const ROWS_MOST = 80;

/** The whole way of an article, from its link to each sink. */
export function traceCard(reader: Reader, traces: readonly ArticleTrace[]): Html {
  const { say } = reader;
  const rows = traces.flatMap((trace) => [
    ...seenRow(reader, trace),
    ...leftOutRow(reader, trace),
    ...trace.pages.map((page) => pageRow(reader, page)),
    ...jobRow(reader, trace),
    ...trace.sinks.map((sink) => sinkRow(reader, sink)),
  ]);
  return card(
    say('trace'),
    rows.length === 0
      ? empty(say('no-trace'))
      : html`<div class="scroll"><table class="rows">
        <thead><tr>${(['time', 'what', 'result', 'detail'] as const).map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead>
        <tbody>${rows.slice(0, ROWS_MOST)}</tbody></table></div>`,
    { lead: say('trace-lead'), id: 'trace' },
  );
}

interface Row {
  readonly at: string | undefined;
  readonly what: Html;
  readonly result: Html;
  readonly detail: Html;
}

function row({ say }: Reader, { at, what, result, detail }: Row): Html {
  return html`<tr>
    <th scope="row">${at === undefined ? html`<span class="muted">—</span>` : timeOf(at)}</th>
    <td data-label="${say('what')}">${what}</td>
    <td data-label="${say('result')}">${result}</td>
    <td data-label="${say('detail')}">${detail}</td>
  </tr>`;
}

function seenRow(reader: Reader, { seen, pages }: ArticleTrace): Html[] {
  const [first] = pages;
  if (seen === undefined && first === undefined) return [];
  const route =
    first === undefined
      ? NOTHING
      : html`<span dir="ltr">${first.route.kind} ${reader.redact(shown(first.route.url, 200))}</span>`;
  const what = html`${reader.say('trace-seen')}`;
  return [row(reader, { at: seen ?? first?.seen, what, result: NOTHING, detail: route })];
}

/** Why the last visit that met its link asked for nothing. */
function leftOutRow(reader: Reader, { leftOut }: ArticleTrace): Html[] {
  if (!leftOut) return [];
  const { say, redact } = reader;
  const { at, reason, route, visit } = leftOut;
  const what = html`${say('trace-left-out')}`;
  const result = html`${say(LEFT_OUT_WORDS[reason])}`;
  const detail = html`<span dir="ltr">${route.kind} ${redact(shown(route.url, 200))}</span>
    <span class="under" dir="ltr">${shown(visit, 80)}</span>`;
  return [row(reader, { at, what, result, detail })];
}

const LEFT_OUT_WORDS = {
  'met before': 'left-out-known',
  'over the limit': 'left-out-limit',
  'another site': 'left-out-site',
  scheme: 'left-out-scheme',
  userinfo: 'left-out-userinfo',
  homograph: 'left-out-homograph',
  home: 'left-out-home',
} as const satisfies Record<LeftOutReason, Word>;

function pageRow(reader: Reader, page: PageTrace): Html {
  const { say, redact } = reader;
  const { outcome, revision, via, status, ms, kind, reason, error, steps = {} } = page;
  const times = Object.entries(steps).map(([step, time]) => `${step} ${Math.round(time)}`);
  const why = [kind, reason, error ? `${error.code}: ${error.message}` : ''].filter(Boolean);
  return row(reader, {
    at: page.at,
    what: html`${say(page.isRecheck ? 'trace-recheck' : 'trace-page')}`,
    result: html`<code dir="ltr">${shown(outcome, 40)}${revision === undefined ? '' : ` ${revision}`}</code>`,
    detail: html`<span class="muted" lang="en" dir="ltr">${via === undefined ? '' : `${via} ${status ?? ''}, `}${Math.round(ms)} ms${times.length === 0 ? '' : ` (${shown(times.join(', '), 200)})`}</span>
      ${why.length === 0 ? NOTHING : html`<span class="under" lang="en" dir="ltr">${redact(shown(why.join(', '), 400))}</span>`}`,
  });
}

function jobRow(reader: Reader, { job }: ArticleTrace): Html[] {
  if (!job) return [];
  const result = html`<code dir="ltr">${shown(job.state, 40)}</code>`;
  const detail = html`<span lang="en" dir="ltr">${reader.redact(shown(job.reason ?? '', 300))}</span>`;
  return [row(reader, { at: job.due, what: html`${reader.say('queue')}`, result, detail })];
}

function sinkRow(reader: Reader, { at, sink, revision, outcome, reason = '' }: SinkTrace): Html {
  const { say, redact } = reader;
  return row(reader, {
    at,
    what: html`${say('sink')} <bdi>${shown(sink, 60)}</bdi>`,
    result: html`<code dir="ltr">${outcome} ${revision}</code>`,
    detail: html`<span lang="en" dir="ltr">${redact(shown(reason, 300))}</span>`,
  });
}
