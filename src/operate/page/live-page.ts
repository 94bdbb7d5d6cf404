import { html } from 'hono/html';
import { line } from '../../line/index.ts';
import type { ArticleRecord } from '../../record/article.ts';
import type { HealthReport, QueueCount } from '../console-data.ts';
import { isOfSinksAlone, worstChecksFirst } from '../health.ts';
import type { Redact } from '../redaction.ts';
import type { Snapshot } from '../snapshot.ts';
import { type CheckReader, checkText } from './check-text.ts';
import { type Html, NOTHING, shown } from './html.ts';
import { figure } from './page-parts.ts';
import type { Reader } from './page-reader.ts';
import { recordCard } from './record-card.ts';
import type { Say, Word } from './words/console-words.ts';

/** What changes as the service works; without a snapshot only that the state is away. */
export interface LiveContent {
  readonly health: HealthReport;
  readonly snapshot: Snapshot | undefined;
  readonly records: readonly ArticleRecord[];
  readonly redact: Redact;
}

/** The parts that change as the service works; each is replaced by its id. */
export function stateParts(
  { say, language }: Pick<Reader, 'say' | 'language'>,
  { health, snapshot, redact }: LiveContent,
): Html {
  return html`${healthBanner({ say, language, redact }, health)}${snapshot ? queueTiles(say, snapshot.queues) : NOTHING}`;
}

/** Records as they are published. */
export function livePage(reader: Reader, content: LiveContent): Html {
  const { say, language } = reader;
  const { records } = content;
  return html`<div class="page-head"><h1>${say('live')}</h1>
    <p id="live" class="waiting" role="status" data-on="${say('live-on')}" data-off="${say('live-off')}" data-events="/events?lang=${language}"><span class="dot"></span><span class="word">${say('connecting')}</span></p></div>
    <p class="lead">${say('live-lead')}</p>
    ${stateParts(reader, content)} ${pipelineList(say)}
    <ol id="list" class="records" aria-label="${say('newest-records')}">${records.map((record) => recordCard(say, record))}</ol>
    <p class="empty" id="none">${say('no-articles')}</p>`;
}

/** A banner where something is wrong; nothing where all is well. */
export function healthBanner(reader: CheckReader, report: HealthReport): Html {
  const bad = worstChecksFirst(report).filter(({ ok, isDegraded }) => !ok || isDegraded);
  return html`<div id="health" role="status">${
    bad.length === 0
      ? NOTHING
      : html`<div class="alarm"><b>${reader.say(wordOf(report))}</b>
          ${bad.map((check) => checkText(reader, check))}
        </div>`
  }</div>`;
}

function wordOf(report: HealthReport): Word {
  if (report.ok) return 'sinks-refuse';
  return isOfSinksAlone(report) ? 'sinks-stopped' : 'work-stopped';
}

function queueTiles(say: Say, queues: readonly QueueCount[]): Html {
  return html`<div id="queues" class="grid tiles">${queues.map(
    ({ name, waiting, active, delayed, failed }) => html`<section class="card">
      <h2><bdi>${name === 'visits' || name === 'pages' ? say(`queue-${name}`) : shown(name, 60)}</bdi></h2>
      <dl class="facts">${figure(say('waiting'), waiting)} ${figure(say('active'), active)} ${figure(say('delayed'), delayed)} ${figure(say('failed'), failed, failed > 0 ? 'bad' : '')}</dl>
    </section>`,
  )}</div>`;
}

/** The pipeline as a list: its steps in order, each with what it gives to the next. */
function pipelineList(say: Say): Html {
  return html`<ol class="line" aria-label="${say('pipeline')}">${line.map(
    ({ name, gives }) =>
      html`<li><b>${say(`step-${name}`)}</b><small lang="en" dir="ltr">${gives}</small></li>`,
  )}</ol>`;
}
