import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import type { Crawler } from '../../../src/crawler.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { removalRules } from '../../../src/line/extract/removal/removal.ts';
import { crawlerPages, PARAGRAPHS, rulePages } from './rule-pages.ts';

interface Change {
  readonly without?: ReadonlySet<string>;
  readonly crawlers?: readonly Crawler[];
}

/** What of the page is none of the text, and who wrote. */
function readWith(html: string, change: Change) {
  const document = parseDocument(html, 'https://aldaffa.test/2026/11/bridge');
  const reading = readArticle(document, { crawlers, ...change });
  if (reading.kind !== 'article') return { reason: reading.reason };
  const body = reading.articleBody?.value ?? [];
  return {
    missing: PARAGRAPHS.filter((text) => !body.includes(text)),
    besides: body.filter((text) => !PARAGRAPHS.includes(text)),
    lines: body.length,
    author: reading.author?.value,
    section: reading.articleSection?.value,
  };
}

describe('without it its page gives another article', () => {
  it.each(removalRules)('rule %s', (name) => {
    const html = rulePages[name] ?? '';
    const whole = readWith(html, {});
    expect(whole).toMatchObject({ missing: [] });
    expect(readWith(html, { without: new Set([name]) })).not.toEqual(whole);
  });

  it.each(crawlers.map(({ name }) => name))('crawler %s', (name) => {
    const html = crawlerPages[name] ?? '';
    const whole = readWith(html, {});
    expect(whole).toMatchObject({ missing: [], besides: [] });
    const others = crawlers.filter((one) => one.name !== name);
    expect(readWith(html, { crawlers: others })).not.toEqual(whole);
  });
});
