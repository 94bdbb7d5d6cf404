import { html } from 'hono/html';
import type { ArticleRecord } from '../../record/article.ts';
import type { Evidence } from '../../record/evidence.ts';
import { directionOf, type Html, NOTHING, shown, timeOf } from './html.ts';

/** Fields that a record can give evidence for: more than that is no record of ours. */
const FIELDS_MOST = 40;

/** The text's beginning shown beside the evidence: enough to judge, not to read the news by. */
const BODY_MOST = 700;

/** What opens under a record: dates, the text's beginning, and where each field was found. */
export function evidenceOf(record: ArticleRecord): Html {
  return html`<details>
    <summary>الأدلّة <span lang="en">evidence</span></summary>
    ${facts(record)}
    <p class="body" dir="${directionOf(record.inLanguage)}">${shown(record.articleBody, BODY_MOST)}</p>
    <dl class="evidence">
      ${Object.entries(record.evidence)
        .slice(0, FIELDS_MOST)
        .map(([field, evidence]) => row(field, evidence))}
    </dl>
  </details>`;
}

function facts({ id, datePublished, dateFirstSeen, wordCount, fetch, story }: ArticleRecord): Html {
  return html`<dl class="facts">
    <div><dt>نُشر</dt><dd>${timeOf(datePublished)}</dd></div>
    <div><dt>رُصد</dt><dd>${timeOf(dateFirstSeen)}</dd></div>
    <div><dt>الكلمات</dt><dd>${wordCount}</dd></div>
    <div><dt>الجلب</dt><dd dir="ltr">${fetch.via} ${fetch.status}, ${Math.round(fetch.ms)} ms</dd></div>
    <div><dt>المعرّف</dt><dd dir="ltr"><code>${shown(id)}</code></dd></div>
    ${story.of === null ? NOTHING : html`<div><dt>نسخة من</dt><dd dir="ltr"><code>${shown(story.of)}</code></dd></div>`}
  </dl>`;
}

function row(field: string, { from, text, confidence, note }: Evidence): Html {
  const percent = `${Math.round(confidence * 100)}%`;
  return html`<div>
    <dt lang="en" dir="ltr"><code>${shown(field, 60)}</code></dt>
    <dd>
      <span class="from" lang="en" dir="ltr"><code>${shown(from)}</code></span>
      <span class="confidence ${confidence < LOW_CONFIDENCE ? 'low' : ''}">${percent}</span>
      ${text === undefined ? NOTHING : html`<q dir="auto">${shown(text)}</q>`}
      ${note === undefined ? NOTHING : html`<span class="note" dir="auto">${shown(note, 500)}</span>`}
    </dd>
  </div>`;
}

/** Below that a value is wrong more than once in five: it is set off for the eye. */
const LOW_CONFIDENCE = 0.8;
