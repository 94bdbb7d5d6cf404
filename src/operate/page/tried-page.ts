import { html } from 'hono/html';
import type { TriedUrl } from '../operator-data.ts';
import { type Html, NOTHING, shown } from './html.ts';
import { card } from './page-parts.ts';
import type { Reader } from './page-reader.ts';

/** Blocks of a page that are shown: the text of a long one has some hundred. */
const BLOCKS_MOST = 250;

/** What a URL gave that was tried by the rules of a source. */
export function triedPage(
  reader: Reader,
  { source, tried }: { readonly source: { id: string; name: string }; readonly tried: TriedUrl },
): Html {
  const { say, redact } = reader;
  const { url, fields, blocks, noArticle } = tried;
  return html`<p class="crumb"><a href="/sources/${encodeURIComponent(source.id)}"><bdi>${shown(source.name, 80)}</bdi></a></p>
    <h1>${say('try-url')}</h1>
    <p class="url" dir="ltr"><code>${redact(shown(url, 500))}</code></p>
    ${noArticle === undefined ? NOTHING : html`<p class="notice bad">${say('try-no-article')}: <span lang="en" dir="ltr">${shown(noArticle.kind, 60)}, ${redact(shown(noArticle.reason, 300))}</span></p>`}
    ${fields.length === 0 ? NOTHING : card(say('article'), fieldTable(reader, fields))}
    ${
      blocks.length === 0
        ? NOTHING
        : card(
            say('try-explained'),
            html`<ol class="blocks">${blocks
              .slice(0, BLOCKS_MOST)
              .map(
                ({ text, isKept, reason }) =>
                  html`<li class="${isKept ? 'kept' : 'removed'}"><span class="badge">${isKept ? say('try-kept') : say('try-removed')}</span> <span dir="auto">${shown(text, 400)}</span> <span class="muted" lang="en" dir="ltr">${shown(reason, 120)}</span></li>`,
              )}</ol>`,
          )
    }`;
}

function fieldTable({ say }: Reader, fields: TriedUrl['fields']): Html {
  return html`<div class="scroll"><table class="rows evidence">
    <thead><tr>${(['field', 'value', 'from', 'confidence'] as const).map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead>
    <tbody>${fields.map(
      ({ field, value, from, confidence }) => html`<tr>
        <th scope="row"><code dir="ltr">${shown(field, 60)}</code></th>
        <td data-label="${say('value')}"><span dir="auto">${shown(value, 600)}</span></td>
        <td data-label="${say('from')}"><code dir="ltr">${shown(from, 120)}</code></td>
        <td data-label="${say('confidence')}" class="number">${Math.round(confidence * 100)}%</td></tr>`,
    )}</tbody></table></div>`;
}
