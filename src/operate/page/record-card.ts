import { html } from 'hono/html';
import type { ArticleRecord } from '../../record/article.ts';
import { evidenceOf } from './evidence.ts';
import { directionOf, type Html, NOTHING, shown, timeOf, webUrl } from './html.ts';
import { CREDIT_LABELS, ROLE_LABELS } from './labels.ts';

/** A record as a card of the list. */
export function recordCard(record: ArticleRecord): Html {
  return html`<li class="record" data-id="${record.id}">
    <h3 dir="${directionOf(record.inLanguage)}">${headline(record)}</h3>
    <p class="meta">
      <bdi class="source">${shown(record.source.name, 80)}</bdi>
      ${timeOf(record.datePublished ?? record.dateFirstSeen)}
      ${roleBadge(record)} ${changeBadge(record)} ${credits(record)} ${people(record)}
      ${record.dateline === undefined ? NOTHING : html`<bdi class="dateline">${shown(record.dateline, 60)}</bdi>`}
    </p>
    ${evidenceOf(record)}
  </li>`;
}

function headline({ url, headline: text }: ArticleRecord): Html {
  const target = webUrl(url);
  if (target === undefined) return html`${shown(text)}`;
  return html`<a href="${target}" target="_blank" rel="noopener noreferrer nofollow">${shown(text)}</a>`;
}

/** Originals carry no badge: they are the rule, copies are what the eye looks for. */
function roleBadge({ story }: ArticleRecord): Html {
  if (story.role === 'original') return NOTHING;
  const percent = `${Math.round(story.similarity * 100)}%`;
  return html`<span class="badge ${story.role}" title="${story.role}"
    >${ROLE_LABELS[story.role]} <span dir="ltr">${percent}</span></span
  >`;
}

function changeBadge({ change, revision }: ArticleRecord): Html {
  if (change === 'published') return NOTHING;
  const label = change === 'updated' ? `تحديث ${revision}` : 'سُحب';
  return html`<span class="badge ${change}" title="${change}">${label}</span>`;
}

function credits({ credit = [] }: ArticleRecord): Html[] {
  return credit
    .slice(0, NAMES_MOST)
    .map(
      ({ name, kind }) =>
        html`<span class="credit" title="${CREDIT_LABELS[kind]}"><bdi>${shown(name, 80)}</bdi></span>`,
    );
}

function people({ author = [] }: ArticleRecord): Html[] {
  return author
    .slice(0, NAMES_MOST)
    .map(({ name }) => html`<bdi class="author">${shown(name, 80)}</bdi>`);
}

/** Names shown of a list: a page that names more fills the line with them. */
const NAMES_MOST = 4;
