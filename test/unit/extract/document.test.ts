import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { cpuMs } from '../../cpu.ts';

const URL = 'https://nahr.example/';

/** Milliseconds of processor that no page may take; generous, for slow ones. */
const LIMIT_MS = 3_000;

describe('parseDocument', () => {
  it.each([
    ['100,000 nested elements', `${'<div>'.repeat(100_000)}نص${'</div>'.repeat(100_000)}`, ['نص']],
    ['closing tags of nothing', `${'<b>'.repeat(300_000)}${'</i>'.repeat(300_000)}نص`, ['نص']],
    ['a million attributes', `<p ${'a1=1 '.repeat(400_000)}>نص</p>`, ['نص']],
    ['unclosed comments', `<p>نص</p>${'<!--'.repeat(500_000)}`, ['نص']],
    ['no markup', 'نص', ['نص']],
    ['nothing', '', []],
  ])('takes %s in bounded time', (_name, html, texts) => {
    const start = cpuMs();
    const { blocks } = parseDocument(html, URL);
    expect(cpuMs() - start).toBeLessThan(LIMIT_MS);
    expect(blocks.map(({ text }) => text)).toEqual(texts);
  });

  it('parts text at blocks and breaks, and keeps inline elements in their sentence', () => {
    const html = '<div>أول <b>الكلام</b><br>ثانيه<p>ثالثه <a href="/">رابط</a></p></div>';
    const { blocks } = parseDocument(html, URL);
    expect(blocks.map(({ text, tag }) => [tag, text])).toEqual([
      ['div', 'أول الكلام'],
      ['div', 'ثانيه'],
      ['p', 'ثالثه رابط'],
    ]);
    expect(blocks[2]?.linkShare).toBeCloseTo(0.4, 1);
  });

  it('leaves scripts, styles and buttons out of the text', () => {
    const html =
      '<script>var x = "<p>لا</p>"</script><style>p{}</style><button>اضغط</button><p>نعم</p>';
    expect(parseDocument(html, URL).blocks.map(({ text }) => text)).toEqual(['نعم']);
  });
});
