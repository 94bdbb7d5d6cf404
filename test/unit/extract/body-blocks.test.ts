import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { normalize } from '../../../src/line/normalize/draft.ts';
import type { ArticleDraft } from '../../../src/record/article.ts';
import type { BodyBlock } from '../../../src/record/body-block.ts';
import type { Link } from '../../../src/record/link.ts';

const HEADLINE = 'ميناء الصيادين يعود إلى العمل بعد ترميم رصيفه';
const FIRST =
  'عاد ميناء الصيادين في بلدة الرملة إلى العمل اليوم بعد ترميم دام سبعة أشهر وكلف ثلاثة ملايين دينار.';
const SECOND =
  'وقال رئيس جمعية الصيادين نادر الغانم إن القوارب الستين عادت كلها، وإن السوق تفتح أبوابها فجرا.';
const THIRD = 'وتضم أعمال الترميم رصيفا جديدا ومخزنا للثلج ومنارة صغيرة عند مدخل الميناء الشرقي.';
const URL_OF = 'https://ramla.example/news/7';

function read(body: string, link: Partial<Link> = {}): ArticleDraft {
  const html = `<html><head><title>${HEADLINE} | الرملة</title></head><body><main><article><h1>${HEADLINE}</h1><div class="entry-content">${body}</div></article></main></body></html>`;
  const at = '2026-11-20T08:00:00.000Z';
  const context: Link = {
    ...{ url: URL_OF, source: 'ramla', firstSeen: at, visit: 'v' },
    route: { kind: 'direct', url: URL_OF },
    ...link,
  };
  const reading = readArticle(parseDocument(html, URL_OF), { crawlers: [], link: context });
  if (reading.kind !== 'article') throw new TypeError(reading.reason);
  return normalize(reading, {
    source: { id: 'ramla', name: 'الرملة', homepage: 'https://ramla.example/' },
    link: context,
    routeDates: undefined,
    page: { url: URL_OF, requestedUrl: URL_OF, at, via: 'http', status: 200, bytes: 1, ms: 1 },
    now: new Date(at),
  });
}

const paragraph = (text: string, links?: BodyBlock['links']): BodyBlock =>
  links ? { kind: 'paragraph', text, links } : { kind: 'paragraph', text };

const item = 'رصيف من الحجر طوله مئتا متر';
const other = 'مخزن للثلج يسع أربعين طنا';

describe('the blocks of a text', () => {
  it.each<[string, string, BodyBlock[]]>([
    ['paragraphs', `<p>${FIRST}</p><p>${SECOND}</p>`, [paragraph(FIRST), paragraph(SECOND)]],
    [
      'a sub-head',
      `<p>${FIRST}</p><h3>ماذا تغير في الميناء؟</h3><p>${SECOND}</p>`,
      [
        paragraph(FIRST),
        { kind: 'heading', level: 3, text: 'ماذا تغير في الميناء؟' },
        paragraph(SECOND),
      ],
    ],
    [
      'lists, plain and numbered, with paragraphs in their items',
      `<p>${FIRST}</p><ul><li><p>${item}</p></li><li>${other}</li></ul><p>${SECOND}</p><ol><li>${THIRD}</li></ol><p>${SECOND} مرة ثانية.</p>`,
      [
        paragraph(FIRST),
        { kind: 'listItem', text: item },
        { kind: 'listItem', text: other },
        paragraph(SECOND),
        { kind: 'listItem', ordered: true, text: THIRD },
        paragraph(`${SECOND} مرة ثانية.`),
      ],
    ],
    [
      'a quotation',
      `<p>${FIRST}</p><blockquote><p>${SECOND}</p></blockquote><p>${THIRD}</p>`,
      [paragraph(FIRST), { kind: 'quote', text: SECOND }, paragraph(THIRD)],
    ],
    [
      'a page laid out in one list item',
      `<ul><li><p>${FIRST}</p><p>${SECOND}</p></li></ul>`,
      [paragraph(FIRST), paragraph(SECOND)],
    ],
    [
      'links: relative, to the page itself, of another scheme, to a private address',
      `<p>${FIRST.replace('ترميم', '<a href="/tag/7?a=1&amp;b=2">ترميم</a>')}</p><p>${SECOND.replace(
        'جمعية',
        '<a href="#top">جمعية</a>',
      )
        .replace('القوارب', '<a href="javascript:alert(1)">القوارب</a>')
        .replace('السوق', '<a href="http://192.168.1.1/admin">السوق</a>')}</p>`,
      [
        paragraph(FIRST, [{ text: 'ترميم', url: 'https://ramla.example/tag/7?a=1&b=2' }]),
        paragraph(SECOND),
      ],
    ],
    [
      'a dateline that is split off',
      `<p>الرملة (وكالات) - <a href="https://gov.example/port">${FIRST}</a></p><p>${SECOND}</p><p>${THIRD}</p>`,
      [
        paragraph(FIRST, [{ text: FIRST, url: 'https://gov.example/port' }]),
        paragraph(SECOND),
        paragraph(THIRD),
      ],
    ],
  ])('%s', (_what, body, blocks) => {
    const draft = read(body);
    expect(draft.bodyBlocks).toEqual(blocks);
    expect(draft.bodyBlocks?.map(({ text }) => text).join('\n\n')).toBe(draft.articleBody);
  });

  it('are bounded, and lose no text', () => {
    const lines = Array.from({ length: 2_300 }, (_, n) => `${THIRD} وهذا هو السطر رقم ${n}.`);
    const draft = read(lines.map((line) => `<p>${line}</p>`).join(''));
    expect(draft.bodyBlocks).toHaveLength(2000);
    expect(draft.bodyBlocks?.map(({ text }) => text).join('\n\n')).toBe(draft.articleBody);
  });
});

describe('what is seen and heard beside the text', () => {
  const figure = (src: string, caption: string): string =>
    `<figure><img src="${src}" width="800" height="450"><figcaption>${caption}</figcaption></figure>`;

  it('is every picture once with its caption, and none of a private address', () => {
    const draft = read(
      `${figure('/i/port.jpg', 'قوارب الصيد عند الرصيف')}<p>${FIRST}</p>${figure('http://10.0.0.4/x.jpg', 'صورة')}${figure('/i/port-300x200.jpg', '')}<p>${SECOND}</p>${figure('/i/light.jpg', 'المنارة الجديدة')}<p>${THIRD}</p>`,
    );
    expect(draft.image?.url).toBe('https://ramla.example/i/port.jpg');
    expect(draft.images?.map(({ url, caption }) => [url, caption])).toEqual([
      ['https://ramla.example/i/port.jpg', 'قوارب الصيد عند الرصيف'],
      ['https://ramla.example/i/light.jpg', 'المنارة الجديدة'],
    ]);
  });

  it('is the sound and film of feed and page, each once', () => {
    const draft = read(
      `<p>${FIRST}</p><video controls><source src="/v/port.mp4" type="video/mp4"><source src="/v/port.webm"></video><p>${SECOND}</p><audio src="http://127.0.0.1/a.mp3"></audio><p>${THIRD}</p>`,
      {
        enclosures: [
          { url: 'https://cdn.example/a.mp3', type: 'audio/mpeg', length: 4_200_000 },
          { url: 'https://ramla.example/v/port.mp4', type: 'video/mp4' },
        ],
      },
    );
    expect(draft.enclosures).toEqual([
      { url: 'https://cdn.example/a.mp3', type: 'audio/mpeg', length: 4_200_000 },
      { url: 'https://ramla.example/v/port.mp4', type: 'video/mp4' },
    ]);
  });
});
