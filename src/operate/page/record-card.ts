import { html } from 'hono/html';
import type { ArticleRecord } from '../../record/article.ts';
import { directionOf, type Html, NOTHING, shown, timeOf, webUrl } from './html.ts';
import type { Say } from './words/console-words.ts';

/** Names shown of a list: a page that names more fills the line with them. */
const NAMES_MOST = 4;

/** A record as an item of the live list. */
export function recordCard(say: Say, record: ArticleRecord): Html {
  const { id, source, headline, inLanguage, url } = record;
  const target = webUrl(url);
  return html`<li class="record" data-id="${id}">
    <h2 dir="${directionOf(inLanguage)}"><a href="/articles/${encodeURIComponent(id)}">${shown(headline)}</a></h2>
    <p class="meta">
      <a class="source" href="/sources/${encodeURIComponent(source.id)}"><bdi>${shown(source.name, 80)}</bdi></a>
      ${timeOf(record.datePublished ?? record.dateFirstSeen)}
      ${roleBadge(say, record)} ${changeBadge(say, record)} ${credits(say, record)} ${people(record)}
      ${target === undefined ? NOTHING : html`<a class="muted" href="${target}" target="_blank" rel="noopener noreferrer nofollow">${say('read-on-site')}</a>`}
    </p>
  </li>`;
}

/** Originals carry no badge: they are the rule, copies are what the eye looks for. */
function roleBadge(say: Say, { story }: ArticleRecord): Html {
  if (story.role === 'original') return NOTHING;
  return html`<span class="badge ${story.role}">${say(`role-${story.role}`)} <span dir="ltr">${Math.round(story.similarity * 100)}%</span></span>`;
}

function changeBadge(say: Say, { change, revision }: ArticleRecord): Html {
  if (change === 'published') return NOTHING;
  return html`<span class="badge ${change}">${say(`change-${change}`)} ${revision}</span>`;
}

function credits(say: Say, { credit = [] }: ArticleRecord): Html[] {
  return credit
    .slice(0, NAMES_MOST)
    .map(
      ({ name, kind }) =>
        html`<span class="credit" title="${say(`credit-${kind}`)}">${say('credit')} <bdi>${shown(name, 80)}</bdi></span>`,
    );
}

function people({ author = [] }: ArticleRecord): Html[] {
  return author
    .slice(0, NAMES_MOST)
    .map(({ name }) => html`<bdi class="author">${shown(name, 80)}</bdi>`);
}
