import { html } from 'hono/html';
import { countOf, type Html, NOTHING, shown } from './html.ts';
import { linkTo, type Reader } from './page-reader.ts';
import type { Word } from './words/console-words.ts';

/** A part of a page under its own heading. */
export function card(
  title: string,
  content: Html,
  { lead, className = '', id = '' } = {} as {
    readonly lead?: string;
    readonly className?: string;
    readonly id?: string;
  },
): Html {
  return html`<section class="card ${className}" ${id === '' ? NOTHING : html`id="${id}"`}>
    <h2>${title}</h2>
    ${lead === undefined ? NOTHING : html`<p class="lead">${lead}</p>`}
    ${content}
  </section>`;
}

/** What stands where a list is empty. */
export function empty(text: string): Html {
  return html`<p class="empty">${text}</p>`;
}

/** A number with its name. */
export function figure(label: string, value: Html | string | number, kind = ''): Html {
  const text = typeof value === 'number' ? countOf(value) : value;
  return html`<div class="${kind}"><dt>${label}</dt><dd>${text}</dd></div>`;
}

/** A button that changes something: a form of its own, with what proves that it is ours. */
export function action(
  { say, token, role }: Reader,
  {
    to,
    word,
    fields = {},
    kind = '',
  }: {
    readonly to: string;
    readonly word: Word;
    readonly fields?: Readonly<Record<string, string>>;
    readonly kind?: string;
  },
): Html {
  if (role !== 'operator') return NOTHING;
  return html`<form class="action" method="post" action="${to}">
    <input type="hidden" name="token" value="${token}" />
    ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
    <button class="${kind}">${say(word)}</button>
  </form>`;
}

/** A choice of a filter; the first stands for all. */
export function choice(
  { query, say }: Reader,
  {
    name,
    label,
    options,
  }: {
    readonly name: string;
    readonly label: string;
    readonly options: readonly (readonly [value: string, text: string])[];
  },
): Html {
  const chosen = query.get(name) ?? '';
  return html`<label><span>${label}</span>
    <select name="${name}">
      <option value="">${say('all')}</option>
      ${options.map(([value, text]) => html`<option value="${value}" ${value === chosen ? html`selected` : NOTHING}>${shown(text, 60)}</option>`)}
    </select></label>`;
}

/** The field that is searched by. */
export function searchField({ query }: Reader, label: string): Html {
  return html`<label class="search"><span>${label}</span>
    <input type="search" name="q" maxlength="200" value="${query.get('q') ?? ''}" /></label>`;
}

/** One page of a list: what stands on it, and which it is. */
export interface ListPage<T> {
  readonly rows: readonly T[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** The page of a list that the query names; for a number out of range, the nearest page. */
export function pageOf<T>(rows: readonly T[], query: URLSearchParams, size: number): ListPage<T> {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const asked = Math.trunc(Number(query.get('page') ?? 1)) || 1;
  const page = Math.min(pages, Math.max(1, asked));
  return { rows: rows.slice((page - 1) * size, page * size), page, pages, total: rows.length };
}

/** Links to the page before and the page behind. */
export function pager(reader: Reader, { page, pages, total }: ListPage<unknown>): Html {
  const { say } = reader;
  if (pages <= 1) return NOTHING;
  return html`<nav class="pager" aria-label="${say('pages')}">
    ${page > 1 ? html`<a rel="prev" href="${linkTo(reader, { page: page - 1 })}">${say('previous')}</a>` : html`<span></span>`}
    <span>${page} ${say('of')} ${pages} <span class="muted">(${countOf(total)})</span></span>
    ${page < pages ? html`<a rel="next" href="${linkTo(reader, { page: page + 1 })}">${say('next')}</a>` : html`<span></span>`}
  </nav>`;
}

/** What was just done, or could not be. */
export function notice(text: string, kind: 'done' | 'bad' = 'done'): Html {
  return html`<p class="notice ${kind}" role="status">${text}</p>`;
}
