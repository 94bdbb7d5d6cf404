import { html } from 'hono/html';
import type { RouteEntry, VisitEntry } from '../../record/visit-entry.ts';
import { countOf, type Html, NOTHING, shown, timeOf } from './html.ts';
import type { Reader } from './page-reader.ts';
import { meaningIn } from './reason.ts';
import { spanIn } from './time.ts';

/** Visits and documents of one that are shown: what comes after says the same again. */
const VISITS_MOST = 10;
const ROUTES_MOST = 12;

/** The last visits, each with what its routes gave. */
export function visitTable(reader: Reader, visits: readonly VisitEntry[]): Html {
  const { say } = reader;
  return html`<div class="scroll"><table class="rows">
    <thead><tr>
      ${(['time', 'met', 'fresh', 'took', 'routes'] as const).map((word) => html`<th scope="col">${say(word)}</th>`)}
    </tr></thead>
    <tbody>${visits.slice(0, VISITS_MOST).map((visit) => visitRow(reader, visit))}</tbody>
  </table></div>`;
}

function visitRow(reader: Reader, { at, met, fresh, ms, reason, routes }: VisitEntry): Html {
  const { say } = reader;
  return html`<tr>
    <th scope="row">${timeOf(at)}</th>
    <td data-label="${say('met')}" class="number">${countOf(met)}</td>
    <td data-label="${say('fresh')}" class="number">${countOf(fresh)}</td>
    <td data-label="${say('took')}">${spanIn(reader, ms)}</td>
    <td data-label="${say('routes')}"><ul class="plain">${routes.slice(0, ROUTES_MOST).map((route) => routeItem(reader, route))}</ul>
      ${reason === undefined ? NOTHING : html`<p class="muted" lang="en" dir="ltr">${shown(reason, 200)}</p>`}</td>
  </tr>`;
}

function routeItem(reader: Reader, { kind, url, outcome, met, fresh, code }: RouteEntry): Html {
  const { say, redact } = reader;
  const gave =
    outcome === 'read'
      ? // The number behind the noun: before it Arabic asks for another form of the noun by number.
        `${say('met')}: ${met} · ${say('fresh')}: ${fresh}`
      : outcome === 'unchanged'
        ? say('route-unchanged')
        : meaningIn(reader, code ?? 'DEFECT');
  return html`<li class="route ${outcome}"><span class="kind" dir="ltr">${kind}</span>
    <bdi class="url" dir="ltr">${redact(shown(pathOf(url), 90))}</bdi> <span>${gave}</span></li>`;
}

/** All routes of a source are mostly of one host, which stands at the head of its page. */
function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { pathname, search } = new URL(url);
  try {
    return decodeURI(`${pathname}${search}`);
  } catch {
    return `${pathname}${search}`;
  }
}
