import { html } from 'hono/html';
import { plainText } from '../plain-text.ts';

/** A piece of the page; every value in it is escaped by `html`. */
export type Html = ReturnType<typeof html>;

/** A piece of the page that shows nothing. */
export const NOTHING: Html = html``;

/**
 * Text of a site as the page may show it: bidi overrides and controls are taken out, and the rest
 * is left to `html` to escape. `most` is in UTF-16 units.
 */
export function shown(text: string, most = 300): string {
  const plain = plainText(text.slice(0, 2 * most));
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
}

/** The URL where a browser may be sent to it; undefined for `javascript:`, `data:` and the like. */
export function webUrl(url: string): string | undefined {
  if (url.length > 2048 || !URL.canParse(url)) return undefined;
  return /^https?:$/u.test(new URL(url).protocol) ? url : undefined;
}

/** An instant: in UTC, in the reader's zone and in words where the script runs. */
export function timeOf(iso: string | undefined): Html {
  if (iso === undefined) return html`<span class="muted">—</span>`;
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) return html`<bdi>${shown(iso, 40)}</bdi>`;
  // Times of several zones stand beside each other: all are shown on one clock.
  const minute = new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
  return html`<time datetime="${iso}" dir="ltr">${minute}</time>`;
}

/** One form for both languages: the digits of the times beside it. */
const COUNT = new Intl.NumberFormat('en');

/** A count with its thousands set apart, in the digits of the times beside it. */
export function countOf(count: number): string {
  return COUNT.format(count);
}

/** Languages of news that are written from right to left, by their primary subtag (BCP 47). */
const RIGHT_TO_LEFT = /^(?:ar|fa|ur|ckb|ps|ug|he)\b/iu;

/**
 * The direction of a record's text: its language's. The first letter does not decide, for Arabic
 * headlines may begin with a Latin name.
 */
export function directionOf(language = 'ar'): 'rtl' | 'auto' {
  return RIGHT_TO_LEFT.test(language) ? 'rtl' : 'auto';
}
