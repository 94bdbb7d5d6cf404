import { expect, it } from 'vitest';
import { setArticleRules } from '../../../src/config/article-rules.ts';

const FILE = `# صحيفة الساحل
name: الساحل
homepage: https://sahel.example/
discover:
  - feed: https://sahel.example/feed # كل الأخبار
article:
  # ما قبل التصميم الجديد
  headline: h1.post-title
  body: .entry-content
  datePublished: { select: .date, months: levant }
tags: [ coast ] # محلي
`;

interface Case {
  readonly what: string;
  readonly rules: Readonly<Record<string, string | null>>;
  readonly lines: readonly string[];
}

it.each<Case>([
  {
    what: 'replaces a selector and keeps comments and order',
    rules: { body: '.longread' },
    lines: ['-   body: .entry-content', '+   body: .longread'],
  },
  {
    what: 'keeps the months of a date',
    rules: { datePublished: 'time' },
    lines: [
      '-   datePublished: { select: .date, months: levant }',
      '+   datePublished: { select: time, months: levant }',
    ],
  },
  {
    what: 'takes a selector away and adds another',
    rules: { body: null, author: '[itemprop="author"]' },
    lines: ['-   body: .entry-content', `+   author: '[itemprop="author"]'`],
  },
])('$what', ({ rules, lines }) => {
  const text = setArticleRules({ file: 'sahel.yaml', text: FILE }, rules);
  const [before, after] = [FILE.split('\n'), text.split('\n')];
  expect([
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ]).toEqual(lines);
});

it('adds the key where there is none, and leaves none that is empty', () => {
  const text = 'name: الساحل\nhomepage: https://sahel.example/\n';
  const added = setArticleRules({ file: 'sahel.yaml', text }, { body: '.longread' });
  expect(added).toBe(`${text}article:\n  body: .longread\n`);
  expect(setArticleRules({ file: 'sahel.yaml', text: added }, { body: null })).toBe(text);
});
