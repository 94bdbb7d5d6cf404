import { html } from 'hono/html';
import { type Condition, WORST_FIRST } from '../condition.ts';
import type { ShardView } from '../shards.ts';
import { checkText } from './check-text.ts';
import { countOf, type Html, NOTHING, shown } from './html.ts';
import { card, empty, figure } from './page-parts.ts';
import type { Reader } from './page-reader.ts';
import { reasonIn } from './reason.ts';
import { type JudgedSource, judgeAll, worstOf } from './source-choice.ts';
import { stateMark } from './sources-page.ts';

/** Sources named of each shard: with twenty shards the page stays under 150 KB. */
const NAMED_MOST = 10;

type ReadShard = Extract<ShardView, { readonly status: unknown }>;

/** Whether a shard can be read and does its work. */
const isWell = (shard: ShardView): boolean => 'status' in shard && shard.status.ok;

/** All installations on one page: how each does, and which of its sources need somebody. */
export function shardsPage(reader: Reader, shards: readonly ShardView[]): Html {
  const { say } = reader;
  return html`<h1>${say('shards')} <span class="count">${countOf(shards.length)}</span></h1>
    <p class="lead">${say('shards-lead')}</p>
    ${shards.map(
      (shard) => html`<section class="card shard">
      <div class="page-head"><h2><a href="${shard.url}"><bdi>${shown(shard.name, 60)}</bdi></a></h2>${wellMark(reader, isWell(shard))}</div>
      ${'away' in shard ? awayText(reader, shard.away) : shardBody(reader, shard)}
    </section>`,
    )}`;
}

/** The shards in short, for the overview. */
export function shardsCard(reader: Reader, shards: readonly ShardView[]): Html {
  const { say } = reader;
  if (shards.length === 0) return NOTHING;
  return card(
    say('shards'),
    html`<ul class="plain">${shards.map((shard) => html`<li>${wellMark(reader, isWell(shard))} <a href="/shards"><bdi>${shown(shard.name, 60)}</bdi></a></li>`)}</ul>`,
  );
}

function wellMark({ say }: Reader, ok: boolean): Html {
  return html`<span class="mark-state ${ok ? 'good' : 'failing'}"><span class="dot" aria-hidden="true"></span>${say(ok ? 'all-well' : 'work-stopped')}</span>`;
}

function awayText({ say, redact }: Reader, reason: string): Html {
  return html`<p>${say('shard-away')} <span lang="en" dir="ltr">${redact(shown(reason, 300))}</span></p>`;
}

function shardBody(reader: Reader, { url, status, sources }: ReadShard): Html {
  const { say } = reader;
  const judged = judgeAll(sources, reader.now);
  const lastDay = sources.reduce((sum, source) => sum + source.lastDay, 0);
  const bad = status.checks.filter(({ ok }) => !ok);
  return html`<dl class="facts large">
      ${figure(say('last-day'), lastDay)} ${WORST_FIRST.map((kind) => conditionFigure(reader, kind, judged))}
      ${figure(say('open-alerts'), status.openAlerts, status.openAlerts > 0 ? 'bad' : '')}
      ${figure(say('dead-letters'), status.deadLetters, status.deadLetters > 0 ? 'bad' : '')}
    </dl>
    ${bad.length === 0 ? NOTHING : html`<ul class="plain">${bad.map((check) => html`<li>${checkText(reader, check)}</li>`)}</ul>`}
    ${worstList(reader, url, judged)}`;
}

function conditionFigure(reader: Reader, kind: Condition, judged: readonly JudgedSource[]): Html {
  const count = judged.filter(({ condition }) => condition === kind).length;
  return figure(reader.say(`condition-${kind}`), count);
}

/** The sources that need somebody, each a way to its page in its own console. */
function worstList(reader: Reader, url: string, judged: readonly JudgedSource[]): Html {
  if (judged.length === 0) return empty(reader.say('no-sources'));
  return html`<ul class="plain worst">${worstOf(judged)
    .slice(0, NAMED_MOST)
    .map(
      ({ id, name, condition, reason }) =>
        html`<li>${stateMark(reader, condition)} <a href="${new URL(`sources/${encodeURIComponent(id)}`, url).href}"><bdi>${shown(name, 60)}</bdi></a>
        <span class="under">${reason === undefined ? '' : reader.redact(reasonIn(reader, reason))}</span></li>`,
    )}</ul>`;
}
