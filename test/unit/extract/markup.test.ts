import { load } from 'cheerio';
import { expect, it } from 'vitest';
import { parseTree } from '../../../src/markup.ts';
import { crawlerPages, rulePages } from './rule-pages.ts';

const html = (tree: ReturnType<typeof parseTree>): string => load(tree).html();

const inChunks = (text: string, size: number): string[] =>
  Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
    text.slice(at * size, (at + 1) * size),
  );

const AWKWARD = {
  'names in capitals': '<DIV><P>نص</P></DIV><SPAN>آخر</SPAN>',
  'closing tags of nothing': '<p>نص</b></section></p></i>آخر',
  entities: '<p title="&quot;نص&quot; &amp;&#1575;">&laquo;نص&raquo; &nbsp; &notit; &#x627;</p>',
  'script and style': '<script>if (a < b) "</p>"</script><style>a > b {}</style><p>نص</p>',
  comments: '<!-- <p>لا</p> --><p>نص<!---->آخر</p><![CDATA[لا]]>',
  'elements below the deepest': `${'<div>'.repeat(300)}نص${'</div>'.repeat(300)}<p>آخر</p>`,
  'attributes over the most': `<p ${'a="1" '.repeat(120)}>نص</p>`,
  'unfinished tags': '<p class="a" title="نص',
};

it.each(Object.entries({ ...AWKWARD, ...rulePages, ...crawlerPages }))(
  '%s: chunks give the tree of the whole',
  (_, page) => {
    const whole = html(parseTree(page));
    // No chunk is shorter than a name.
    for (const size of [12, 13, 64, 1000]) {
      expect(html(parseTree(inChunks(page, size)))).toBe(whole);
    }
  },
);

it('leaves out what is behind the longest page, in chunks too', () => {
  const page = `<p>${'نص '.repeat(1_100_000)}</p>`;
  expect(html(parseTree(inChunks(page, 100_000)))).toBe(html(parseTree(page)));
  expect(html(parseTree(page)).length).toBeLessThan(3_000_100);
});
