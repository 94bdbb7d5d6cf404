import { html } from 'hono/html';
import { type Condition, WORST_FIRST } from '../condition.ts';
import type { FileFault } from '../console-data.ts';
import { countOf, type Html, NOTHING, shown, timeOf } from './html.ts';
import { choice, empty, pageOf, pager, searchField } from './page-parts.ts';
import type { Reader } from './page-reader.ts';
import { reasonIn } from './reason.ts';
import { chooseSources, type JudgedSource, SORTS } from './source-choice.ts';

/** Sources on one page: three screens, and with the fonts under 150 KB. */
const PAGE_SIZE = 40;

/** What the page of sources shows. */
export interface SourcesContent {
  readonly sources: readonly JudgedSource[];
  readonly fileFaults: readonly FileFault[];
}

/** The sources: searched, filtered, sorted, in pages; the worst first unless asked otherwise. */
export function sourcesPage(reader: Reader, { sources, fileFaults }: SourcesContent): Html {
  const { say, query } = reader;
  const chosen = chooseSources(sources, query);
  const page = pageOf(chosen, query, PAGE_SIZE);
  return html`<h1>${say('sources')} <span class="count">${countOf(chosen.length)}</span></h1>
    ${stateTabs(reader, sources)} ${filterForm(reader, sources)} ${faultList(reader, fileFaults)}
    ${
      chosen.length === 0
        ? empty(say(sources.length === 0 ? 'no-sources' : 'no-match'))
        : sourceTable(reader, page.rows)
    }
    ${pager(reader, page)}`;
}

/** How many sources are in which state, each a way to them. */
function stateTabs({ say, query }: Reader, sources: readonly JudgedSource[]): Html {
  const chosen = query.get('state') ?? '';
  const tab = (state: string, text: string, count: number): Html =>
    html`<a class="tab ${state}" href="/sources${state === '' ? '' : `?state=${state}`}" ${state === chosen ? html`aria-current="true"` : NOTHING}>${state === '' ? NOTHING : html`<span class="dot" aria-hidden="true"></span>`}${text} <b>${countOf(count)}</b></a>`;
  return html`<nav class="tabs" aria-label="${say('state')}">
    ${tab('', say('all'), sources.length)}
    ${WORST_FIRST.map((state) =>
      tab(
        state,
        say(`condition-${state}`),
        sources.filter(({ condition }) => condition === state).length,
      ),
    )}
  </nav>`;
}

function filterForm(reader: Reader, sources: readonly JudgedSource[]): Html {
  const { say, query } = reader;
  const countries = [...new Set(sources.flatMap(({ country }) => country ?? []))].toSorted();
  const tags = [...new Set(sources.flatMap(({ tags = [] }) => tags))].toSorted();
  const state = query.get('state');
  return html`<form class="filters" method="get" action="/sources" role="search">
    ${state === null ? NOTHING : html`<input type="hidden" name="state" value="${state}" />`}
    ${searchField(reader, say('search-sources'))}
    ${choice(reader, { name: 'country', label: say('country'), options: countries.map((code) => [code, countryIn(reader, code)]) })}
    ${tags.length === 0 ? NOTHING : choice(reader, { name: 'tag', label: say('tag'), options: tags.map((tag) => [tag, tag]) })}
    <label><span>${say('sort')}</span>
      <select name="sort">
        ${SORTS.map((sort) => html`<option value="${sort}" ${sort === (query.get('sort') ?? 'worst') ? html`selected` : NOTHING}>${say(`sort-${sort}`)}</option>`)}
      </select></label>
    <button>${say('filter')}</button>
    ${query.size === 0 ? NOTHING : html`<a class="quiet" href="/sources">${say('clear')}</a>`}
  </form>`;
}

const regionsIn = (language: string): Intl.DisplayNames =>
  new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
const REGIONS = { ar: regionsIn('ar'), en: regionsIn('en') };

/** The name of a country in the reader's language (CLDR). */
export function countryIn({ language }: Reader, code: string): string {
  return /^[A-Z]{2}$/u.test(code) ? (REGIONS[language].of(code) ?? code) : code;
}

/** The files that cannot be taken, each with file, line and what is wrong; nothing where all are good. */
export function faultList({ say, redact }: Reader, faults: readonly FileFault[]): Html {
  if (faults.length === 0) return NOTHING;
  return html`<section class="alarm">
    <h2>${say('broken-files')} <span class="count">${countOf(faults.length)}</span></h2>
    <p>${say('broken-files-lead')}</p>
    <ul class="plain">${faults.slice(0, PAGE_SIZE).map(({ message }) => html`<li dir="ltr" lang="en"><code>${redact(shown(message, 600))}</code></li>`)}</ul>
  </section>`;
}

function sourceTable(reader: Reader, rows: readonly JudgedSource[]): Html {
  const { say } = reader;
  const heads = ['source', 'state', 'last-day', 'last-visit', 'next-visit'] as const;
  return html`<div class="scroll"><table class="rows">
    <thead><tr>${heads.map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => sourceRow(reader, row))}</tbody>
  </table></div>`;
}

function sourceRow(reader: Reader, source: JudgedSource): Html {
  const { say, redact } = reader;
  const { id, name, country, condition, reason, health, lastDay } = source;
  return html`<tr class="${condition}">
    <th scope="row"><a href="/sources/${encodeURIComponent(id)}"><bdi>${shown(name, 80)}</bdi></a>
      <span class="under"><bdi>${shown(id, 60)}</bdi>${country === undefined ? '' : ` · ${countryIn(reader, country)}`}</span></th>
    <td data-label="${say('state')}"><span class="state">${stateMark(reader, condition)}</span>
      ${reason === undefined ? NOTHING : html`<span class="under">${redact(reasonIn(reader, reason))}</span>`}</td>
    <td data-label="${say('last-day')}" class="number">${countOf(lastDay)}</td>
    <td data-label="${say('last-visit')}">${timeOf(health.lastVisit)}</td>
    <td data-label="${say('next-visit')}">${timeOf(source.enabled ? health.nextVisit : undefined)}</td>
  </tr>`;
}

/** The state as a dot with its word. */
export function stateMark({ say }: Reader, condition: Condition): Html {
  return html`<span class="mark-state ${condition}"><span class="dot" aria-hidden="true"></span>${say(`condition-${condition}`)}</span>`;
}
