import { load } from 'cheerio/slim';
import { escapeText } from '../../sites/markup.ts';
import type { GoldPage } from './gold.ts';
import { marsad } from './marsad.ts';
import { type Measured, medianMs, quantile } from './measure.ts';

/** Sizes that a page is grown to, in thousands of UTF-16 units. */
const SIZES = [50, 100, 250, 500, 1000, 2000];

/** Bounds of the groups in which the ratio to the parser is printed, in UTF-16 units. */
const GROUPS = [0, 15_000, 30_000, 60_000, Number.POSITIVE_INFINITY];

/** Prints the ratio to the parser by size of the page: the fixed part weighs on small pages. */
export function printRatios(measured: readonly Measured[], parse: readonly number[]): void {
  const cells = GROUPS.slice(1).flatMap((to, index) => {
    const from = GROUPS[index] ?? 0;
    const ratios = measured.flatMap(({ page, ms }, at) =>
      page.html.length >= from && page.html.length < to ? [ms / (parse[at] ?? ms)] : [],
    );
    if (ratios.length === 0) return [];
    const bound = Number.isFinite(to) ? `–${to / 1000}` : '+';
    return [`${from / 1000}${bound} KB: ${quantile(ratios, 0.5).toFixed(2)} (${ratios.length})`];
  });
  console.log(`  × slim by size of the page (pages): ${cells.join('   ')}`);
}

/**
 * Times the reader on pages grown to given sizes, by paragraphs of text and by teasers around it:
 * whether its time is linear in the page's size.
 */
export async function printGrowth(pages: readonly GoldPage[]): Promise<void> {
  const texts = pages.flatMap(({ body = '' }) => body.split('\n\n'));
  console.log('\ngrown pages: ms, × slim');
  console.log(`  ${'KB'.padEnd(8)}${'a long text'.padStart(18)}${'many teasers'.padStart(18)}`);
  for (const size of SIZES) {
    const cells: string[] = [];
    // One after the other: side by side each would be timed with the other's work.
    for (const grow of [longText, manyTeasers]) cells.push(await timeOf(grow(texts, size * 1000)));
    console.log(`  ${String(size).padEnd(8)}${cells.map((cell) => cell.padStart(18)).join('')}`);
  }
}

async function timeOf(html: string): Promise<string> {
  const context = { url: 'https://grown.test/a/1', site: 'grown', zone: 'UTC' };
  const read = await medianMs(() => marsad.read(html, context));
  const parse = await medianMs(() => load(html));
  return `${read.toFixed(1)}  ${(read / parse).toFixed(2)}`;
}

/** Paragraphs one after the other until the size is reached, each with its number: none repeats. */
function longText(texts: readonly string[], size: number): string {
  return shell(
    fill(texts, size, (text, at) => `<p>${escapeText(text)} (${at}) وتابع.</p>\n`),
    '',
  );
}

function manyTeasers(texts: readonly string[], size: number): string {
  const teaser = (text: string, at: number): string =>
    `<div class="col-md-4"><article class="card"><a href="/a/${at}"><img src="/t/${at}.jpg" alt=""></a><h3 class="card-title"><a href="/a/${at}">${escapeText(text.slice(0, 60))} ${at}</a></h3><span class="date">منذ ${at} ساعات</span><p>${escapeText(text.slice(0, 160))}</p></article></div>\n`;
  const text = texts.slice(0, 12).map((one) => `<p>${escapeText(one)}</p>`);
  return shell(text.join('\n'), fill(texts, size, teaser));
}

function fill(
  texts: readonly string[],
  size: number,
  markup: (text: string, at: number) => string,
): string {
  const parts: string[] = [];
  for (let at = 0, length = 0; length < size; at += 1) {
    const part = markup(texts[at % texts.length] ?? '', at);
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

function shell(text: string, around: string): string {
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>سوق الجمعة يعود إلى ساحته القديمة</title></head><body><header><nav><a href="/">الرئيسية</a></nav></header><main><h1>سوق الجمعة يعود إلى ساحته القديمة</h1><div class="content">${text}</div></main><section class="more">${around}</section></body></html>`;
}
