import { html } from 'hono/html';
import type { ArticleRecord } from '../../record/article.ts';
import { directionOf, type Html, NOTHING, shown, timeOf } from './html.ts';
import { card } from './page-parts.ts';
import type { Reader } from './page-reader.ts';

/** Members shown of a story: a wire text has dozens of copies. */
const MEMBERS_MOST = 60;

/** The members of a story in the order they were met; `here` is not a link. */
export function storyList(
  { say }: Reader,
  members: readonly ArticleRecord[],
  here: string | undefined,
): Html {
  return html`<ol class="members">${members.slice(0, MEMBERS_MOST).map(
    ({ id, source, story, headline, inLanguage, datePublished, dateFirstSeen }) => html`<li>
      ${
        id === here
          ? html`<b dir="${directionOf(inLanguage)}">${shown(headline, 160)}</b>`
          : html`<a dir="${directionOf(inLanguage)}" href="/articles/${encodeURIComponent(id)}">${shown(headline, 160)}</a>`
      }
      <span class="meta"><bdi>${shown(source.name, 80)}</bdi> ${timeOf(datePublished ?? dateFirstSeen)}
        <span class="badge ${story.role}">${say(`role-${story.role}`)}${story.role === 'original' ? '' : ` ${Math.round(story.similarity * 100)}%`}</span></span>
    </li>`,
  )}</ol>`;
}

/** A run of words that both texts have, or one of them. */
export interface TextPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** A story: its members, and two of its texts side by side. */
export interface StoryContent {
  readonly members: readonly ArticleRecord[];
  readonly left: ArticleRecord;
  readonly right?: ArticleRecord | undefined;
  /** From the left text to the right one. */
  readonly parts: readonly TextPart[];
}

/** One story. */
export function storyPage(reader: Reader, content: StoryContent): Html {
  const { say } = reader;
  const { members, left, right, parts } = content;
  return html`<p class="crumb"><a href="/articles">${say('articles')}</a></p>
    <h1>${say('story')}: <span dir="auto">${shown(left.headline, 200)}</span></h1>
    ${compareForm(reader, content)}
    ${
      right === undefined
        ? NOTHING
        : html`<section class="beside" aria-label="${say('copies-beside')}">
          ${side(
            reader,
            left,
            parts.filter(({ kind }) => kind !== 'added'),
          )}
          ${side(
            reader,
            right,
            parts.filter(({ kind }) => kind !== 'removed'),
          )}
        </section>`
    }
    ${card(say('story'), storyList(reader, members, undefined))}`;
}

function compareForm({ say }: Reader, { members, left, right }: StoryContent): Html {
  const select = (
    name: string,
    chosen: string | undefined,
  ): Html => html`<label><span>${say(name === 'from' ? 'before' : 'after')}</span>
    <select name="${name}">${members
      .slice(0, MEMBERS_MOST)
      .map(
        ({ id, source, story }) =>
          html`<option value="${id}" ${id === chosen ? html`selected` : NOTHING}>${shown(source.name, 60)} (${say(`role-${story.role}`)})</option>`,
      )}</select></label>`;
  return html`<form class="filters" method="get">
    ${select('from', left.id)} ${select('with', right?.id)} <button>${say('compare')}</button>
  </form>`;
}

function side({ say }: Reader, record: ArticleRecord, parts: readonly TextPart[]): Html {
  const { source, headline, story, inLanguage, id } = record;
  return html`<article class="card">
    <h2 dir="${directionOf(inLanguage)}"><a href="/articles/${encodeURIComponent(id)}">${shown(headline, 200)}</a></h2>
    <p class="meta"><bdi class="source">${shown(source.name, 80)}</bdi> ${timeOf(record.datePublished ?? record.dateFirstSeen)}
      <span class="badge ${story.role}">${say(`role-${story.role}`)}</span></p>
    <div class="body diff" dir="${directionOf(inLanguage)}">${paragraphs(parts).map(
      (line) =>
        html`<p>${line.map(({ kind, text }) => (kind === 'same' ? html`${shown(text, 20_000)}` : kind === 'added' ? html`<ins>${shown(text, 20_000)}</ins>` : html`<del>${shown(text, 20_000)}</del>`))}</p>`,
    )}</div>
  </article>`;
}

/** The parts line by line: a run of words may go over the end of a paragraph. */
function paragraphs(parts: readonly TextPart[]): TextPart[][] {
  const lines: TextPart[][] = [[]];
  for (const { kind, text } of parts) {
    for (const [index, piece] of text.split(/\n\n+/u).entries()) {
      if (index > 0) lines.push([]);
      // The space between two words is part of the first: `shown` keeps it.
      if (piece !== '') lines.at(-1)?.push({ kind, text: piece });
    }
  }
  return lines.filter((line) => line.length > 0);
}
