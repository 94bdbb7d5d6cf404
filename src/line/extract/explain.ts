import type { Evidence } from '../../record/evidence.ts';
import { escapeHtml } from '../../record/html-escape.ts';
import type { NoArticle, Reading } from '../../record/reading.ts';
import type { Document } from './document.ts';

/** Longest text of a block that the view shows, in UTF-16 units. */
const SHOWN_LENGTH = 600;

/** What became of a block in the view. */
interface Fate {
  readonly state: 'kept' | 'removed' | 'outside';
  readonly reason: string;
}

/**
 * A page of HTML, on its own and without script, that shows the blocks of a page with kept and
 * removed marked, the reason of each, and the evidence of each field. Every text is escaped.
 */
export function explainHtml(document: Document, reading: Reading | NoArticle): string {
  const fates = fatesOf(reading);
  const rows = document.blocks.map((block) => {
    const { state, reason } = fates.get(block.index) ?? OUTSIDE;
    const text = escapeHtml(block.text.slice(0, SHOWN_LENGTH));
    return `<tr class="${state}"><td>${block.index}</td><td>${escapeHtml(block.tag)}</td><td dir="auto">${text}</td><td>${escapeHtml(reason)}</td></tr>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(document.url)}</title><style>${STYLE}</style></head>
<body><h1>${escapeHtml(document.url)}</h1>
${reading.kind === 'article' ? fieldTable(reading) : `<p>No article: ${escapeHtml(reading.kind)}, ${escapeHtml(reading.reason)}</p>`}
<table><tr><th>#</th><th>in</th><th>text</th><th>why</th></tr>
${rows.join('\n')}
</table></body></html>
`;
}

/** What became of a block of a page. */
export interface BlockFate {
  readonly text: string;
  readonly isKept: boolean;
  /** Why it was left out, in one word or a selector. */
  readonly reason: string;
}

/** The blocks of a page that the reader looked at, in order, with what became of each. */
export function explainBlocks(document: Document, reading: Reading | NoArticle): BlockFate[] {
  const fates = fatesOf(reading);
  return document.blocks.flatMap(({ index, text }) => {
    const { state, reason } = fates.get(index) ?? OUTSIDE;
    const isShown = state !== 'outside' && text !== '';
    return isShown ? [{ text: text.slice(0, SHOWN_LENGTH), isKept: state === 'kept', reason }] : [];
  });
}

const OUTSIDE: Fate = { state: 'outside', reason: '' };

const STYLE =
  'body{font:14px sans-serif;margin:2em}table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #ccc;padding:3px 6px;vertical-align:top;text-align:start}.kept{background:#e3f6e3}.removed{background:#fbe3e3}.outside{color:#777}';

function fatesOf({ blocks }: Reading | NoArticle): ReadonlyMap<number, Fate> {
  const fates = new Map<number, Fate>();
  for (const index of blocks?.kept ?? []) fates.set(index, { state: 'kept', reason: 'text' });
  for (const { block, reason } of blocks?.removed ?? [])
    fates.set(block, { state: 'removed', reason });
  if (blocks?.headline !== undefined)
    fates.set(blocks.headline, { state: 'kept', reason: 'headline' });
  return fates;
}

function fieldTable(reading: Reading): string {
  const rows = Object.entries(reading).flatMap(([field, value]) =>
    hasEvidence(value) ? [fieldRow(field, value)] : [],
  );
  const dates = reading.dates.map(
    ({ role, text, from, confidence }) =>
      `<tr><td>date ${role}</td><td dir="auto">${escapeHtml(text)}</td><td>${escapeHtml(from)}</td><td>${confidence}</td><td></td></tr>`,
  );
  return `<table><tr><th>field</th><th>value</th><th>from</th><th>confidence</th><th>note</th></tr>
${[...rows, ...dates].join('\n')}
</table>`;
}

interface Evident {
  readonly value: unknown;
  readonly evidence: Evidence;
}

function hasEvidence(value: unknown): value is Evident {
  return typeof value === 'object' && value !== null && 'evidence' in value;
}

function fieldRow(field: string, { value, evidence }: Evident): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `<tr><td>${escapeHtml(field)}</td><td dir="auto">${escapeHtml(text.slice(0, SHOWN_LENGTH))}</td><td>${escapeHtml(evidence.from)}</td><td>${evidence.confidence}</td><td>${escapeHtml(evidence.note ?? '')}</td></tr>`;
}
