import { expect, it } from 'vitest';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { ruleMatches } from '../../../src/line/extract/rule-matches.ts';
import { ArticleRules } from '../../../src/record/source-rules.ts';

const PAGE = `<html><body><h1 class="title">مهرجان التمر يفتتح في واحة السدرة</h1>
<div class="text"><p>افتتح صباح اليوم مهرجان التمر في واحة السدرة بمشاركة ستين مزارعا.</p></div></body></html>`;

it.each([
  [{}, {}],
  [{ body: '.text p' }, { 'article.body: .text p': true }],
  [{ body: '.none' }, { 'article.body: .none': false }],
  [{ body: ['.none', '.text'] }, { 'article.body: .none, .text': true }],
  [
    { datePublished: { select: 'time', months: 'egypt' } },
    { 'article.datePublished: time': false },
  ],
  [{ datePublished: { select: ['time', 'h1'] } }, { 'article.datePublished: time, h1': true }],
  [{ remove: '.ad' }, {}],
  [
    { headline: 'h1', author: '.by' },
    { 'article.headline: h1': true, 'article.author: .by': false },
  ],
])('tells of %j that it matches: %j', (rules, wanted) => {
  const document = parseDocument(PAGE, 'https://sidra.test/1');
  expect(ruleMatches(document, ArticleRules.parse(rules))).toEqual(wanted);
});
