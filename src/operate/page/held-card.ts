import { html } from 'hono/html';
import type { HeldLine, ReadingCount, RepairView } from '../operator-data.ts';
import { changeView } from './file-view.ts';
import { countOf, type Html, NOTHING, shown, timeOf, webUrl } from './html.ts';
import { action, card } from './page-parts.ts';
import type { Reader } from './page-reader.ts';

/** Held readings that are shown: of a changed template they are all alike. */
const HELD_SHOWN = 8;

/** What is held back of a source whose template changed, and the ways on. */
export function heldCard(reader: Reader, id: string, held: readonly HeldLine[]): Html {
  const { say } = reader;
  const path = `/sources/${encodeURIComponent(id)}`;
  const more = held.length - HELD_SHOWN;
  return card(
    `${say('held')} (${countOf(held.length)})`,
    html`<div class="actions">
        ${action(reader, { to: `${path}/repair`, word: 'propose-repair', kind: 'primary' })}
        ${action(reader, { to: `${path}/held/retry`, word: 'held-retry' })}
        ${action(reader, { to: `${path}/held/release`, word: 'held-release' })}
        ${action(reader, { to: `${path}/held/discard`, word: 'discard-all' })}
      </div>
      <ul class="letters">${held.slice(0, HELD_SHOWN).map((one) => heldItem(reader, one))}</ul>
      ${more > 0 ? html`<p class="muted">${say('and-more')} ${countOf(more)}</p>` : NOTHING}`,
    { lead: say('held-lead'), className: 'bad', id: 'held' },
  );
}

function heldItem({ redact }: Reader, { url, at, signs, headline, reason }: HeldLine): Html {
  const target = webUrl(url);
  const title = shown(headline ?? reason ?? url, 200);
  return html`<li><div>
    <p dir="auto">${target === undefined ? title : html`<a href="${target}" target="_blank" rel="noopener noreferrer nofollow">${redact(title)}</a>`}</p>
    <p class="muted"><span lang="en" dir="ltr">${shown(signs.join(', '), 200)}</span> ${timeOf(at)}</p>
  </div></li>`;
}

/** A repair that is proposed: the change of the file, and how pages are read before and after. */
export function repairPage(
  reader: Reader,
  {
    source,
    repair,
  }: {
    readonly source: { readonly id: string; readonly name: string };
    readonly repair: RepairView | undefined;
  },
): Html {
  const { say } = reader;
  const path = `/sources/${encodeURIComponent(source.id)}`;
  const crumb = html`<p class="crumb"><a href="${path}"><bdi>${shown(source.name, 80)}</bdi></a></p>
    <h1>${say('proposed-repair')}</h1>`;
  if (!repair) return html`${crumb}<p class="empty">${say('no-repair')}</p>`;
  const { change, version, digest, before, after } = repair;
  return html`${crumb}<p class="lead">${say('repair-lead')}</p>
    ${changeView(reader, change, 'proposed-repair')}
    ${card(say('read-before-after'), scoreTable(reader, before, after))}
    <div class="actions">${action(reader, { to: `${path}/repair/apply`, word: 'apply-repair', fields: { version, digest }, kind: 'primary' })}</div>`;
}

const percent = (share: number | undefined): string =>
  share === undefined ? '—' : `${Math.round(share * 100)}%`;

function scoreTable({ say }: Reader, before: ReadingCount, after: ReadingCount): Html {
  const rows = [
    [say('repair-articles'), (of: ReadingCount) => `${of.articles} / ${of.pages}`],
    [say('repair-words'), (of: ReadingCount) => countOf(of.words)],
    [say('repair-headline'), (of: ReadingCount) => percent(of.headline)],
    [say('repair-text'), (of: ReadingCount) => percent(of.text)],
    [say('date-published'), (of: ReadingCount) => countOf(of.dates)],
    [say('author'), (of: ReadingCount) => countOf(of.authors)],
  ] as const;
  return html`<table class="small scores">
    <thead><tr><td></td><th scope="col">${say('before')}</th><th scope="col">${say('after')}</th></tr></thead>
    <tbody>${rows.map(
      ([label, text]) =>
        html`<tr><th scope="row">${label}</th><td class="number" dir="ltr">${text(before)}</td><td class="number" dir="ltr">${text(after)}</td></tr>`,
    )}</tbody></table>`;
}
