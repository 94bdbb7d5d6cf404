import { load } from 'cheerio';
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import type { BodyBlock } from '../../../src/record/body-block.ts';
import { textIn } from '../../../src/record/text-form.ts';

const plain = (blocks: readonly BodyBlock[]) => ({
  articleBody: blocks.map(({ text }) => text).join('\n\n'),
  bodyBlocks: blocks,
});

const LINK = { text: 'بيان الوزارة', url: 'https://gov.example/a?b=1&c=(2)' };
const BLOCKS: BodyBlock[] = [
  { kind: 'paragraph', text: 'جاء في بيان الوزارة أن العمل بدأ.', links: [LINK] },
  { kind: 'heading', level: 1, text: 'أرقام' },
  { kind: 'listItem', text: 'ستون قاربا' },
  { kind: 'listItem', text: 'مخزن واحد' },
  { kind: 'listItem', ordered: true, text: 'أولا' },
  { kind: 'quote', text: 'عدنا إلى البحر.' },
  { kind: 'quote', text: 'وسنبقى فيه.' },
  { kind: 'paragraph', text: 'سطر\nوسطر' },
];

/** The words of a text as HTML readers see them, on one line. */
function wordsOf(html: string, selector: string): string {
  const $ = load(html.replaceAll('<br>', ' '), null, false);
  return $(selector).first().text().replace(/\s+/g, ' ').trim();
}

/** The element tree of a text as HTML readers see it: names, and the words within. */
function treeOf(html: string): string {
  const $ = load(html, null, false);
  const parts = $.root()
    .children()
    .toArray()
    .map((element) => `${element.tagName}(${$(element).children().length})`);
  return parts.join(' ');
}

describe('a text in its forms', () => {
  it('plain is the body to the byte', () => {
    expect(textIn('plain', plain(BLOCKS))).toBe(plain(BLOCKS).articleBody);
  });

  it.each([
    ['html', textIn('html', plain(BLOCKS))],
    ['markdown', String(marked.parse(textIn('markdown', plain(BLOCKS)), { async: false }))],
  ])('%s has the structure of the blocks', (_form, html) => {
    expect(treeOf(html)).toBe('p(1) h2(0) ul(2) ol(1) blockquote(2) p(1)');
    expect(load(html)('a').attr('href')).toBe(LINK.url);
    expect(load(html)('a').text()).toBe(LINK.text);
    const words = plain(BLOCKS).articleBody.replace(/\s+/g, ' ');
    expect(wordsOf(`<div>${html.replaceAll('><', '> <')}</div>`, 'div')).toBe(words);
  });

  it('a record without blocks has its paragraphs', () => {
    const html = textIn('html', { articleBody: 'أول\n\nثان' });
    expect(html).toBe('<p>أول</p>\n<p>ثان</p>');
  });
});

describe('words of a site that look like markup', () => {
  const HOSTILE = [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '&lt;b&gt; & &amp;',
    '# عنوان',
    '- بند',
    '+ بند',
    '1. بند',
    '12) بند',
    '> اقتباس',
    '    شفرة',
    '```js',
    '~~~',
    '---',
    '===',
    '*مائل* _مائل_ **غامق** ~~مشطوب~~',
    '[نص](javascript:alert(1))',
    '![صورة](https://x.example/y.png)',
    '<https://x.example>',
    '| أ | ب |\n|---|---|\n| 1 | 2 |',
    'سطر\n# ليس عنوانا\n- ولا بندا\n===',
    'شرطة\\ مائلة \\* ونجمة',
    '[1]: https://x.example',
    '`شفرة`',
    'https://x.example/a_b www.x.example a_b@x.example',
    'أ" onclick="alert(1)',
  ];

  it.each(HOSTILE)('stay words: %j', (text) => {
    const blocks: BodyBlock[] = [
      { kind: 'paragraph', text },
      { kind: 'listItem', text },
      { kind: 'quote', text },
      { kind: 'heading', level: 2, text },
      { kind: 'paragraph', text: 'نهاية', links: [{ text: 'نهاية', url: 'javascript:alert(1)' }] },
    ];
    const squeezed = text.replace(/\s+/g, ' ').trim();
    for (const html of [
      textIn('html', plain(blocks)),
      String(marked.parse(textIn('markdown', plain(blocks)), { async: false })),
    ]) {
      const $ = load(html, null, false);
      const names = new Set(
        $('*')
          .toArray()
          .map((element) => ('name' in element ? element.name : '')),
      );
      expect([...names].filter((name) => !/^(p|ul|li|blockquote|h2|br|a)$/.test(name))).toEqual([]);
      const links = $('a').toArray();
      expect(links.filter(({ attribs }) => !/^https?:/.test(attribs.href ?? ''))).toEqual([]);
      expect(wordsOf(html, 'p')).toBe(squeezed);
      expect(wordsOf(html, 'li')).toBe(squeezed);
      expect(wordsOf(html, 'h2')).toBe(squeezed);
    }
  });
});
