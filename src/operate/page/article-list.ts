import { html } from 'hono/html';
import type { ArticleLine, ArticleSearch } from '../operator-data.ts';
import { countOf, directionOf, type Html, NOTHING, shown, timeOf } from './html.ts';
import { choice, empty, pageOf, pager, searchField } from './page-parts.ts';
import type { Reader } from './page-reader.ts';
import { countryIn } from './sources-page.ts';

/** Lines on one page. */
const PAGE_SIZE = 50;

/** What the page of articles shows. */
export interface ArticlesContent {
  readonly search: ArticleSearch;
  readonly sources: readonly {
    readonly id: string;
    readonly name: string;
    readonly country?: string;
  }[];
}

/** The records: searched, filtered, in pages, the newest first. */
export function articlesPage(reader: Reader, { search, sources }: ArticlesContent): Html {
  const { say, query } = reader;
  const page = pageOf(search.lines, query, PAGE_SIZE);
  const isPartly = search.read < search.all;
  return html`<h1>${say('articles')} <span class="count">${countOf(search.lines.length)}</span></h1>
    <p class="lead">${say('index-lead')} ${countOf(search.all)}${isPartly ? html`. <b>${say('index-reading')} ${countOf(search.read)}</b>` : NOTHING}</p>
    ${filterForm(reader, sources)}
    ${
      page.total === 0
        ? empty(say(search.all === 0 ? 'no-articles' : 'no-match'))
        : articleTable(reader, page.rows, { isOfOne: false })
    }
    ${pager(reader, page)}`;
}

const { compare: byName } = new Intl.Collator('ar');

/** With more sources the list is too long to choose from: the page of each source leads to its articles. */
const CHOICES_MOST = 100;

function filterForm(reader: Reader, sources: ArticlesContent['sources']): Html {
  const { say, query } = reader;
  const countries = [...new Set(sources.flatMap(({ country }) => country ?? []))].toSorted();
  const roles = ['original', 'copy', 'abridged', 'expanded'] as const;
  const changes = ['published', 'updated', 'merged', 'withdrawn'] as const;
  const chosen = query.get('source');
  const named = sources
    .filter(({ id }) => sources.length <= CHOICES_MOST || id === chosen)
    .map(({ id, name }) => [id, name] as const)
    .toSorted(([, a], [, b]) => byName(a, b));
  return html`<form class="filters" method="get" action="/articles" role="search">
    ${searchField(reader, say('search-articles'))}
    ${named.length === 0 ? NOTHING : choice(reader, { name: 'source', label: say('source'), options: named })}
    ${choice(reader, { name: 'country', label: say('country'), options: countries.map((code) => [code, countryIn(reader, code)]) })}
    ${choice(reader, { name: 'role', label: say('role'), options: roles.map((role) => [role, say(`role-${role}`)]) })}
    ${choice(reader, { name: 'change', label: say('change'), options: changes.map((one) => [one, say(`change-${one}`)]) })}
    <button>${say('search')}</button>
    ${query.size === 0 ? NOTHING : html`<a class="quiet" href="/articles">${say('clear')}</a>`}
  </form>`;
}

/** Records, a line each. */
export function articleTable(
  reader: Reader,
  lines: readonly ArticleLine[],
  { isOfOne }: { readonly isOfOne: boolean },
): Html {
  return html`<ul class="lines">${lines.map((line) => articleItem(reader, line, isOfOne))}</ul>`;
}

function articleItem({ say }: Reader, line: ArticleLine, isOfOne: boolean): Html {
  const { id, headline, language, source, role, change, revision, similarity } = line;
  return html`<li>
    <a class="headline" dir="${directionOf(language)}" href="/articles/${encodeURIComponent(id)}">${shown(headline, 200)}</a>
    <span class="meta">
      ${isOfOne ? NOTHING : html`<bdi class="source">${shown(source.name, 80)}</bdi>`}
      ${timeOf(line.datePublished ?? new Date(line.at).toISOString())}
      ${role === 'original' ? NOTHING : html`<span class="badge">${say(`role-${role}`)} ${Math.round(similarity * 100)}%</span>`}
      ${change === 'published' ? NOTHING : html`<span class="badge ${change}">${say(`change-${change}`)}${revision > 1 ? ` ${revision}` : ''}</span>`}
    </span>
  </li>`;
}
