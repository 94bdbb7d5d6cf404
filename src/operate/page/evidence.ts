import { html } from 'hono/html';
import type { ArticleRecord } from '../../record/article.ts';
import type { Evidence } from '../../record/evidence.ts';
import { type Html, NOTHING, shown } from './html.ts';
import type { Reader } from './page-reader.ts';

/** More fields with evidence than any record of ours has: the rest is not shown. */
const FIELDS_MOST = 40;

/** Where each field of a record was found, and how far it is trusted. */
export function evidenceTable({ say }: Reader, record: ArticleRecord): Html {
  const rows = Object.entries(record.evidence).slice(0, FIELDS_MOST);
  return html`<div class="scroll"><table class="rows evidence">
    <thead><tr>${(['field', 'from', 'confidence', 'value'] as const).map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead>
    <tbody>${rows.map(([field, evidence]) => row(say('from'), say('confidence'), { field, evidence }))}</tbody>
  </table></div>`;
}

function row(
  from: string,
  trust: string,
  { field, evidence }: { readonly field: string; readonly evidence: Evidence },
): Html {
  const { confidence, text, note } = evidence;
  return html`<tr>
    <th scope="row"><code dir="ltr">${shown(field, 60)}</code></th>
    <td data-label="${from}"><code dir="ltr">${shown(evidence.from)}</code></td>
    <td data-label="${trust}" class="number ${confidence < LOW_CONFIDENCE ? 'warn' : ''}">${Math.round(confidence * 100)}%</td>
    <td>${text === undefined ? NOTHING : html`<q dir="auto">${shown(text)}</q>`}
      ${note === undefined ? NOTHING : html`<span class="under" dir="auto">${shown(note, 500)}</span>`}</td>
  </tr>`;
}

/** Below that a value is wrong more than once in five: it is set off for the eye. */
const LOW_CONFIDENCE = 0.8;
