import { expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { HEADLINE, MAKES, makePage, OWN_LINES, PARAGRAPHS } from './page-makes.ts';

const solid = (text: string): string => text.replace(/\s+/gu, '');

it.each(MAKES)('%s: the text, whole and nothing else', (name) => {
  const reading = readArticle(parseDocument(makePage(name), 'https://nakhil.test/a'), { crawlers });
  if (reading.kind !== 'article') throw new RangeError(`${reading.kind}: ${reading.reason}`);
  expect(reading.headline?.value).toBe(HEADLINE);
  const body = reading.articleBody?.value ?? [];
  const whole = solid(body.join(''));
  const own = OWN_LINES[name] ?? [];
  expect(PARAGRAPHS.filter((text) => !whole.includes(solid(text)))).toEqual([]);
  const rest = [...PARAGRAPHS, ...own].reduce((text, part) => text.replace(solid(part), ''), whole);
  // What is repeated in a summary is of the text.
  expect(PARAGRAPHS.reduce((text, part) => text.replaceAll(solid(part), ''), rest)).toBe('');
});
