import { html } from 'hono/html';
import type { ArticleRecord } from '../../record/article.ts';
import type { Change } from '../../record/change.ts';
import { evidenceTable } from './evidence.ts';
import { directionOf, type Html, NOTHING, shown, timeOf, webUrl } from './html.ts';
import { card, empty, figure } from './page-parts.ts';
import type { Reader } from './page-reader.ts';
import { storyList } from './story-page.ts';

/** What an article's page shows. */
export interface ArticleContent {
  /** All kept revisions, newest first; at least one. */
  readonly revisions: readonly [ArticleRecord, ...ArticleRecord[]];
  readonly story: readonly ArticleRecord[];
  /** Parts of others: its trace. */
  readonly extra?: readonly Html[];
}

/** Longest text of a body that is shown: a long read has 20,000 characters. */
const BODY_MOST = 40_000;

/** One article: its text, evidence, revisions and story. */
export function articlePage(
  reader: Reader,
  { revisions, story, extra = [] }: ArticleContent,
): Html {
  const { say } = reader;
  const [record] = revisions;
  return html`${head(reader, record)}
    <div class="grid article">
      ${card(say('body'), body(record))}
      <div class="stack">${factsCard(reader, record)}
        ${card(
          say('story'),
          story.length < 2
            ? empty(say('story-alone'))
            : html`${storyList(reader, story, record.id)}
              <p><a class="button" href="/stories/${encodeURIComponent(record.story.id)}?with=${encodeURIComponent(record.id)}">${say('copies-beside')}</a></p>`,
        )}</div>
    </div>
    ${card(say('evidence'), evidenceTable(reader, record), { lead: say('evidence-lead') })}
    ${card(say('revisions'), revisionList(reader, revisions))} ${extra}
    ${card(say('as-json'), html`<details><summary dir="ltr"><code>${shown(record.id)}</code></summary><pre dir="ltr" lang="en" tabindex="0">${shownJson(record)}</pre></details>`)}`;
}

/** The record as it is stored; the text stands above. */
function shownJson(record: ArticleRecord): string {
  return JSON.stringify({ ...record, articleBody: `${record.articleBody.slice(0, 200)}…` }, null, 1)
    .split('\n')
    .map((line) => shown(line, 400))
    .slice(0, 400)
    .join('\n');
}

function head({ say }: Reader, record: ArticleRecord): Html {
  const { headline, source, url, inLanguage, story, change, revision } = record;
  const target = webUrl(url);
  return html`<div class="page-head"><div>
    <p class="crumb"><a href="/articles">${say('articles')}</a></p>
    <h1 class="headline" dir="${directionOf(inLanguage)}">${shown(headline, 400)}</h1>
    <p class="meta">
      <a class="source" href="/sources/${encodeURIComponent(source.id)}"><bdi>${shown(source.name, 80)}</bdi></a>
      ${timeOf(record.datePublished ?? record.dateFirstSeen)}
      <span class="badge">${say(`role-${story.role}`)}</span>
      ${change === 'published' ? NOTHING : html`<span class="badge ${change}">${say(`change-${change}`)} ${revision}</span>`}
      ${target === undefined ? NOTHING : html`<a href="${target}" target="_blank" rel="noopener noreferrer nofollow">${say('read-on-site')}</a>`}
    </p></div></div>`;
}

function body({ articleBody, inLanguage }: ArticleRecord): Html {
  const paragraphs = articleBody.slice(0, BODY_MOST).split('\n\n');
  return html`<div class="body" dir="${directionOf(inLanguage)}" lang="${languageTag(inLanguage)}">${paragraphs.map((text) => html`<p>${shown(text, 20_000)}</p>`)}</div>`;
}

/** A language tag as HTML may carry it (BCP 47). */
const languageTag = (tag = 'ar'): string =>
  /^[A-Za-z]{2,8}(?:-[A-Za-z\d]{1,8})*$/u.test(tag) ? tag : 'ar';

function factsCard({ say }: Reader, record: ArticleRecord): Html {
  const {
    id,
    author = [],
    credit = [],
    articleSection = [],
    keywords = [],
    fetch,
    rights,
  } = record;
  const names = (list: readonly string[]): Html =>
    html`<bdi>${shown(list.slice(0, 12).join('، '), 400)}</bdi>`;
  return card(
    say('article'),
    html`<dl class="facts stacked">
      ${figure(say('date-published'), html`${timeOf(record.datePublished)} ${record.datePublished === undefined ? NOTHING : html`<code dir="ltr">${shown(record.datePublished, 40)}</code>`}`)}
      ${record.dateModified === undefined ? NOTHING : figure(say('date-modified'), timeOf(record.dateModified))}
      ${figure(say('date-first-seen'), timeOf(record.dateFirstSeen))}
      ${author.length === 0 ? NOTHING : figure(say('author'), names(author.map(({ name }) => name)))}
      ${credit.length === 0 ? NOTHING : figure(say('credit'), html`${credit.slice(0, 6).map(({ name, kind }) => html`<bdi>${shown(name, 80)}</bdi> <span class="muted">${say(`credit-${kind}`)}</span> `)}`)}
      ${record.dateline === undefined ? NOTHING : figure(say('dateline'), names([record.dateline]))}
      ${articleSection.length === 0 ? NOTHING : figure(say('section'), names(articleSection))}
      ${keywords.length === 0 ? NOTHING : figure(say('keywords'), names(keywords))}
      ${figure(say('words'), record.wordCount)}
      ${figure(say('fetched'), html`<span dir="ltr">${fetch.via} ${fetch.status}, ${Math.round(fetch.ms)} ms</span>`)}
      ${figure(say('rights'), html`<span dir="ltr">robots ${rights.robots}${rights.aiOptOut ? ', AI opt-out' : ''}${rights.paywalled ? ', paywall' : ''}</span>`)}
      ${figure(say('id'), html`<code dir="ltr">${shown(id)}</code>`)}
    </dl>`,
  );
}

function revisionList(reader: Reader, revisions: readonly ArticleRecord[]): Html {
  const { say } = reader;
  if (revisions.length < 2) return empty(say('one-revision'));
  return html`<ol class="revisions">${revisions.map(
    ({ revision, change, changes = [], changed = [], correction, fetch, inLanguage }) => html`<li>
      <p><b>${say('revision')} ${revision}</b> <span class="badge ${change}">${say(`change-${change}`)}</span> ${timeOf(fetch.at)}
        ${changes.length === 0 ? html`<span class="muted" dir="ltr">${changed.join(', ')}</span>` : NOTHING}</p>
      ${correction === undefined ? NOTHING : html`<p><b>${say('correction')}:</b> <bdi>${shown(correction, 500)}</bdi></p>`}
      ${changes.map((one) => changeItem(reader, one, directionOf(inLanguage)))}
    </li>`,
  )}</ol>`;
}

function changeItem({ say }: Reader, change: Change, dir: string): Html {
  switch (change.kind) {
    case 'headline':
      return html`<p class="diff" dir="${dir}">${change.diff.map(({ kind, text }) => marked(kind, text))}</p>`;
    case 'body':
      return html`<div class="diff" dir="${dir}">${change.sentences.map(
        ({ removed, added }) =>
          html`<p>${removed === undefined ? NOTHING : marked('removed', removed)} ${added === undefined ? NOTHING : marked('added', added)}</p>`,
      )}${change.more === undefined ? NOTHING : html`<p class="muted">${say('and-more')} ${change.more}</p>`}</div>`;
    case 'date':
      return html`<p class="diff" dir="ltr">${marked('removed', change.before ?? '—')} ${marked('added', change.after ?? '—')}</p>`;
    case 'author':
      return html`<p class="diff">${marked('removed', change.before.join('، '))} ${marked('added', change.after.join('، '))}</p>`;
    case 'correction':
      return html`<p><b>${say('correction')}:</b> <bdi>${shown(change.note, 500)}</bdi></p>`;
    case 'withdrawn':
      return html`<p>${say('change-withdrawn')}</p>`;
    case 'field':
      return html`<p class="muted"><code dir="ltr">${shown(change.field, 60)}</code></p>`;
  }
}

/** A part of a text, marked where it came or left; a screen reader says which. */
export function marked(kind: 'same' | 'added' | 'removed', text: string): Html {
  const plain = shown(text, 20_000);
  if (kind === 'same' || plain === '') return html`${plain}`;
  return kind === 'added' ? html`<ins>${plain}</ins>` : html`<del>${plain}</del>`;
}
