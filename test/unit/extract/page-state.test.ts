/** The states that frameworks print into a page, and what of the article only they hold. */
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { readLiteral } from '../../../src/line/extract/js-literal.ts';
import { assignedState, parseState } from '../../../src/line/extract/page-state.ts';
import type { Reading } from '../../../src/record/reading.ts';

const HEADLINE = 'مكتبة الحي تعير الكتب للعابرين على الدراجات';
const TEXT = [
  'بدأت مكتبة الحي هذا الأسبوع تعير الكتب للعابرين على الدراجات من نافذة تطل على الشارع مباشرة.',
  'وقالت أمينة المكتبة إن ثلاثين كتابا خرجت في اليوم الأول، وعاد منها سبعة قبل المساء نفسه.',
]
  .map((text) => `<p>${text}</p>`)
  .join('');

const page = (script: string): string =>
  `<title>${HEADLINE} - رصيف</title><meta property="og:title" content="${HEADLINE}"><h1>${HEADLINE}</h1><div>${TEXT}</div>${script}`;

describe('the literals of a script', () => {
  it.each<[string, unknown]>([
    [
      '(function(a,b){return {a:a,"b-c":[b,!0,!1,void 0,null,-2.5]}}("x",3));',
      { a: 'x', 'b-c': [3, true, false, undefined, null, -2.5] },
    ],
    ['(function(a){b.c=a;return {title:"a}(b",d:a}}(7))', { title: 'a}(b', d: 7 }],
    ["{title:'l\\'eau',n:[{},[]],}", { title: "l'eau", n: [{}, []] }],
    ['{"a":"\\u0645\\x41\\n"};window.b={}', { a: 'مA\n' }],
    ['{a:f(1),b:2}', { a: undefined }],
    ['alert(1)', undefined],
    ['(function(){return', undefined],
    [`${'['.repeat(5_000)}`, expect.anything()],
  ])('%s', (script, value) => {
    expect(readLiteral(script)).toEqual(value);
  });
});

describe('a state that a script assigns', () => {
  it.each([
    ['window.__NUXT__={a:1}', '{a:1}'],
    ['window["__INITIAL_STATE__"] = {"a":1};', '{"a":1};'],
    [
      'window.Fusion=window.Fusion||{};Fusion.globalContent={"a":1};Fusion.x=2',
      '{"a":1};Fusion.x=2',
    ],
    ['if (window.__NUXT__ == null) {}', undefined],
    ['var a = 1', undefined],
  ])('%s', (script, state) => {
    expect(assignedState(script)).toBe(state);
  });

  it('is a table of places in Nuxt 3, which may refer to itself', () => {
    const table = [['Reactive', 1], { post: 2, self: 1 }, { title: 3, tags: 4 }, 'خبر', [3]];
    const value = parseState(JSON.stringify(table)) as { post: unknown };
    expect(value.post).toEqual({ title: 'خبر', tags: ['خبر'] });
  });
});

describe('what only the state holds', () => {
  const post = { id: 7, title: HEADLINE, publish_date: '2024-07-11 10:20:00' };
  const table = [
    ['ShallowReactive', 1],
    { data: 2 },
    { id: 3, title: 4, publish_date: 5 },
    7,
    HEADLINE,
    post.publish_date,
  ];
  const arc = {
    headlines: { basic: HEADLINE },
    display_date: '2024-07-11T10:20:00',
    credits: { by: [{ name: 'سمر القاضي' }] },
  };

  it.each([
    [
      'Nuxt 2',
      `<script>window.__NUXT__=(function(a){return {data:[{post:{id:a,title:"${HEADLINE}",publish_date:"2024-07-11 10:20:00"}}]}}(5));</script>`,
    ],
    [
      'Nuxt 3',
      `<script id="__NUXT_DATA__" type="application/json">${JSON.stringify(table)}</script>`,
    ],
    [
      'Next.js',
      `<script id="__NEXT_DATA__" type="application/json">${JSON.stringify({ props: { post } })}</script>`,
    ],
    [
      'Redux',
      `<script>window.__PRELOADED_STATE__ = ${JSON.stringify({ news: { 7: post } })};window.a=1</script>`,
    ],
    [
      'Arc',
      `<script>window.Fusion=window.Fusion||{};Fusion.globalContent=${JSON.stringify(arc)};Fusion.spa=false;</script>`,
    ],
  ])('gives the day: %s', (_name, script) => {
    const reading = readArticle(parseDocument(page(script), 'https://rasif.example/7'), {
      crawlers: [],
    }) as Reading;
    expect(
      reading.dates.filter(({ role }) => role === 'published').map(({ text }) => text.slice(0, 10)),
    ).toEqual(['2024-07-11']);
    expect(reading.headline?.value).toBe(HEADLINE);
    expect(reading.articleBody?.value).toHaveLength(2);
  });

  it('not of another story on the page', () => {
    const other = { ...post, title: 'مكتبة الحي تغلق أبوابها في العطلة' };
    const script = `<script id="__NEXT_DATA__">${JSON.stringify({ latest: [other] })}</script>`;
    const reading = readArticle(parseDocument(page(script), 'https://rasif.example/7'), {
      crawlers: [],
    }) as Reading;
    expect(reading.dates).toEqual([]);
  });
});

/** Frames of pages that a browser fills: the article stands in no element. */
describe('an article that a script alone would show', () => {
  const own = {
    title: HEADLINE,
    contentHtml: TEXT,
    publishedAt: '2024-07-11T10:20:00+03:00',
    author: { name: 'سمر القاضي' },
  };
  const frame = (body: string): string =>
    `<title>${HEADLINE} - رصيف</title><meta property="og:title" content="${HEADLINE}">${body}`;
  const attribute = (value: object): string =>
    JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  const pushes = (rows: string): string => {
    const half = Math.floor(rows.length / 2);
    return [rows.slice(0, half), rows.slice(half)]
      .map((part) => `<script>self.__next_f.push(${JSON.stringify([1, part])})</script>`)
      .join('');
  };
  const shell = (article: object): string =>
    `["$","$L2",null,{"children":["$","div",null,{"children":["$","$L3",null,${JSON.stringify({ state: { queries: [{ data: article }] } })}]}]}]`;

  it.each([
    ['rows of React', pushes(`1:I[77,[],""]\n5:${shell(own)}\n6:null\n`)],
    [
      'rows of React with the text in a row of its own',
      pushes(
        `1:I[77,[],""]\n4:T${Buffer.byteLength(TEXT).toString(16)},${TEXT}5:${shell({ ...own, contentHtml: '$4' })}\n`,
      ),
    ],
    [
      'the page of Inertia',
      `<div id="app" data-page="${attribute({ props: { news: own } })}"></div>`,
    ],
    [
      'Remix',
      `<script>window.__remixContext = ${JSON.stringify({ state: { loaderData: { own } } })};</script>`,
    ],
    [
      'an answer that SvelteKit keeps',
      `<script type="application/json" data-sveltekit-fetched data-url="/api/7">${JSON.stringify({ status: 200, body: JSON.stringify({ post: own }) }).replaceAll('<', String.raw`\u003C`)}</script>`,
    ],
    [
      'Angular',
      `<script id="ng-state" type="application/json">${JSON.stringify({ 77: { b: own } }).replaceAll('<', String.raw`\u003C`)}</script>`,
    ],
    [
      'Angular before',
      `<script id="serverApp-state" type="application/json">${JSON.stringify({
        'api/7': { body: own },
      })
        .replaceAll('"', '&q;')
        .replaceAll('<', '&l;')
        .replaceAll('>', '&g;')}</script>`,
    ],
    [
      'Ember',
      `<script type="fastboot/shoebox" id="shoebox-7">${JSON.stringify({ data: own })}</script>`,
    ],
    [
      'the props of a component',
      `<div data-react-class="Story" data-react-props="${attribute({ story: own })}"></div>`,
    ],
    [
      'a template in the element of the text',
      `<h1>${HEADLINE}</h1><div class="post-content" itemprop="articleBody"><script type="text/template">${TEXT}</script></div>`,
    ],
  ])('%s', (_name, body) => {
    const reading = readArticle(parseDocument(frame(body), 'https://rasif.example/7'), {
      crawlers: [],
    }) as Reading;
    expect(reading.headline?.value).toBe(HEADLINE);
    expect(reading.articleBody?.value).toHaveLength(2);
  });

  it.each([
    ['a template of a script', '<script type="text/template"><p>{{ title }}</p></script>'],
    ['a template beside the text', `<aside><script type="text/template">${TEXT}</script></aside>`],
    ['rows that end early', '<script>self.__next_f.push([1,"4:Tffff,<p>"])</script>'],
    ['rows that are none', '<script>self.__next_f.push([1,</script>'],
    ['a row of a length without end', '<script>self.__next_f.push([1,"4:T,,,:T-1,:"])</script>'],
  ])('is not %s', (_name, body) => {
    const document = parseDocument(frame(body), 'https://rasif.example/7');
    expect(readArticle(document, { crawlers: [] }).kind).not.toBe('article');
  });
});
