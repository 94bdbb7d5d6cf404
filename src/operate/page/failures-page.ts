import { html } from 'hono/html';
import type { DeadLetter } from '../operator-data.ts';
import { codeOf } from './error-classes.ts';
import { countOf, type Html, NOTHING, shown, timeOf, webUrl } from './html.ts';
import { action, choice, empty, pageOf, pager } from './page-parts.ts';
import type { Reader } from './page-reader.ts';
import { meaningIn } from './reason.ts';

/** Dead letters of one source and one cause. */
export interface FailureGroup {
  /** What the group is retried or discarded by. */
  readonly key: string;
  readonly owner: string;
  readonly code: string;
  readonly letters: readonly DeadLetter[];
}

/** Groups on one page, and letters shown of one. */
const PAGE_SIZE = 12;
const LETTERS_SHOWN = 3;

/** The dead letters that a query asks for, grouped by source or sink and by cause; the largest first. */
function groupFailures(letters: readonly DeadLetter[], query: URLSearchParams): FailureGroup[] {
  const [source, sink, code] = ['source', 'sink', 'code'].map((name) => query.get(name) ?? '');
  const groups = new Map<string, DeadLetter[]>();
  for (const letter of letters) {
    const isAsked =
      (!source || letter.source === source) &&
      (!sink || letter.sink === sink) &&
      (!code || codeOf(letter.reason) === code);
    if (!isAsked) continue;
    const key = groupKey(letter);
    groups.set(key, [...(groups.get(key) ?? []), letter]);
  }
  return [...groups]
    .map(([key, members]) => ({
      key,
      owner: ownerOf(members[0]),
      code: codeOf(members[0]?.reason ?? ''),
      letters: members.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1)),
    }))
    .toSorted((a, b) => b.letters.length - a.letters.length || (a.key < b.key ? -1 : 1));
}

/** The group that a letter belongs to. */
export function groupKey(letter: DeadLetter): string {
  return [letter.kind, ownerOf(letter), codeOf(letter.reason)].join(' ');
}

const ownerOf = (letter: DeadLetter | undefined): string => letter?.sink ?? letter?.source ?? '';

/** What the page of failures shows. */
export interface FailuresContent {
  readonly letters: readonly DeadLetter[];
  /** Names of sources by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

/** What could not be done: grouped, to be retried or discarded one by one or all of a kind. */
export function failuresPage(reader: Reader, { letters, names }: FailuresContent): Html {
  const { say, query } = reader;
  const groups = groupFailures(letters, query);
  const page = pageOf(groups, query, PAGE_SIZE);
  const count = groups.reduce((sum, group) => sum + group.letters.length, 0);
  const sources = [...new Set(letters.flatMap(({ source }) => source ?? []))];
  const codes = [...new Set(letters.map(({ reason }) => codeOf(reason)))];
  return html`<h1>${say('failures')} <span class="count">${countOf(count)}</span></h1>
    <p class="lead">${say('failures-lead')}</p>
    ${
      letters.length === 0
        ? NOTHING
        : html`<form class="filters" method="get" action="/failures" role="search">
          ${choice(reader, { name: 'source', label: say('source'), options: sources.map((id) => [id, names.get(id) ?? id]) })}
          ${choice(reader, { name: 'code', label: say('reason'), options: codes.map((code) => [code, meaningIn(reader, code)]) })}
          <button>${say('filter')}</button>
          ${query.size === 0 ? NOTHING : html`<a class="quiet" href="/failures">${say('clear')}</a>`}
        </form>`
    }
    ${page.total === 0 ? empty(say(letters.length === 0 ? 'no-failures' : 'no-match')) : NOTHING}
    ${page.rows.map((group) => groupCard(reader, group, names))} ${pager(reader, page)}`;
}

/** The code of a page that is there no more: no cause that an operator could mend. */
const GONE = 'GONE';

function groupCard(reader: Reader, group: FailureGroup, names: FailuresContent['names']): Html {
  const { say } = reader;
  const { key, owner, code, letters } = group;
  const { kind = 'page' } = letters[0] ?? {};
  const name = names.get(owner);
  const more = letters.length - LETTERS_SHOWN;
  return html`<section class="card failures">
    <div class="page-head">
      <h2>${
        name === undefined
          ? html`<bdi>${shown(owner, 60)}</bdi>`
          : html`<a href="/sources/${encodeURIComponent(owner)}"><bdi>${shown(name, 60)}</bdi></a>`
      } — ${meaningIn(reader, code)} <code dir="ltr">${shown(code, 40)}</code>
        <span class="count">${say(`kind-${kind}`)} ${countOf(letters.length)}</span></h2>
      <div class="actions">
        ${action(reader, { to: '/failures/retry', word: 'retry-all', fields: { group: key }, ...(code === GONE ? {} : { kind: 'primary' }) })}
        ${action(reader, { to: '/failures/discard', word: 'discard-all', fields: { group: key } })}
      </div>
    </div>
    ${code === GONE ? html`<p class="muted">${say('gone-note')}</p>` : NOTHING}
    <ul class="letters">${letters.slice(0, LETTERS_SHOWN).map((letter) => letterItem(reader, letter))}</ul>
    ${more > 0 ? html`<p class="muted">${say('and-more')} ${countOf(more)}</p>` : NOTHING}
  </section>`;
}

function letterItem(reader: Reader, { id, about = '', reason, at, source }: DeadLetter): Html {
  const { redact } = reader;
  const url = webUrl(about);
  const text = reason.slice(reason.indexOf(':') + 1);
  return html`<li>
    <div>
      <p class="url" dir="ltr">${url === undefined ? html`<bdi>${shown(about === '' ? (source ?? '') : about, 200)}</bdi>` : html`<a href="${url}" target="_blank" rel="noopener noreferrer nofollow">${redact(shown(decoded(url), 200))}</a>`}</p>
      <p class="muted"><span lang="en" dir="ltr">${redact(shown(text, 400))}</span> · ${timeOf(at)}</p>
    </div>
    <div class="actions">
      ${action(reader, { to: '/failures/retry', word: 'retry', fields: { id } })}
      ${action(reader, { to: '/failures/discard', word: 'discard', fields: { id } })}
    </div>
  </li>`;
}

/** A path in Arabic as people read it. */
function decoded(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
