import { html } from 'hono/html';
import type { Fault } from '../../record/health.ts';
import type { ArticleLine, DeadLetter, FileChange, SourceDetail } from '../operator-data.ts';
import { OPTIONAL_FIELDS, type OptionalField } from '../optional-fields.ts';
import { articleTable } from './article-list.ts';
import { weekGrid } from './chart.ts';
import { changeView, fileView } from './file-view.ts';
import { countOf, type Html, NOTHING, shown, timeOf, webUrl } from './html.ts';
import { action, card, empty, figure } from './page-parts.ts';
import type { Reader } from './page-reader.ts';
import { meaningIn, reasonIn } from './reason.ts';
import type { JudgedSource } from './source-choice.ts';
import { countryIn, stateMark } from './sources-page.ts';
import { spanIn } from './time.ts';
import { visitTable } from './visit-table.ts';
import type { Word } from './words/console-words.ts';

/** All that a source's page shows. */
export interface SourceContent {
  readonly source: JudgedSource;
  readonly detail: SourceDetail;
  /** Its newest records; the coverage of fields is counted over them. */
  readonly records: readonly ArticleLine[];
  readonly letters: readonly DeadLetter[];
  /** What was just written into its file. */
  readonly change?: FileChange | undefined;
  /** Parts of others: alerts, drift, a proposed repair. */
  readonly extra?: readonly Html[];
}

/** Records shown; the coverage counts all that were given. */
const RECORDS_SHOWN = 12;

/** One source. */
export function sourcePage(reader: Reader, content: SourceContent): Html {
  const { source, detail, records, change, extra = [] } = content;
  const { say } = reader;
  return html`${head(reader, content)} ${change === undefined ? NOTHING : changeView(reader, change)}
    <div class="grid two">
      ${whyCard(reader, content)} ${nextCard(reader, content)}
    </div>
    ${extra} ${faultsCard(reader, source)}
    <div class="grid two">
      ${card(say('rhythm'), rhythm(reader, detail), { lead: say('rhythm-lead') })}
      ${coverageCard(reader, records)}
    </div>
    ${card(say('visits'), detail.visits.length === 0 ? empty(say('no-visits')) : visitTable(reader, detail.visits), { className: 'wide' })}
    ${card(
      say('last-articles'),
      records.length === 0
        ? empty(say('no-articles-of'))
        : html`${articleTable(reader, records.slice(0, RECORDS_SHOWN), { isOfOne: true })}
          <p><a href="/articles?source=${encodeURIComponent(source.id)}">${say('all')}</a></p>`,
    )}
    ${tryCard(reader, source)}
    ${detail.file === undefined ? NOTHING : card(say('file'), fileView(reader, detail.file, brokenUrls(source)), { lead: say('file-lead'), id: 'file' })}`;
}

const brokenUrls = ({ health }: JudgedSource): string[] =>
  health.broken.flatMap(({ url }) => url ?? []);

function head(reader: Reader, { source, detail }: SourceContent): Html {
  const { say } = reader;
  const { id, name, homepage, country, condition, enabled, tags = [] } = source;
  const site = webUrl(homepage);
  const path = `/sources/${encodeURIComponent(id)}`;
  const fields = { version: detail.file?.version ?? '' };
  return html`<div class="page-head">
    <div>
      <p class="crumb"><a href="/sources">${say('sources')}</a></p>
      <h1><bdi>${shown(name, 80)}</bdi> ${stateMark(reader, condition)}</h1>
      <p class="under"><bdi>${shown(id, 60)}</bdi>${country === undefined ? '' : ` · ${countryIn(reader, country)}`}
        ${site === undefined ? NOTHING : html`· <a href="${site}" target="_blank" rel="noopener noreferrer nofollow" dir="ltr">${shown(new URL(site).host, 80)}</a>`}
        ${tags.slice(0, 12).map((tag) => html` <a class="tag" href="/sources?tag=${encodeURIComponent(tag)}">${shown(tag, 40)}</a>`)}</p>
    </div>
    <div class="actions">
      ${enabled ? action(reader, { to: `${path}/visit`, word: 'visit-now', kind: 'primary' }) : NOTHING}
      ${action(reader, { to: `${path}/${enabled ? 'disable' : 'enable'}`, word: enabled ? 'disable' : 'enable', fields })}
    </div>
  </div>`;
}

function whyCard(reader: Reader, { source, letters }: SourceContent): Html {
  const { say, redact } = reader;
  const { reason, health, condition } = source;
  const why = reason === undefined ? say(`condition-${condition}`) : reasonIn(reader, reason);
  const missed = health.missed ? health.missed.fallenOut + health.missed.unlisted : 0;
  return card(
    say('why'),
    html`<p class="why ${condition}">${redact(why)}</p>
      <dl class="facts">
        ${figure(say('last-day'), source.lastDay)} ${figure(say('published'), health.published)}
        ${figure(say('updated'), health.updated)} ${figure(say('skipped'), health.skipped)}
        ${figure(say('failed'), health.failed, health.failed > 0 ? 'warn' : '')}
        ${missed === 0 ? NOTHING : figure(say('missed-today'), missed, 'warn')}
        ${letters.length === 0 ? NOTHING : figure(say('dead-letters'), html`<a href="/failures?source=${encodeURIComponent(source.id)}">${countOf(letters.length)}</a>`, 'bad')}
      </dl>`,
  );
}

function nextCard(reader: Reader, { source, detail }: SourceContent): Html {
  const { say } = reader;
  const { health, enabled } = source;
  const isFixed = detail.visit !== 'auto';
  return card(
    say('next-visit'),
    html`<p class="big">${enabled ? timeOf(health.nextVisit) : say('condition-off')}</p>
      <p class="lead">${say(planWord(source, detail))}${isFixed && enabled ? html`: <code dir="ltr">${shown(detail.visit, 100)}</code>` : NOTHING}</p>
      <dl class="facts">
        ${figure(say('last-visit'), timeOf(health.lastVisit))}
        ${figure(say('last-article'), timeOf(health.lastArticle))}
        ${health.everyMs === undefined ? NOTHING : figure(say('usual-pause'), spanIn(reader, health.everyMs))}
        ${figure(say('zone'), html`<bdi>${shown(detail.zone, 60)}</bdi>`)}
      </dl>`,
  );
}

/** Why the next visit is then. */
function planWord({ enabled, health }: JudgedSource, { visit, rhythm: known }: SourceDetail): Word {
  if (!enabled) return 'every-off';
  if (health.failureScore > 0) return 'every-backoff';
  if (visit !== 'auto') return 'every-fixed';
  return known === undefined ? 'every-unknown' : 'every-learnt';
}

/** What of it is broken, each with its cause and remedy. */
function faultsCard(reader: Reader, { health }: JudgedSource): Html {
  const faults = [...health.broken, ...(health.lastError ? [health.lastError] : [])];
  if (faults.length === 0) return NOTHING;
  const { say } = reader;
  return card(
    say('faults'),
    html`<ul class="faults">${faults.map((fault) => faultItem(reader, fault))}</ul>`,
    { className: 'bad' },
  );
}

function faultItem(reader: Reader, { code, url, message, hint, since, at }: Fault): Html {
  const { say, redact } = reader;
  return html`<li>
    <p><b>${meaningIn(reader, code)}</b> <code dir="ltr">${shown(code, 40)}</code>
      <span class="muted">${say('first-seen-broken')} ${timeOf(since ?? at)}</span></p>
    ${url === undefined ? NOTHING : html`<p dir="ltr" class="url"><code>${redact(shown(url, 500))}</code></p>`}
    <p lang="en" dir="ltr">${redact(shown(message, 500))}</p>
    ${hint === undefined ? NOTHING : html`<p class="muted"><b>${say('hint')}:</b> <span lang="en" dir="ltr">${redact(shown(hint, 500))}</span></p>`}
  </li>`;
}

const DAYS: readonly Word[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

function rhythm({ say }: Reader, { rhythm: values }: SourceDetail): Html {
  if (values === undefined) return empty(say('rhythm-unknown'));
  const days = DAYS.map(say);
  return weekGrid({
    label: say('rhythm-lead'),
    values,
    days,
    titleOf: (day, hour) => `${hour}:00 ${(values[day * 24 + hour] ?? 0).toFixed(1)}`,
  });
}

function coverageCard({ say }: Reader, records: readonly ArticleLine[]): Html {
  const shareOf = (field: OptionalField): number =>
    records.filter(({ fields }) => fields.includes(field)).length / Math.max(1, records.length);
  return card(
    say('coverage'),
    records.length === 0
      ? empty(say('no-articles-of'))
      : html`<ul class="meters">${OPTIONAL_FIELDS.map((field) => {
          const percent = Math.round(100 * shareOf(field));
          return html`<li><code dir="ltr">${field}</code><meter min="0" max="100" value="${percent}" aria-label="${field}"></meter><span>${percent}%</span></li>`;
        })}</ul>`,
    { lead: `${say('coverage-lead')} (${records.length})` },
  );
}

function tryCard(reader: Reader, { id }: JudgedSource): Html {
  const { say, role, token } = reader;
  if (role !== 'operator') return NOTHING;
  return card(
    say('try-url'),
    html`<form class="filters" method="post" action="/sources/${encodeURIComponent(id)}/try">
      <input type="hidden" name="token" value="${token}" />
      <label class="search"><span>${say('address')}</span>
        <input type="url" name="url" dir="ltr" required maxlength="2000" placeholder="https://" /></label>
      <button>${say('try-url')}</button>
    </form>`,
    { lead: say('try-lead') },
  );
}
