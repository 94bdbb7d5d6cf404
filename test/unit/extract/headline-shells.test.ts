/** Where a page prints its headline, and what stands there and is none. */
import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { articleReader } from '../../../src/read-article.ts';
import type { ArticleDraft } from '../../../src/record/article.ts';
import { B, BODY, H } from './shell-article.ts';

const read = articleReader(crawlers);

const S = 'جريدة الأفق';
const top = `<header><a href="/">${S}</a><nav><a href="/a">محليات</a><a href="/b">اقتصاد</a></nav></header>`;
const foot = '<footer>جميع الحقوق محفوظة</footer>';
const T = (title: string, head = ''): string => `<title>${title}</title>${head}`;

const SHELLS: readonly (readonly [name: string, html: string])[] = [
  ['title of a ministry', `${T('وزارة الأشغال والموانئ')}<h2>${H}</h2>${B}${foot}`],
  ['title of a town', `${T('بلدية المرسى')}<div class="pt"><h3>${H}</h3>${B}</div>${foot}`],
  [
    'title of a section and a ministry',
    `${T('الأخبار - وزارة الأشغال والموانئ')}<div><h2>${H}</h2><div>${B}</div></div>${foot}`,
  ],
  [
    'title of the page’s part',
    `${T('منبر الساحل - صفحة الخبر')}<center><p><b>${H}</b></p>${B}</center>${foot}`,
  ],
  ['title archive', `${T('أرشيف')}<center><big><b>${H}</b></big><br>${B}</center>${foot}`],
  [
    'site behind the heading',
    `${T(`${H} - ${S}`, `<meta property="og:site_name" content="${S}">`) + top}<h1>${H} | ${S}</h1>${B}${foot}`,
  ],
  [
    'site before the heading',
    `${T(`${S} - ${H}`, `<meta property="og:site_name" content="${S}">`) + top}<h1>${S} - ${H}</h1>${B}${foot}`,
  ],
  [
    'line that og:title alone has',
    `${T(`${H} :: الأفق الإخبارية`, `<meta property="og:title" content="${H} - الأفق الإخبارية">`)}<h1 class="site-title"><a href="/">الأفق الإخبارية لبنان</a></h1><div class="sh"><strong>${H}</strong></div>${B}${foot}`,
  ],
  [
    'day behind the heading',
    `${T(`${H} - ${S}`, `<meta property="og:title" content="${H}">`) + top}<h1><a href="/n/1">${H}</a> <span class="d"> / نوفمبر 2026</span></h1>${B}${foot}`,
  ],
  [
    'day before the heading, in parts',
    `${T(`${H} - ${S}`, `<meta property="og:title" content="${H}">`) + top}<h1><time class="m-date" datetime="2026-11-18">نوفمبر <span class="m-date-day">18</span> 2026</time> ${H}</h1>${B}${foot}`,
  ],
  [
    'section where Joomla’s article has its heading',
    `${T(`منبر الساحل | manbar.test - ${H}`, '<meta name="generator" content="Joomla! - Open Source Content Management">') + top}<div class="item-page" itemscope itemtype="https://schema.org/Article"><div class="page-header"><h1>نبض!</h1></div><div class="head"><div class="page-header"><h2 itemprop="headline">${H}</h2></div></div><div itemprop="articleBody">${B}</div></div>${foot}`,
  ],
  ['legend', `${T(`${H} - ${S}`) + top}<fieldset><legend>${H}</legend>${B}</fieldset>${foot}`],
  [
    'font',
    T(S) +
      top +
      `<table><tr><td><font size="5" color="red">${H}</font><br><font size="3">${BODY.join('<br><br>')}</font></td></tr></table>` +
      foot,
  ],
  [
    'byline in bold at the head of the text',
    T(S) +
      top +
      `<table><tr><td><font color="red">تقرير</font><br><font size="6">${H}</font><hr><font size="4"><p align="center"><b>الأفق/ كتب/ سالم باوزير</b><p>${BODY.join('<p>')}</font></td></tr></table>` +
      foot,
  ],
  ['strong p', `${T(S) + top}<div><p><strong>${H}</strong></p>${B}</div>${foot}`],
  [
    'div title class',
    `${T(S) + top}<div class="newsTitle">${H}</div><div class="newsText">${B}</div>${foot}`,
  ],
  [
    'span id title',
    `${T(S) + top}<span id="lblTitle">${H}</span><div id="lblBody">${B}</div>${foot}`,
  ],
  [
    'h1 site, h2',
    `${T(`${S} | ${H}`)}<h1>${S}</h1><nav><a href="/a">محليات</a></nav><h2>${H}</h2>${B}${foot}`,
  ],
  [
    'h1 site, h3 title site',
    T(S) +
      `<h1><a href="/">${S}</a></h1><nav><a href="/a">محليات</a></nav><h3>${H}</h3>${B}` +
      foot,
  ],
  ['h1 section, h2', `${T(`${H} - ${S}`) + top}<h1>محليات</h1><h2>${H}</h2>${B}${foot}`],
  [
    'h1 section, h2, title section',
    `${T(`محليات - ${S}`) + top}<h1>محليات</h1><h2>${H}</h2>${B}${foot}`,
  ],
  [
    'kicker in h1',
    `${T(`${H} - ${S}`) + top}<h1><span class="kicker">تحقيق</span>${H}</h1>${B}${foot}`,
  ],
  [
    'kicker in h1, no class',
    `${T(`${H} - ${S}`) + top}<h1><span>تحقيق</span> ${H}</h1>${B}${foot}`,
  ],
  [
    'kicker small',
    `${T(`${H} - ${S}`) + top}<h1><small>بعد عامين من الانتظار</small><br>${H}</h1>${B}${foot}`,
  ],
  [
    'kicker h2 above',
    `${T(`${H} - ${S}`) + top}<h2>بعد عامين من الانتظار</h2><h1>${H}</h1>${B}${foot}`,
  ],
  [
    'subtitle h2',
    `${T(`${H} - ${S}`) + top}<h1>${H}</h1><h2>خلاف على قطعتين من الأرض أخر العمل</h2>${B}${foot}`,
  ],
  ['section pipes', `${T(`${S} :: محليات :: ${H}`) + top}<div class="x">${H}</div>${B}${foot}`],
  ['section pipes 2', `${T(`${H} | محليات | ${S}`) + top}<div class="x">${H}</div>${B}${foot}`],
  ['title only, not shown', `${T(`${H} | محليات | ${S}`) + top}<div>${B}</div>${foot}`],
  [
    'og truncated',
    T(`${H} - ${S}`, `<meta property="og:title" content="المرسى تبدأ توسيع...">`) +
      top +
      `<h1>${H}</h1>${B}` +
      foot,
  ],
  [
    'og with site',
    T(`${S}`, `<meta property="og:title" content="${S}: ${H}">`) +
      top +
      `<div class="q">${H}</div>${B}` +
      foot,
  ],
  ['two h1', `${T(`${H} - ${S}`)}<h1 class="logo">${S}</h1>${top}<h1>${H}</h1>${B}${foot}`],
  ['two h1, title site', `${T(S)}<h1 class="logo">${S}</h1>${top}<h1>${H}</h1>${B}${foot}`],
  [
    'h1 split lines',
    `${T(`${H} - ${S}`) + top}<h1>المرسى تبدأ<br>توسيع كورنيشها الشرقي</h1>${B}${foot}`,
  ],
  ['blockquote', `${T(`${H} - ${S}`) + top}<blockquote>${H}</blockquote>${B}${foot}`],
  [
    'hidden h1 site',
    `${T(S)}<h1 style="display:none">${S}</h1>${top}<h2 class="title">${H}</h2>${B}${foot}`,
  ],
  [
    'related h3 below title site',
    T(S) +
      top +
      `<div class="tt">${H}</div>${B}<h3><a href="/x">بلدية الوادي تغلق سوقها القديم شهرا</a></h3><h3><a href="/y">أمطار غزيرة على الساحل غدا</a></h3>` +
      foot,
  ],
  ['a in h1', `${T(S) + top}<h1><a href="/news/44120">${H}</a></h1>${B}${foot}`],
  ['h5', `${T(S) + top}<h5>${H}</h5>${B}${foot}`],
  [
    'td class',
    T(S) +
      `<table><tr><td>${S}</td></tr><tr><td class="title">${H}</td></tr><tr><td>28/11/2026</td></tr><tr><td>${BODY.join('<br>')}</td></tr></table>`,
  ],
  [
    'breadcrumb then bold',
    T(`${S} - الأخبار`) +
      top +
      `<div><a href="/">الرئيسية</a> » <a href="/a">محليات</a> » ${H}</div><b>${H}</b><br>${BODY.join('<br><br>')}` +
      foot,
  ],
  ['custom el', `${T(S) + top}<story-title>${H}</story-title><story-body>${B}</story-body>${foot}`],
  ['p role heading', `${T(S) + top}<div role="heading" aria-level="1">${H}</div>${B}${foot}`],
  ['itemprop', `${T(S) + top}<span itemprop="headline">${H}</span>${B}${foot}`],
  [
    'jsonld only',
    T(S, `<script type="application/ld+json">{"@type":"NewsArticle","headline":"${H}"}</script>`) +
      top +
      `<div>${B}</div>` +
      foot,
  ],
  ['title quote', `${T(`${H} «${S}»`) + top}<h1>${H}</h1>${B}${foot}`],
  ['date h1', `${T(S) + top}<h1>السبت 28 نوفمبر 2026</h1><h2>${H}</h2>${B}${foot}`],
  ['welcome title', `${T(`مرحبا بكم في ${S}`) + top}<h2>${H}</h2>${B}${foot}`],
  ['hash title', `${T(`${S} - تفاصيل الخبر`) + top}<h3 class="head">${H}</h3>${B}${foot}`],
];

it.each(SHELLS)('%s', (_name, html) => {
  const { headline, articleBody } = read(html, {
    url: 'https://alufuq.example/news/44120',
    zone: 'Asia/Beirut',
    now: new Date('2026-11-29T09:00:00Z'),
  }) as ArticleDraft;
  expect(headline).toBe(H);
  expect(articleBody.endsWith('أمام متاجرهم.')).toBe(true);
});

const FRENCH = `<p>Depuis le mois de mars, les puisatiers de la commune descendent à soixante-dix mètres pour trouver une eau encore trouble, et les familles attendent leur tour dès l’aube.</p>
<p>La mairie annonce deux forages équipés de panneaux solaires avant la fin de l’année, financés par une collecte de la diaspora et par une avance du ministère.</p>`;

it('keeps the space that French sets before a colon', () => {
  const french = 'Kiffa : les puisatiers creusent à soixante-dix mètres';
  const { headline } = read(`${T(french)}<h1>${french}</h1>${FRENCH}${foot}`, {
    url: 'https://alufuq.example/news/44120',
    zone: 'Asia/Beirut',
    now: new Date('2026-11-29T09:00:00Z'),
  }) as ArticleDraft;
  expect(headline).toBe(french);
});

describe('a headline of two lines', () => {
  const whole = `خلاف على الكورنيش: ${H}`;
  const head = T(`${whole} - ${S}`, `<meta property="og:title" content="${whole}">`) + top;
  const cases = [
    [
      'parted by a colon that styles hide',
      `<h1><span class="kicker">خلاف على الكورنيش</span><span class="hide">: </span><span>${H}</span></h1>`,
    ],
    [
      'parted by their elements alone',
      `<h2 class="headline"><span class="headline-a">خلاف على الكورنيش</span> <span class="headline-b">${H}</span></h2>`,
    ],
  ] as const;

  it.each(cases)('%s is as the title writes it', (_name, heading) => {
    const { headline } = read(`${head}<main>${heading}${B}</main>${foot}`, {
      url: 'https://alufuq.example/news/44120',
      zone: 'Asia/Beirut',
      now: new Date('2026-11-29T09:00:00Z'),
    }) as ArticleDraft;
    expect(headline).toBe(whole);
  });
});
