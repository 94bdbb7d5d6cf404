import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (file: string): string =>
  readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const benchmarks = read('docs/benchmarks.md');

/** A section of a page, without its heading. */
function sectionOf(page: string, heading: string): string {
  const [, text = ''] = page.split(new RegExp(`^## ${heading}$`, 'mu'));
  return text.split(/^## /mu)[0] ?? '';
}

/** Numbers of a text as they are written; a number in an address or in code is no figure. */
const figuresIn = (text: string): string[] =>
  text.replaceAll(/`[^`]*`|\([^)]*\)/gu, '').match(/\d+(?:,\d{3})*(?:\.\d+)?/gu) ?? [];

const printed = new Set(figuresIn(benchmarks.replaceAll('`', ' ').replaceAll(/[()]/gu, ' ')));

it('quotes in README only figures that a bench printed', () => {
  const quoted = figuresIn(sectionOf(read('README.md'), 'Measured'));
  expect(quoted.length).toBeGreaterThan(5);
  expect(quoted.filter((figure) => !printed.has(figure))).toEqual([]);
});

it('quotes of the others only figures that the bench printed', () => {
  const [, table = ''] = /^(\| \| CPU s .*?)\n\n/msu.exec(read('docs/measured.md')) ?? [];
  const quoted = figuresIn(table);
  expect(quoted.length).toBeGreaterThan(30);
  expect(quoted.filter((figure) => !printed.has(figure))).toEqual([]);
});

it('shows in the page on scaling the table of machines as a bench printed it', () => {
  const rows = read('docs/scaling.md').match(/^\| [\d,]+ \|.*$/gmu) ?? [];
  expect(rows).toHaveLength(4);
  expect(rows.filter((row) => !benchmarks.includes(row))).toEqual([]);
});
