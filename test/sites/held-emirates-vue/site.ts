import { escapeText, othersThan, readBlocks, scriptJson } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const NAME = 'مرايا اليوم';
const list = (text = '') => text.split('|').filter((part) => part !== '');
const MENU = list(
  'الرئيسية|محليات|تعليم|صحة|حوادث وقضايا|اقتصاد محلي|عقارات|رياضة|سياسة|حياة|مقالات|فيديو',
);
const MORE = list(
  'تعديل ساعات العمل في الجهات الاتحادية خلال رمضان~حددت الهيئة ساعات العمل من التاسعة صباحا حتى الثانية والنصف ظهرا، مع السماح بالعمل عن بعد يوم الجمعة.|بلدية دبي تفتتح 5 مسارات جديدة للمشي~يمتد أطول المسارات ستة كيلومترات بمحاذاة القناة المائية، وتتوافر فيه محطات للراحة ومياه الشرب.|محكمة تلزم مستأجرا بسداد فواتير متأخرة~قضت المحكمة بإلزامه بسداد 14 ألف درهم والفوائد القانونية من تاريخ المطالبة.|نمو صادرات التمور الإماراتية إلى آسيا~ارتفعت الصادرات 17% مدعومة بالطلب من أسواق جديدة في جنوب شرق القارة.',
);

const teaser = (entry: string, at: number): string => {
  const [title = '', sum = ''] = entry.split('~');
  return `<div data-v-5c11="" class="teaser"><a data-v-5c11="" href="/x/1.81${at}" class="teaser__media"><img data-v-5c11="" alt="" src="/polopoly/t${at}.jpg"></a><div data-v-5c11="" class="teaser__content"><a data-v-5c11="" href="/x/1.81${at}"><h3 data-v-5c11="">${escapeText(title)}</h3></a>${sum ? `<p data-v-5c11="">${sum}</p>` : ''}</div></div>`;
};

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  const { print = {}, image, description = '', keywords = [], author } = article;
  const title = escapeText(article.headline);
  const section = article.articleSection?.[0] ?? '';
  const parts = readBlocks(article).map(({ kind, text }) =>
    kind === 'heading'
      ? `<p><strong>${escapeText(text)}</strong></p>`
      : `<p>${escapeText(text)}</p>`,
  );
  parts.splice(
    2,
    0,
    '<!----><div data-v-77aa="" class="google-follow"><a data-v-77aa="" href="#">تابعوا آخر أخبارنا المحلية والرياضية وآخر المستجدات عبر Google news</a></div>',
  );
  const data = {
    '@context': 'http://schema.org',
    '@type': 'NewsArticle',
    headline: article.headline,
    description,
    datePublished: print.iso,
    articleBody: article.body.replaceAll('\n\n', ' '),
    author: [{ '@type': 'Person', name: author?.[0] ?? NAME }],
    publisher: { '@type': 'Organization', name: NAME },
  };
  return `<!doctype html><html data-n-head-ssr lang="ar" dir="rtl"><head><title>${title} | ${NAME}</title><meta data-n-head="ssr" charset="utf-8"><meta data-n-head="ssr" name="description" content="${escapeText(description)}"><meta data-n-head="ssr" property="og:title" content="${title}"><meta data-n-head="ssr" property="og:site_name" content="${NAME}"><meta data-n-head="ssr" property="article:published_time" content="${print.iso}"><script data-n-head="ssr" type="application/ld+json">${scriptJson(data)}</script><link rel="preload" href="/_nuxt/3a.js" as="script"></head>
<body><div data-server-rendered="true" id="__nuxt"><!----><div id="__layout"><div data-v-7e22=""><header data-v-1f00="" class="header"><a data-v-1f00="" href="/" class="logo nuxt-link-active"><img data-v-1f00="" src="/logo.svg" alt="${NAME}"></a><nav data-v-1f00=""><ul data-v-1f00="">${MENU.map((one) => `<li data-v-1f00=""><a data-v-1f00="" href="/s">${one}</a></li>`).join('')}</ul></nav><div data-v-1f00="" class="times"><span>الفجر 5:24</span><span>الظهر 12:34</span></div></header>
<main data-v-40b1="" class="article-page"><div data-v-40b1="" class="article-page__main"><div data-v-40b1="" class="category"><a data-v-40b1="" href="/s">${section}</a></div><h1 data-v-40b1="" class="title">${title}</h1><div data-v-40b1="" class="info"><p data-v-40b1="" class="source">المصدر: <span data-v-40b1="">${print.byline}</span></p><p data-v-40b1="" class="when">التاريخ: <span data-v-40b1="">${print.shown}</span></p></div><div data-v-40b1="" class="share"><button>شارك</button></div>${image ? `<figure data-v-40b1=""><img data-v-40b1="" src="${image.path}" width="${image.width}" height="${image.height}" alt="">${image.caption ? `<figcaption data-v-40b1="">${image.caption}</figcaption>` : ''}</figure>` : ''}
<div data-v-40b1="" class="body"><div data-v-66d0="" class="rich">${parts.join('\n')}</div></div><div data-v-40b1="" class="tags">${keywords.map((one) => `<a data-v-40b1="" href="/t">${one}</a>`).join('')}</div><div data-v-40b1="" class="whatsapp-box"><p data-v-40b1="">الأكثر مشاركة</p></div></div><aside data-v-40b1="" class="article-page__side"><h2 data-v-40b1="">الأكثر قراءة</h2>${MORE.map(teaser).join('')}</aside><section data-v-40b1="" class="also"><h2 data-v-40b1="">قد يعجبك أيضا</h2>${[...othersThan(article, articles, 2).map(({ headline }) => headline), ...MORE].map(teaser).join('')}</section></main>
<footer data-v-2c33=""><p data-v-2c33="">© 2026 ${NAME}، جميع الحقوق محفوظة</p></footer></div></div></div><script>window.__NUXT__=(function(a){return{layout:"default",data:[{id:a}],fetch:{}}}("${article.path.split('-').at(-1)}"));</script></body></html>`;
}

/** An Emirati daily on Vue. */
export const site: ReplicaSite = {
  id: 'held-emirates-vue',
  name: NAME,
  family: 'nuxt-daily',
  heldOut: true,
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
