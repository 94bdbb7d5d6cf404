import { html } from 'hono/html';
import { type Condition, conditionOf, WORST_FIRST } from '../condition.ts';
import type { SourceState } from '../console-data.ts';
import type { Redact } from '../redaction.ts';
import { countOf, type Html, NOTHING, shown, timeOf, webUrl } from './html.ts';
import { CONDITION_LABELS } from './labels.ts';

/** Sources on one page: more are for `marsad status`. */
const SOURCES_MOST = 500;

/** The sources with their state. */
export function sourceList(sources: readonly SourceState[], redact: Redact): Html {
  const sorted = sources
    .map((state) => ({ state, condition: conditionOf(state) }))
    .sort((a, b) => WORST_FIRST.indexOf(a.condition) - WORST_FIRST.indexOf(b.condition))
    .slice(0, SOURCES_MOST);
  return html`<section id="sources">
    <h2>المصادر <span lang="en">sources</span> <span class="count">${countOf(sources.length)}</span></h2>
    ${sources.length === 0 ? html`<p class="empty">لا مصادر بعد. ضع ملفًّا في <code dir="ltr">config/sources/</code>.</p>` : NOTHING}
    <ul class="sources">
      ${sorted.map(({ state, condition }) => sourceItem(state, { condition, redact }))}
    </ul>
  </section>`;
}

function sourceItem(
  { id, name, homepage, country, lastDay, health }: SourceState,
  { condition, redact }: { condition: Condition; redact: Redact },
): Html {
  const target = webUrl(homepage);
  const label = html`<bdi>${shown(name, 80)}</bdi>`;
  return html`<li class="source-item ${condition}">
    <div class="head">
      <span class="dot" aria-hidden="true"></span>
      ${target === undefined ? label : html`<a href="${target}" target="_blank" rel="noopener noreferrer nofollow">${label}</a>`}
      <span class="muted" lang="en" dir="ltr">${shown(id, 60)}${country === undefined ? '' : ` · ${country}`}</span>
      <span class="state">${CONDITION_LABELS[condition]}</span>
    </div>
    <dl class="facts">
      <div><dt>آخر زيارة</dt><dd>${timeOf(health.lastVisit)}</dd></div>
      <div><dt>القادمة</dt><dd>${condition === 'off' ? timeOf(undefined) : timeOf(health.nextVisit)}</dd></div>
      <div><dt>في 24 ساعة</dt><dd>${countOf(lastDay)}</dd></div>
      ${missedOf(health) === 0 ? NOTHING : html`<div><dt>فاتت اليوم</dt><dd>${countOf(missedOf(health))}</dd></div>`}
      <div><dt>الكل</dt><dd>${countOf(health.published)}</dd></div>
    </dl>
    ${[...health.broken, health.lastError].map((fault) => lastError(id, fault, redact))}
  </li>`;
}

function missedOf({ missed }: SourceState['health']): number {
  return missed ? missed.fallenOut + missed.unlisted : 0;
}

function lastError(id: string, error: SourceState['health']['lastError'], redact: Redact): Html {
  if (!error) return NOTHING;
  return html`<details class="error" data-keep="error-${id}-${shown(error.url ?? '', 200)}">
    <summary><code lang="en" dir="ltr">${shown(error.code, 40)}</code> ${timeOf(error.at)}</summary>
    <p lang="en" dir="auto">${redact(shown(error.message, 500))}</p>
    ${error.hint === undefined ? NOTHING : html`<p lang="en" dir="auto" class="hint">${redact(shown(error.hint, 500))}</p>`}
    ${error.url === undefined ? NOTHING : html`<p dir="ltr"><code>${redact(shown(error.url))}</code></p>`}
  </details>`;
}
