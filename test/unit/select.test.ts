import { parseDocument } from 'htmlparser2';
import { expect, it } from 'vitest';
import { SelectorCostError } from '../../src/errors.ts';
import { selectBounded } from '../../src/select.ts';

const PROSE = '<p>رُفعت أعمال الصيانة عن الجسر القديم.</p>';

it.each([
  ['p', 4],
  ['.a > p', 1],
  ['.a p, #b p', 2],
  ['h2 ~ p', 2],
  ['h2 + p', 1],
  ['p:nth-last-child(1)', 3],
  ['div:has(i)', 1],
  ['p:contains("الجسر")', 4],
  ['p:not(.a p)', 3],
  ['aside', 0],
  ['.missing > p', 0],
  ['.missing p, .a > p', 1],
  ['.missing, h2 + p', 1],
])('finds with %s', (selector, count) => {
  const root = parseDocument(
    `<div class="a">${PROSE}</div><div id="b"><i>${PROSE}</i></div><h2></h2>${PROSE}${PROSE}`,
  );
  expect(selectBounded(root, selector)).toHaveLength(count);
});

const flat = (length: number): string => '<p>س</p>'.repeat(length);
const deep = (length: number): string => `${'<div>'.repeat(length)}س`;

it.each([
  ['h6 ~ p ~ p ~ p', flat(20_000)],
  ['p:nth-last-child(3n+1)', flat(20_000)],
  ['p:NTH-LAST-OF-TYPE(2n)', flat(20_000)],
  ['h6 ~ p + p ~ p, h6 ~ p', flat(20_000)],
  ['div:has(h6)', deep(6000)],
  ['div:HAS(h6)', deep(6000)],
  ['div:h\\61s(h6)', deep(6000)],
  ['p:not(:has(~ h6))', flat(20_000)],
  ['div:icontains("ص")', `${'<div>'.repeat(2000)}${'س '.repeat(80_000)}`],
])('ends %s on a page that is made for it', (selector, html) => {
  const root = parseDocument(html);
  const cpu = process.cpuUsage();
  expect(() => selectBounded(root, selector)).toThrow(SelectorCostError);
  const { user, system } = process.cpuUsage(cpu);
  // Unbounded, each of them takes from ten seconds to hours.
  expect((user + system) / 1000).toBeLessThan(4000);
});

it('counts the steps of all selectors of a page together', () => {
  const root = parseDocument(flat(100));
  expect(selectBounded(root, 'p', 1000)).toHaveLength(100);
  expect(() => {
    for (let turn = 0; turn < 20; turn += 1) selectBounded(root, 'p', 1000);
  }).toThrow(SelectorCostError);
});
