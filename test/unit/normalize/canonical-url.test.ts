import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../../src/line/normalize/canonical-url.ts';

const SLUG = '%D8%AE%D8%A8%D8%B1-%D8%B9%D8%A7%D8%AC%D9%84';

/** Given, canonical, the step that says why. */
const FOLDED: readonly (readonly [string, string, string])[] = [
  ['https://a.test/1?utm_source=rss&utm_medium=x', 'https://a.test/1', 'tracking'],
  ['https://a.test/1?fbclid=IwAR0', 'https://a.test/1', 'tracking'],
  ['https://a.test/1?UTM_Source=rss', 'https://a.test/1', 'tracking'],
  ['https://a.test/1?at_medium=RSS&at_campaign=KARANGA', 'https://a.test/1', 'tracking'],
  ['https://a.test/1?xtor=RSS-5&id=7', 'https://a.test/1?id=7', 'tracking'],
  ['https://a.test/1?ref=facebook', 'https://a.test/1', 'tracking'],
  ['https://a.test/1?traffic_source=rss', 'https://a.test/1', 'tracking'],
  ['https://a.test/1?replytocom=88', 'https://a.test/1', 'tracking'],
  ['https://a.test/1?share=telegram', 'https://a.test/1', 'tracking'],
  ['https://a.test/1?PHPSESSID=abc', 'https://a.test/1', 'tracking'],
  ['https://a.test/1;jsessionid=0A1B?id=3', 'https://a.test/1?id=3', 'session'],
  ['https://a.test/1?id=5&amp;cat=2', 'https://a.test/1?cat=2&id=5', 'escaped-twice'],
  ['https://a.test/1?id=5&cat=2', 'https://a.test/1?cat=2&id=5', 'order'],
  ['https://a.test/1?id=5&id=5', 'https://a.test/1?id=5', 'repeated'],
  ['https://a.test/1#comments', 'https://a.test/1', 'fragment'],
  ['https://a.test/1#:~:text=%D8%AE', 'https://a.test/1', 'fragment'],
  ['https://a.test/news/1/amp/', 'https://a.test/news/1/', 'amp'],
  ['https://a.test/news/1/amp', 'https://a.test/news/1', 'amp'],
  ['https://a.test/amp/news/1', 'https://a.test/news/1', 'amp'],
  ['https://a.test/news/1.amp.html', 'https://a.test/news/1.html', 'amp'],
  ['https://a.test/news/1.amp', 'https://a.test/news/1', 'amp'],
  ['https://a.test/news/1?amp', 'https://a.test/news/1', 'amp-or-mobile'],
  ['https://a.test/news/1?amp=1&id=2', 'https://a.test/news/1?id=2', 'amp-or-mobile'],
  ['https://a.test/news/1?outputType=amp', 'https://a.test/news/1', 'amp-or-mobile'],
  ['https://a.test/2024/05/x.html?m=1', 'https://a.test/2024/05/x.html', 'amp-or-mobile'],
  ['https://amp.akhbar.com/news/1', 'https://akhbar.com/news/1', 'amp'],
  [
    'https://www-akhbar-com.cdn.ampproject.org/c/s/www.akhbar.com/1/amp',
    'https://akhbar.com/1',
    'amp-cache',
  ],
  ['https://www.google.com/amp/s/www.akhbar.com/1/amp', 'https://akhbar.com/1', 'amp-cache'],
  ['https://m.akhbar.com/1', 'https://akhbar.com/1', 'mobile'],
  ['https://mobile.akhbar.com.eg/1', 'https://akhbar.com.eg/1', 'mobile'],
  ['https://ar.m.akhbar.com/1', 'https://ar.akhbar.com/1', 'mobile'],
  ['https://www.akhbar.com/1', 'https://akhbar.com/1', 'www'],
  ['https://akhbar.com./1', 'https://akhbar.com/1', 'root-dot'],
  ['https://user:secret@a.test/1', 'https://a.test/1', 'login'],
  ['https://a.test//news//1', 'https://a.test/news/1', 'empty-segments'],
  ['https://a.test/%7Enews/%d8%ae', 'https://a.test/~news/%D8%AE', 'encoding'],
  [`https://a.test/${SLUG.replaceAll('%', '%25')}`, `https://a.test/${SLUG}`, 'encoded-twice'],
];

describe('canonicalUrl takes out', () => {
  it.each(FOLDED)('%s', (given, expected, step) => {
    const { url, reasons } = canonicalUrl(given);
    expect(url).toBe(expected);
    expect(reasons.map((reason) => reason.step)).toContain(step);
    expect(reasons.every(({ detail }) => detail !== '')).toBe(true);
  });
});

describe('canonicalUrl tells what the parser folds', () => {
  it.each([
    ['https://a.test:443/1', ['default-port']],
    ['http://a.test:80', ['default-port']],
    ['http://a.test:443/1', []],
    ['https://a.test/1?u=http://b.test:80/', []],
    ['https://خبر.com/1', ['punycode', 'raw-letters']],
    ['https://a.test/خبر', ['raw-letters']],
    ['https://a.test/1', []],
  ])('%s', (given, steps) => {
    expect(canonicalUrl(given).reasons.map(({ step }) => step)).toEqual(steps);
  });
});

describe('canonicalUrl folds without a step of its own (WHATWG URL)', () => {
  it.each([
    ['a raw slug', 'https://a.test/خبر-عاجل', `https://a.test/${SLUG}`],
    [
      'a slug in lower-case octets',
      `https://a.test/${SLUG.toLowerCase()}`,
      `https://a.test/${SLUG}`,
    ],
    ['a host in its own script', 'https://مرصد.test/1', 'https://xn--ugbdm6d.test/1'],
    ['a default port', 'https://a.test:443/1', 'https://a.test/1'],
    ['a host in capitals', 'HTTPS://A.Test/1', 'https://a.test/1'],
    ['dot segments', 'https://a.test/x/../1', 'https://a.test/1'],
    ['spaces around it', ' https://a.test/1 ', 'https://a.test/1'],
    ['a lone question mark', 'https://a.test/1?', 'https://a.test/1'],
    ['a lone fragment sign', 'https://a.test/1#', 'https://a.test/1'],
  ])('%s', (_, given, expected) => {
    expect(canonicalUrl(given).url).toBe(expected);
  });
});

describe('canonicalUrl keeps', () => {
  it.each([
    ['a post number', 'https://a.test/?p=123'],
    ['an id', 'https://a.test/news.aspx?id=5'],
    ['a reference that is a number', 'https://a.test/show?ref=88231'],
    ['a source that is content', 'https://a.test/list?source=spa'],
    ['an archive month', 'https://a.test/?m=202405'],
    ['another page', 'https://a.test/news?page=2'],
    ['a path in the query', 'https://a.test/index.php?/news/1'],
    ['a route of a script', 'https://a.test/#!/news/1'],
    ['a route of a script without mark', 'https://a.test/#/news/1'],
    ['the language', 'https://a.test/ar/news/1'],
    ['the slash at the end', 'https://a.test/news/1/'],
    ['plain HTTP', 'http://a.test/1'],
    ['a port of its own', 'http://127.0.0.1:8100/1'],
    ['a subject named AMP', 'https://a.test/tag/amp/'],
    ['www where it is the name', 'https://www.com.eg/1'],
    ['the case of a path', 'https://a.test/News/A1'],
    ['octets that are no UTF-8', 'https://a.test/%C7%E1'],
    ['a reserved character that is encoded', 'https://a.test/a%2Fb'],
    ['a plus sign', 'https://a.test/?q=a+b'],
    ['an address within the path', 'https://a.test/go/http://b.test/1'],
  ])('%s', (_, url) => {
    expect(canonicalUrl(url).url).toBe(url);
  });
});

describe('canonicalUrl leaves what is no address of a page', () => {
  it.each([
    ['javascript:void(0)', 'not-http'],
    ['mailto:a@b.test', 'not-http'],
    ['file:///tmp/a.html', 'not-http'],
    ['http://', 'not-a-url'],
    ['/relative', 'not-a-url'],
    [`https://a.test/${'x'.repeat(5000)}`, 'too-long'],
  ])('%s', (given, step) => {
    const { url, reasons } = canonicalUrl(given);
    expect(url).toBe(given);
    expect(reasons[0]?.step).toBe(step);
  });

  it('completes a reference by its base', () => {
    expect(canonicalUrl('../1?utm_id=2', 'https://a.test/x/y/').url).toBe('https://a.test/x/1');
  });
});

describe('the identity', () => {
  it.each([
    [
      'an article’s number',
      'https://a.test/article/54321/old-slug',
      'https://a.test/article/54321/new-slug',
      true,
    ],
    [
      'with and without slug',
      'https://a.test/article/54321/old-slug',
      'https://a.test/article/54321',
      true,
    ],
    [
      'and without the slash',
      'https://a.test/article/54321/',
      'https://a.test/article/54321',
      true,
    ],
    [
      'a long number anywhere',
      'https://a.test/eg/3456789/خبر',
      'https://a.test/eg/3456789/خبر-آخر',
      true,
    ],
    ['an Arabic noun', 'https://a.test/خبر/54321/a-b', 'https://a.test/خبر/54321/c-d', true],
    ['two numbers', 'https://a.test/article/54321/a-b', 'https://a.test/article/54322/a-b', false],
    ['a year', 'https://a.test/news/2024/a-b', 'https://a.test/news/2024/c-d', false],
    ['a month', 'https://a.test/news/202405/a-b', 'https://a.test/news/202405/c-d', false],
    ['a day', 'https://a.test/news/20240513/a-b', 'https://a.test/news/20240513/c-d', false],
    ['a section’s number', 'https://a.test/news/12/a-b', 'https://a.test/news/12/c-d', false],
    [
      'a number that opens a headline',
      'https://a.test/100000-مصل-أ',
      'https://a.test/100000-مصل-ب',
      false,
    ],
    [
      'a query',
      'https://a.test/show/654321/a-b?id=1',
      'https://a.test/show/654321/a-b?id=2',
      false,
    ],
  ])('%s', (_, a, b, isSame) => {
    expect(canonicalUrl(a).identity === canonicalUrl(b).identity).toBe(isSame);
  });
});

const part = fc.oneof(
  fc.constantFrom(
    'amp',
    'ar',
    'm',
    'news',
    '2024',
    '123456',
    'خبر-عاجل',
    SLUG,
    '%25D8%25AE',
    '%7e',
    '..',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const pair = fc.oneof(
  fc.constantFrom(
    'utm_source=x',
    'amp',
    'amp;id=3',
    'm=1',
    'p=5',
    'ref=rss',
    '&&',
    '=',
    '%61mp=1',
    'q=%d8',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);
const host = fc.constantFrom(
  'www.a.com',
  'm.a.com.eg',
  'amp.www.a.com',
  'A.com.',
  'مرصد.com',
  '127.0.0.1:81',
  'www.google.com',
);
const urls = fc
  .tuple(
    fc.constantFrom('http', 'https'),
    host,
    fc.array(part, { maxLength: 5 }),
    fc.array(pair, { maxLength: 4 }),
    part,
  )
  .map(
    ([scheme, name, path, query, hash]) =>
      `${scheme}://${name}/${path.join('/')}?${query.join('&')}#${hash}`,
  );

describe('canonicalUrl', () => {
  it.each([
    ['names that every object has', 'https://a.test/1?constructor&__proto__=1&toString=x'],
    ['a host of such names', 'https://constructor.tostring.akhbar.com/1'],
    ['AMP asked for forty times', `https://a.test${'/amp'.repeat(40)}/news/1${'/amp'.repeat(40)}`],
    ['endings of AMP', `https://a.test/1${'.amp'.repeat(40)}.html`],
    ['caches within caches', `https://${'a.cdn.ampproject.org/c/s/'.repeat(30)}b.test/1`],
    ['letters that grow when encoded', `https://a.test/${'خ'.repeat(1500)}/206433/`],
    ['separators that grow when encoded', `https://a.test/1?${'ا&'.repeat(1000)}`],
  ])('gives %s one form', (_, given) => {
    const once = canonicalUrl(given);
    const { url, identity } = canonicalUrl(once.url);
    expect([url, identity]).toEqual([once.url, once.identity]);
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(urls, (given) => {
        const once = canonicalUrl(given);
        const twice = canonicalUrl(once.url);
        expect([twice.url, twice.identity]).toEqual([once.url, once.identity]);
      }),
      { numRuns: 5000 },
    );
  });
});
