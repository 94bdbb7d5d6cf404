import { crawlers } from '../../../crawlers/index.ts';
import { readSection } from '../../../src/line/discover/section.ts';
import { readHome } from '../../../src/line/discover/survey.ts';
import { decodeBytes } from '../../../src/line/fetch/charset.ts';
import { articleReader } from '../../../src/read-article.ts';
import { ArticleDraft } from '../../../src/record/article.ts';
import { siteDocuments } from '../site-documents.ts';
import { addressJudge } from '../stated.ts';
import type { FuzzTarget } from '../target.ts';

const url = 'https://akhbar.test/2026/11/khabar';
const now = new Date('2026-11-23T12:00:00Z');
const read = articleReader(crawlers);

/** A page as an article, as a listing and as a home page. */
export const target: FuzzTarget = {
  extension: 'html',
  corpus: () => siteDocuments(/^\s*(?:<!doctype html|<html)/iu),
  token: /<script[^>]*>[^<]{0,4000}<\/script>|<[^<>]{0,300}>|"[^"]{0,60}"|&[#\w]{1,10};/giu,
  pieces: [
    ...[
      '<div>',
      '</div>',
      '<p>',
      '<article>',
      '<h1>',
      '</h1>',
      '<table>',
      '<br>',
      '<!--',
      '-->',
      '<a href="/x">',
    ],
    ...[
      '<script type="application/ld+json">',
      '</script>',
      '<template>',
      '<svg>',
      '<math>',
      '<noscript>',
    ],
    ...[
      '<base href="//b.test/">',
      '<base href="::">',
      ' class="comments"',
      ' hidden',
      ' itemprop="articleBody"',
    ],
    ...[
      '&#x110000;',
      '&nbsp;',
      '{{',
      '"@graph":[',
      '\\u0000',
      '<plaintext>',
      '<img src="data:,x">',
      '<iframe>',
    ],
    ...[
      '<meta property="article:published_time" content="2026-02-30">',
      '<time datetime="0001-01-01">',
    ],
    ...[
      '<link rel="canonical" href="https://b.test/9">',
      '<meta charset="utf-16">',
      '<select>',
      '<textarea>',
    ],
  ],
  isEncoded: true,
  msPerKilobyte: 5,
  check(input) {
    const { text } = decodeBytes(input, { contentType: 'text/html' });
    const isStated = addressJudge(text, url);
    const home = readHome(text, { url });
    const listed = readSection(text, { url });
    const named = [...home.feeds, ...home.sections, ...listed].map((one) => one.url);
    const invented = named.find((one) => !isStated(one));
    if (invented) return `an invented address of a listing: ${invented}`;
    const reading = read(text, { url, zone: 'Asia/Beirut', now });
    if ('kind' in reading) return reading.reason === '' ? 'no reason' : undefined;
    const checked = ArticleDraft.safeParse(reading);
    if (!checked.success) return `not of the schema: ${checked.error.message.slice(0, 500)}`;
    const pictures = [reading.image, ...(reading.images ?? [])].map((image) => image?.url);
    const strange = [...pictures, reading.url].find((one) => !isStated(one));
    return strange === undefined ? undefined : `an invented address: ${strange}`;
  },
};
