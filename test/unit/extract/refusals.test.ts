/** Real articles that a word of a class, a broken tag or a selector must not take away. */
import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import type { Reading } from '../../../src/record/reading.ts';

const HEADLINE = 'ميناء الرمال يستقبل أول سفينة حبوب بعد توسعة الرصيف';
const TEXT = [
  'استقبل ميناء الرمال فجر اليوم أول سفينة حبوب بعد توسعة الرصيف الجنوبي، وعلى متنها أربعون ألف طن من القمح.',
  'وقال مدير الميناء إن الرصيف الجديد يتيح تفريغ سفينتين معا، وكان العمل يتوقف من قبل كلما اشتدت الرياح.',
  'وأضاف أن التفريغ سيستغرق ثلاثة أيام، على أن تنقل الشاحنات القمح إلى صوامع المدينة القريبة ليلا.',
  'وبدأت أعمال التوسعة قبل عامين، وشملت تعميق الحوض ومد خط كهرباء يغني السفن عن تشغيل محركاتها.',
];
const SPEECH = TEXT.map((text) => `<p>${text}</p>`).join('');

const page = (body: string, around = '<body>'): string =>
  `<html><head><title>${HEADLINE} - مرسى نيوز</title><meta property="og:title" content="${HEADLINE}"></head>${around}${body}</body></html>`;

const inside = (attributes: string, tag = 'div'): string =>
  page(`<${tag} ${attributes}><h1>${HEADLINE}</h1>${SPEECH}</${tag}><footer>مرسى نيوز</footer>`);

const around = (attributes: string): string =>
  page(`<h1>${HEADLINE}</h1><div ${attributes}><div>${SPEECH}</div></div><footer>مرسى</footer>`);

const POST = 'post-77 post type-post status-publish hentry';

const PAGES: [name: string, html: string][] = [
  ['a slug of a category on the wrapper', inside(`class="${POST} category-breaking-news"`)],
  ['a slug of a category behind the headline', around(`class="${POST} category-breaking-news"`)],
  ['a slug of a tag', around(`class="${POST} tag-footer tag-related-posts"`)],
  ['the slug of a custom taxonomy', around(`class="${POST} news_tag-comments"`)],
  ['a place in the menu on body', page(`<h1>${HEADLINE}</h1>${SPEECH}`, '<body class="nav-menu">')],
  ['a section that is in the menu', around('class="section-in-nav"')],
  ['a genre, not comments', around('class="commentary"')],
  ['a wrapper that names the crumbs', inside('class="url-breadcrumb"', 'article')],
  ['a wrapper that names the ads', around('class="ad-wrapper"')],
  ['a wrapper that names the subscription', around('id="subscription-content"')],
  ['a list of comments by its class alone', around('class="list-group comments-list"')],
  ['a footer by its class alone', around('class="footer-menu-widget sidebar-content w-richtext"')],
  [
    'items of a list that its class calls comments',
    page(
      `<h2>${HEADLINE}</h2><ul class="comment-text-list related-list">${TEXT.map((text) => `<li><div class="comment-text">${text}</div></li>`).join('')}</ul>`,
    ),
  ],
  ['a state of comments', around('class="has-comments share-enabled"')],
  ['a state of a window', around('class="popup-open"')],
  ['a state of consent', around('class="text cookie-accepted"')],
  ['an unclosed anchor', page(`<a name="top"><h1>${HEADLINE}</h1>${SPEECH}`)],
  ['an unclosed anchor with an id', page(`<h1>${HEADLINE}</h1><div><a id="text">${SPEECH}</div>`)],
  [
    'an unclosed link in which others open',
    page(
      `<a href="/x"><h1>${HEADLINE}</h1><div>${SPEECH}<ul><li><a href="/2">أرشيف الميناء</a></li></ul></div>`,
    ),
  ],
  [
    'a selector of the family that finds another box',
    page(
      `<h1>${HEADLINE}</h1><div class="story">${SPEECH}</div><div class="entry-content"><p>خبر قصير.</p></div>`,
      '<body class="single-post postid-7">',
    ),
  ],
  [
    'a selector of the family that finds the lead alone',
    page(
      `<h1>${HEADLINE}</h1><div class="entry-content"><p>${TEXT[0]}</p></div><div class="story">${SPEECH.slice(SPEECH.indexOf('</p>') + 4)}</div>`,
      '<body class="single-post postid-7">',
    ),
  ],
  [
    'a headline of another story below the text',
    page(
      `<div class="top">${HEADLINE}</div><div class="story">${SPEECH}</div><div><h1>ميناء الرمال في صور</h1></div>`,
    ),
  ],
  [
    'the script that counts visitors',
    page(
      `<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script><h1>${HEADLINE}</h1><div>${SPEECH}</div>`,
    ),
  ],
];

describe('an article that is not refused', () => {
  it.each(PAGES)('for %s', (_name, html) => {
    const document = parseDocument(html, 'https://marsa.example/n/7');
    const reading = readArticle(document, { crawlers }) as Reading;
    expect(reading.kind).toBe('article');
    expect(reading.headline?.value).toBe(HEADLINE);
    expect(reading.articleBody?.value).toEqual(TEXT);
  });

  it('takes no comments for the text of a page without one', () => {
    const html = page(
      `<h1>${HEADLINE}</h1><h3>التعليقات</h3><div class="comments-list">${SPEECH}</div>`,
    );
    const reading = readArticle(parseDocument(html, 'https://marsa.example/n/7'), { crawlers });
    expect(reading.kind).toBe('too-little-text');
  });

  it('says that a selector was not believed', () => {
    const html = page(
      `<h1>${HEADLINE}</h1><div class="story">${SPEECH}</div><div class="teaser">قريبا</div>`,
    );
    const reading = readArticle(parseDocument(html, 'https://marsa.example/n/7'), {
      crawlers: [],
      source: { article: { body: '.teaser' } },
    }) as Reading;
    expect(reading.articleBody?.value).toEqual(TEXT);
    expect(reading.articleBody?.evidence.note).toContain('.teaser holds');
  });
});
