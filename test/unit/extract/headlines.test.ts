/** Which line of a page is its headline: never the site's name, a placeholder, a date or a label. */
import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { readArticle } from '../../../src/line/extract/article.ts';
import { type Boilerplate, learnBoilerplate } from '../../../src/line/extract/boilerplate.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import type { Reading } from '../../../src/record/reading.ts';

const HEADLINE = 'مخابز الضاحية تعود إلى العمل ليلا بعد توقف أسبوع';
const SITE = 'صحيفة الضفة الجديدة';
const TEXT = [
  'عادت مخابز الضاحية إلى العمل ليلا بعدما وصلت شحنة الدقيق التي تأخرت أسبوعا في الميناء، بحسب نقابة الخبازين.',
  'وقال نقيب الخبازين إن الأفران تعمل الآن بنصف طاقتها، وإن الكمية المتوافرة تكفي عشرة أيام على الأقل.',
  'ويشتري السكان الخبز من نافذة واحدة في كل حي، وتفتح النوافذ من السادسة مساء حتى منتصف الليل كل يوم.',
]
  .map((text) => `<p>${text}</p>`)
  .join('');

interface Shape {
  readonly title: string;
  readonly body: string;
  readonly head?: string;
  readonly headline?: string;
}

const og = (property: string, content: string): string =>
  `<meta property="og:${property}" content="${content}">`;
const NAMED = og('site_name', SITE);
const LOGO = `<header><h1 class="logo"><a href="/">${SITE}</a></h1></header>`;
const article = (heading: string): string => `<div class="post">${heading}<div>${TEXT}</div></div>`;

const SHAPES: Record<string, Shape> = {
  'the title is the site, the headline an h2': {
    title: SITE,
    head: NAMED,
    body: article(`<h2>${HEADLINE}</h2>`),
  },
  'the title is the site, the headline a bold line': {
    title: SITE,
    head: NAMED,
    body: article(`<div><font size="5"><b>${HEADLINE}</b></font></div>`),
  },
  'the logo is an h1, too': {
    title: SITE,
    head: NAMED,
    body: `${LOGO}${article(`<h1>${HEADLINE}</h1>`)}`,
  },
  'the logo is the only h1': {
    title: SITE,
    head: NAMED,
    body: `${LOGO}${article(`<h3>${HEADLINE}</h3>`)}`,
  },
  'the title words the story otherwise and the logo is an h1': {
    title: `عودة الأفران إلى العمل في الضاحية - ${SITE}`,
    body: `${LOGO}${article(`<h1 class="entry">${HEADLINE}</h1>`)}`,
  },
  'a placeholder of a program': {
    title: 'Untitled Document',
    body: article(`<div class="t"><b>${HEADLINE}</b></div>`),
  },
  'a placeholder of a system': {
    title: 'Detail-Page',
    body: article(`<h2>${HEADLINE}</h2>`),
  },
  'a placeholder in Arabic and French': {
    title: 'تفاصيل الخبر',
    head: og('title', 'Document sans titre'),
    body: article(`<h2>${HEADLINE}</h2>`),
  },
  'a date in an element called a title': {
    title: `${HEADLINE} | الضفة`,
    head: og('title', HEADLINE),
    body: `<div class="title">الاثنين 12 مارس 2026 20:10</div>${article('')}`,
  },
  'a class calls the name of the section a title, with the date in it': {
    title: 'الضفة الجديدة للأنباء',
    body: `<div class="PageTitle">أخبار محلية <span class="DateTime">16-07-2026 03:12 PM</span></div><table><tr><td><span class="ItemTitle">${HEADLINE}</span></td></tr><tr><td>${TEXT}</td></tr></table>`,
  },
  'a date stands in the heading': {
    title: `${HEADLINE} - ${SITE}`,
    body: article(`<h1><div>12 مارس 2026</div>${HEADLINE}</h1>`),
  },
  'the site is a school of a long name': {
    title: `${HEADLINE} | كلية الصحافة والإعلام في جامعة الضفة الشرقية للعلوم الإنسانية والاجتماعية`,
    head: og(
      'site_name',
      'كلية الصحافة والإعلام في جامعة الضفة الشرقية للعلوم الإنسانية والاجتماعية',
    ),
    body: article(`<h1>${HEADLINE}</h1>`),
  },
  'a long motto stands behind it': {
    title: `${HEADLINE} | نكتب عن الحي وأهله وخبزه ومائه وشوارعه ومدارسه كل صباح، ونسأل من يجلس خلف المكاتب لماذا لا يصل القطار في موعده، ولماذا ينقطع الماء في الصيف`,
    body: article(`<h1>${HEADLINE}</h1>`),
  },
  'a short one stands before the long name of the site': {
    title: 'عودة الأفران | صحيفة الضفة الجديدة لأخبار المدن والقرى',
    head: og('site_name', 'صحيفة الضفة الجديدة لأخبار المدن والقرى'),
    body: article('<h1>عودة الأفران</h1>'),
    headline: 'عودة الأفران',
  },
  'one word': {
    title: `الرغيف - كتاب - ${SITE}`,
    head: og('title', 'الرغيف'),
    body: `${LOGO}${article('<h1>الرغيف</h1>')}<h2>الرغيف في عيون أهله</h2>`,
    headline: 'الرغيف',
  },
  'one word and no metadata': {
    title: 'جنين | الضفة',
    head: og('site_name', 'الضفة'),
    body: article('<h1>جنين</h1>'),
    headline: 'جنين',
  },
  'a guillemet before the name': {
    title: `${HEADLINE} « الضفة`,
    head: og('site_name', 'الضفة'),
    body: article(''),
  },
  'the name before the headline': {
    title: `الضفة » ${HEADLINE}`,
    head: og('site_name', 'الضفة'),
    body: article(''),
  },
  'a kicker in the heading': {
    title: `${HEADLINE} | الضفة`,
    body: article(`<h1><span class="kicker">أزمة الخبز</span><span>${HEADLINE}</span></h1>`),
  },
  'an overline in a block of the heading': {
    title: `${HEADLINE} | الضفة`,
    body: article(`<h1><div class="article__overline">خاص</div>${HEADLINE}</h1>`),
  },
  'an h1 holds the day in both calendars': {
    title: SITE,
    head: NAMED,
    body: `<h1>الأحد ١٩ جمادى الآخرة ١٤٤٨ هـ - ٢٩ نوفمبر ٢٠٢٦ م</h1>${article(`<h4>${HEADLINE}</h4>`)}`,
  },
  'a cell without a class holds it and the title is an outlet that nothing names': {
    title: 'وكالة الضفة الإخبارية',
    body: `<table><tr><td>محليات</td></tr><tr><td>${HEADLINE}</td></tr><tr><td>الإثنين 11-02-2013 04:20 مساءً</td></tr><tr><td>${TEXT}</td></tr></table>`,
  },
  'the title names the home page': {
    title: 'ملتقى الضفة الإخباري - الصفحة الرئيسية',
    body: article(`<p><b>${HEADLINE}</b></p>`),
  },
  'the name of the outlet stands before it in the title of a page without headings': {
    title: `شبكة أخبار الضفة الجديدة - ${HEADLINE}`,
    body: `<div>${TEXT}</div>`,
  },
  'the page of a printed issue has it below the text': {
    title: 'الضفة - صفحة 4',
    body: `<div>${TEXT}</div><div><h2 class="ep-title">${HEADLINE}</h2></div>`,
  },
  'a hidden h1 and the metadata hold the motto': {
    title: HEADLINE,
    head: og('title', 'الضفة الجديدة.. خبز وماء وخبر'),
    body: `<h1 class="sr-only">الضفة الجديدة.. خبز وماء وخبر</h1>${article(`<h2>${HEADLINE}</h2>`)}`,
  },
  'a counter and the day stand behind it in its element': {
    title: `${HEADLINE} - محليات - ${SITE}`,
    body: article(
      `<h1>${HEADLINE}<span>المشاهدات : ٢٣١٠</span> <span>الجمعة ٢٢ ديسمبر ٢٠٢٣ - ١٠:١٥ م</span></h1>`,
    ),
  },
  'a number stands behind a colon of it': {
    title: `${HEADLINE} : عودة 400 عامل`,
    head: og('title', `${HEADLINE} : عودة 400 عامل`),
    body: article(`<h1>${HEADLINE} : عودة 400 عامل</h1>`),
    headline: `${HEADLINE} : عودة 400 عامل`,
  },
  'linked titles of other stories are called titles, and it is not': {
    title: `جريدة التلال - ${HEADLINE}`,
    body: `<ul><li><h3 class="post-title"><a href="/n/1">وفاة طفل سقط في بئر مهجورة</a></h3></li></ul><div class="md"><div class="more_t">${HEADLINE}</div>${TEXT}</div>`,
  },
  'a byline stands between it and the text': {
    title: 'New Page 1',
    body: `<p><font size="5"><b>${HEADLINE}</b></font></p><p><b>نص: سعاد المالح</b></p>${TEXT}`,
  },
  'a field for the name of the site holds it': {
    title: HEADLINE,
    head: `${og('title', HEADLINE)}<meta name="application-name" content="${HEADLINE}">`,
    body: `<div class="post-title"><a href="/n/2">وفاة طفل سقط في بئر مهجورة</a></div>${article(`<h1>${HEADLINE}</h1>`)}`,
  },
  'only a misspelt class calls it a title': {
    title: SITE,
    head: NAMED,
    body: article(`<div class="ttl">${HEADLINE}</div>`),
  },
  'a French class of a cell calls it a title': {
    title: SITE,
    head: NAMED,
    body: article(`<table><tr><td class="titre">${HEADLINE}</td></tr></table>`),
  },
  'the title greets the reader': {
    title: `مرحبا بكم في موقع ${SITE}`,
    head: NAMED,
    body: article(`<h2>${HEADLINE}</h2>`),
  },
  'the title has the section between, and no heading stands on the page': {
    title: `${HEADLINE} | محليات | ${SITE}`,
    head: NAMED,
    body: `<nav><a href="/s/1">محليات</a></nav>${article('')}`,
  },
  'a message of a script in an h1': {
    title: HEADLINE,
    head: og('title', HEADLINE),
    body: `<h1>تعذر تحميل الصفحة</h1>${article('')}`,
  },
};

function read({ title, body, head = '' }: Shape, boilerplate?: Boilerplate): Reading {
  const html = `<html><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
  const document = parseDocument(html, 'https://difa.example/n/81');
  return readArticle(document, { crawlers, ...(boilerplate ? { boilerplate } : {}) }) as Reading;
}

describe('the headline', () => {
  it.each(Object.entries(SHAPES))('is read where %s', (_name, shape) => {
    expect(read(shape).headline?.value).toBe(shape.headline ?? HEADLINE);
  });

  it('keeps its place and what stands behind it out of the text that styles lift it over', () => {
    const html = `<title>${HEADLINE}</title><div>${TEXT}<div class="cover"><div>محليات</div><h1>${HEADLINE}</h1><p>سعاد المالح</p><p>٦ مايو ٢٠٢٥</p></div></div>`;
    const reading = readArticle(parseDocument(html, 'https://difa.example/n/81'), {
      crawlers,
    }) as Reading;
    expect(reading.headline?.value).toBe(HEADLINE);
    expect(reading.author?.value).toEqual(['سعاد المالح']);
    expect(reading.dates.map(({ text }) => text)).toContain('٦ مايو ٢٠٢٥');
    expect(reading.articleBody?.value).toHaveLength(3);
  });

  it('is not a part that the titles of other pages have too', () => {
    const other = (at: number): string =>
      `<title>خبر آخر من المدينة رقم ${at} - محليات - مرايا</title><p>نص ${at}</p>`;
    const memory = [1, 2, 3].reduce<Boilerplate | undefined>(
      (before, at) =>
        learnBoilerplate(before, parseDocument(other(at), `https://difa.example/n/${at}`)),
      undefined,
    );
    const shape = { title: `${HEADLINE} - محليات - مرايا`, body: article('') };
    expect(read(shape, memory).headline?.value).toBe(HEADLINE);
  });

  it('does not name the site after the story', () => {
    const shape = SHAPES['the title words the story otherwise and the logo is an h1'];
    expect(shape && read(shape).siteName).toBe(SITE);
  });

  it('of a selector is not believed where it is the name of the site', () => {
    const html = `<title>${HEADLINE}</title>${NAMED}<div class="x">${SITE}</div><h1>${HEADLINE}</h1>${TEXT}`;
    const source = { article: { headline: '.x' } };
    const reading = readArticle(parseDocument(html, 'https://difa.example/n/1'), {
      crawlers: [],
      source,
    }) as Reading;
    expect(reading.headline?.value).toBe(HEADLINE);
  });
});
