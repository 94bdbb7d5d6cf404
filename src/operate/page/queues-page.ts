import { html } from 'hono/html';
import type { QueueCount } from '../console-data.ts';
import type { QueuedJob, QueueView } from '../operator-data.ts';
import { type Html, NOTHING, shown, timeOf } from './html.ts';
import { action, card, empty, figure } from './page-parts.ts';
import type { Reader } from './page-reader.ts';

/** What the page of queues shows; `board` is where the whole board is. */
export interface QueuesContent {
  readonly queues: readonly QueueCount[];
  readonly views: readonly QueueView[];
  readonly board?: string | undefined;
}

/** The name of a queue in the reader's language; those of sinks show their own. */
export function queueName({ say }: Reader, name: string): Html {
  if (name === 'visits' || name === 'pages') return html`${say(`queue-${name}`)}`;
  return html`${say('queue-records')} <bdi>${shown(name, 60)}</bdi>`;
}

/** The queues: counts, what runs, what is next, and a way to hold one. */
export function queuesPage(reader: Reader, { queues, views, board }: QueuesContent): Html {
  const { say } = reader;
  return html`<h1>${say('queues')}</h1>
    ${board === undefined ? NOTHING : html`<p class="lead">${say('queues-lead')} <a href="${board}" dir="ltr">Bull Board</a></p>`}
    ${queues.map((queue) =>
      queueCard(
        reader,
        queue,
        views.find(({ name }) => name === queue.name),
      ),
    )}`;
}

function queueCard(reader: Reader, queue: QueueCount, view: QueueView | undefined): Html {
  const { say } = reader;
  const { name, waiting, active, delayed, failed } = queue;
  const isPaused = view?.isPaused === true;
  const control = action(reader, {
    to: `/jobs/${isPaused ? 'resume' : 'pause'}`,
    word: isPaused ? 'resume' : 'pause',
    fields: { queue: name },
  });
  return html`<section class="card queue">
    <div class="page-head">
      <h2>${queueName(reader, name)} ${isPaused ? html`<span class="badge withdrawn">${say('paused')}</span>` : NOTHING}</h2>
      <div class="actions">${control}</div>
    </div>
    <dl class="facts large">
      ${figure(say('waiting'), waiting)} ${figure(say('active'), active)} ${figure(say('delayed'), delayed)}
      ${figure(say('failed'), failed > 0 ? html`<a href="/failures">${failed}</a>` : 0, failed > 0 ? 'bad' : '')}
    </dl>
    ${
      view === undefined
        ? NOTHING
        : html`<div class="grid three">
      ${jobList(reader, say('jobs-active'), view.active)}
      ${jobList(reader, say('jobs-waiting'), view.waiting)}
      ${jobList(reader, say('jobs-delayed'), view.delayed)}
    </div>`
    }
  </section>`;
}

function jobList(reader: Reader, title: string, jobs: readonly QueuedJob[]): Html {
  const { say, redact } = reader;
  return html`<div><h3>${title}</h3>
    ${
      jobs.length === 0
        ? html`<p class="muted">${say('no-jobs')}</p>`
        : html`<ul class="plain jobs">${jobs.map(
            ({ source, about, at, tries }) => html`<li>
              <a href="/sources/${encodeURIComponent(source)}"><bdi>${shown(source, 60)}</bdi></a>
              <span class="url" dir="ltr">${redact(shown(about, 120))}</span>
              <span class="muted">${at === undefined ? NOTHING : timeOf(new Date(at).toISOString())}${tries > 0 ? ` · ${say('tries')} ${tries + 1}` : ''}</span></li>`,
          )}</ul>`
    }</div>`;
}

/** What nobody changed yet, or the changes that operators made. */
export function auditTable(
  reader: Reader,
  entries: readonly {
    at: string;
    who: string;
    what: string;
    about: string;
    error?: string | undefined;
  }[],
): Html {
  const { say, redact } = reader;
  if (entries.length === 0) return empty(say('audit-none'));
  return card(
    say('audit'),
    html`<div class="scroll"><table class="rows">
      <thead><tr>${(['time', 'who', 'what', 'subject', 'result'] as const).map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead>
      <tbody>${entries.map(
        ({ at, who, what, about, error }) => html`<tr>
          <th scope="row">${timeOf(at)}</th>
          <td data-label="${say('who')}"><bdi>${shown(who, 80)}</bdi></td>
          <td data-label="${say('what')}"><code dir="ltr">${shown(what, 60)}</code></td>
          <td data-label="${say('subject')}"><bdi>${redact(shown(about, 200))}</bdi></td>
          <td data-label="${say('result')}">${error === undefined ? '✓' : html`<span lang="en" dir="ltr">${redact(shown(error, 300))}</span>`}</td></tr>`,
      )}</tbody></table></div>`,
    { lead: say('audit-lead') },
  );
}
