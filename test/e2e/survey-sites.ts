/** Sites of many makes, as a newcomer's might be, each with what a survey has to find of it. */

/** What a site answers on one path. */
export interface Answer {
  readonly type: string;
  readonly body: string | Buffer;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A site and what is expected of its survey. */
export interface SurveySite {
  readonly name: string;
  /** What it answers, given its origin and the time. */
  readonly answers: (origin: string, now: Date) => Readonly<Record<string, Answer>>;
  /** Kinds of route that have to be found, and where. */
  readonly routes: Readonly<Record<string, string>>;
  /** The zone, or one that shows the same; `asked` where nobody can tell. */
  readonly zone: string;
  /** A route that works and does not belong into the file. */
  readonly without?: string;
}

const STORIES: readonly (readonly [
  slug: string,
  headline: string,
  paragraphs: readonly string[],
])[] = [
  [
    'honey-market',
    'سوق العسل يعود إلى عين السروة بعد ثلاثة مواسم',
    [
      'عاد سوق العسل إلى ساحة بلدة عين السروة بعد انقطاع دام ثلاثة مواسم، وعرض فيه أربعون نحالا ما جنوه من سفوح الجبل.',
      'وقال رئيس جمعية النحالين عادل الشريقي إن محصول هذا العام بلغ اثني عشر طنا، أي ضعف ما كان عليه في الموسم الذي سبق الجفاف.',
      'ويستمر السوق حتى مساء الجمعة، وتخصص البلدية حافلات مجانية من المدينة إلى الساحة كل نصف ساعة.',
    ],
  ],
  [
    'new-bridge',
    'افتتاح جسر جديد فوق وادي النمل يختصر طريق القرى',
    [
      'افتتحت وزارة الأشغال جسرا فوق وادي النمل يصل ست قرى بالطريق الرئيس، ويختصر الرحلة إلى المستشفى من ساعة إلى ربع ساعة.',
      'وأوضحت مهندسة المشروع رندة العوفي أن الجسر صمم ليحتمل سيول الشتاء، بعد أن جرفت المعبر القديم مرتين في خمس سنوات.',
      'وعبر الأهالي عن ارتياحهم، وطالبوا بإنارة المداخل وبمواقف للحافلات المدرسية عند طرفي الجسر.',
    ],
  ],
  [
    'library-night',
    'مكتبة المدينة تفتح أبوابها ليلا لطلبة الامتحانات',
    [
      'أعلنت مكتبة المدينة العامة تمديد ساعات العمل حتى منتصف الليل طوال شهر الامتحانات، بعد عريضة وقعها أكثر من ألفي طالب.',
      'وقالت أمينة المكتبة سلمى الحداد إن القاعات تتسع لأربعمئة قارئ، وإن متطوعين سيتولون التنظيم وتوزيع الماء والقهوة.',
      'ويشمل القرار المكتبات الفرعية الثلاث في الأحياء الشمالية ابتداء من الأسبوع المقبل.',
    ],
  ],
  [
    'wheat-prices',
    'أسعار القمح تتراجع مع وصول ثلاث سفن إلى الميناء',
    [
      'تراجعت أسعار القمح في سوق الجملة بنحو أربعة في المئة بعد وصول ثلاث سفن محملة بالحبوب إلى الميناء خلال يومين.',
      'وتوقع تجار التقتهم الصحيفة أن يستمر الانخفاض حتى نهاية الشهر إذا بقيت تكاليف الشحن على حالها.',
      'وأكدت هيئة الحبوب أن المخزون يكفي سبعة أشهر، وأن المطاحن تسلمت حصصها في مواعيدها.',
    ],
  ],
];

/** Minutes before the survey at which the stories were published. */
const AGES = [7, 52, 131, 490];

interface Story {
  readonly slug: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
  readonly at: Date;
}

const storiesAt = (now: Date): Story[] =>
  STORIES.map(([slug, headline, paragraphs], index) => ({
    ...{ slug, headline, paragraphs },
    at: new Date(Math.floor(now.getTime() / 60_000) * 60_000 - (AGES[index] ?? 0) * 60_000),
  }));

/** The clock of an offset: `2026-11-28T14:05`. */
const clock = (at: Date, hours: number): string =>
  new Date(at.getTime() + hours * 3_600_000).toISOString().slice(0, 16);
const stated = (at: Date, hours: number): string =>
  `${clock(at, hours)}:00+${String(hours).padStart(2, '0')}:00`;
/** As bylines print it: `28/11/2026 - 14:05`. */
const byline = (at: Date, hours: number): string => {
  const [day = '', time = ''] = clock(at, hours).split('T');
  return `${day.split('-').reverse().join('/')} - ${time}`;
};

const html = (body: string | Buffer, headers?: Record<string, string>): Answer => ({
  type: 'text/html; charset=utf-8',
  body,
  ...(headers ? { headers } : {}),
});
const xml = (body: string): Answer => ({ type: 'application/xml; charset=utf-8', body });

interface Make {
  readonly head?: string;
  readonly lang?: string;
  /** What stands below the headline. */
  readonly below?: string;
}

const page = ({ head = '', lang = '' }: Make, body: string): string =>
  `<!doctype html><html${lang ? ` lang="${lang}"` : ''} dir="rtl"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

const article = ({ headline, paragraphs }: Story, make: Make): Answer => {
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  const head = `<title>${headline} | نشرة السروة</title>${make.head ?? ''}`;
  return html(
    page(
      { ...make, head },
      `<main><h1>${headline}</h1><div class="meta">${make.below ?? ''}</div><div class="text">${text}</div></main>`,
    ),
  );
};

const cards = (stories: readonly Story[], at: (story: Story) => string, heading = 'h2'): string =>
  stories
    .map(
      (story) =>
        `<article class="card"><${heading}><a href="${at(story)}">${story.headline}</a></${heading}></article>`,
    )
    .join('');

const rss = (stories: readonly Story[], at: (story: Story) => string, hours = 0): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>نشرة</title>${stories
    .map(
      (story) =>
        `<item><title>${story.headline}</title><link>${at(story).replaceAll('&', '&amp;')}</link><pubDate>${
          hours === 0 ? story.at.toUTCString() : stated(story.at, hours)
        }</pubDate></item>`,
    )
    .join('')}</channel></rss>`;

const newsSitemap = (
  stories: readonly Story[],
  at: (story: Story) => string,
  hours: number,
): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${stories
    .map(
      (story) =>
        `<url><loc>${at(story)}</loc><news:news><news:title>${story.headline}</news:title><news:publication_date>${stated(story.at, hours)}</news:publication_date></news:news></url>`,
    )
    .join('')}</urlset>`;

const jsonLd = (data: object): string =>
  `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const published = (at: Date, hours: number): string =>
  `<meta property="article:published_time" content="${stated(at, hours)}">`;
const robots = (...lines: string[]): Answer => ({
  type: 'text/plain',
  body: `${lines.join('\n')}\n`,
});

/** Every story's page under its path. */
function pages(
  stories: readonly Story[],
  path: (story: Story) => string,
  make: (story: Story) => Make,
): Record<string, Answer> {
  return Object.fromEntries(stories.map((story) => [path(story), article(story, make(story))]));
}

/** The same outlet's news for readers of French. */
const FRENCH: Story = {
  slug: 'marche-du-miel',
  headline: 'Le marché du miel rouvre à Aïn Essarwa après trois saisons',
  paragraphs: [
    'Le marché du miel a rouvert samedi sur la place d’Aïn Essarwa, où quarante apiculteurs ont vendu la récolte des collines voisines.',
    'Le président de leur association, Adel Chriki, parle de douze tonnes, le double de la saison qui avait précédé la sécheresse.',
    'La commune met en place des navettes gratuites depuis la ville, toutes les demi-heures, jusqu’à vendredi soir.',
  ],
  at: new Date(0),
};

/** A home page that scripts draw. */
const SHELL = '<div id="root"></div><script src="/app.js"></script>';

export const SURVEY_SITES: readonly SurveySite[] = [
  {
    name: 'a home page with cards alone',
    routes: { section: '/' },
    zone: 'Asia/Amman',
    answers: (_, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/news/${slug}-for-the-people`;
      const head = '<meta property="og:locale" content="ar_JO">';
      return {
        '/': html(page({ head }, cards(stories, path))),
        ...pages(stories, path, ({ at }) => ({ below: byline(at, 3) })),
      };
    },
  },
  {
    name: 'a robots.txt whose sitemap is gone, with a news sitemap that nothing names',
    routes: { newsSitemap: '/news-sitemap.xml' },
    zone: 'Africa/Cairo',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/2026/${slug}`;
      return {
        '/': html(page({}, `${SHELL}<a href="tel:+20225740000">اتصل</a>`)),
        '/robots.txt': robots('User-agent: *', 'Disallow:', `Sitemap: ${origin}/sitemaps/old.xml`),
        '/news-sitemap.xml': xml(newsSitemap(stories, (story) => origin + path(story), 2)),
        ...pages(stories, path, ({ at }) => ({ head: published(at, 2) })),
      };
    },
  },
  {
    name: 'an index of sitemaps that nothing names',
    routes: { newsSitemap: '/sitemap_index.xml' },
    zone: 'Africa/Tripoli',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/${slug}-now/`;
      const index = (name: string) => `<sitemap><loc>${origin}/${name}</loc></sitemap>`;
      return {
        '/': html(page({}, `${SHELL}<a href="tel:+218213330000">اتصل</a>`)),
        '/robots.txt': robots('User-agent: *', 'Disallow: /wp-admin/', 'Sitemap: old/map.xml'),
        '/sitemap_index.xml': xml(`<sitemapindex>${index('post-sitemap.xml')}</sitemapindex>`),
        '/post-sitemap.xml': xml(newsSitemap(stories, (story) => origin + path(story), 2)),
        ...pages(stories, path, ({ at }) => ({ head: published(at, 2) })),
      };
    },
  },
  {
    name: 'a feed in French named before the one in Arabic',
    routes: { feed: '/ar/feed.xml' },
    zone: 'asked',
    without: '/fr/feed.xml',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const french = [{ ...FRENCH, at: new Date(now.getTime() - 60_000) }];
      const path = ({ slug }: Story) => `/ar/${slug}`;
      const pathFr = ({ slug }: Story) => `/fr/${slug}`;
      const feed = (code: string) =>
        `<link rel="alternate" type="application/rss+xml" href="/${code}/feed.xml">`;
      return {
        '/': html(page({ head: feed('fr') + feed('ar') }, SHELL)),
        '/fr/feed.xml': xml(rss(french, (story) => origin + pathFr(story))),
        '/ar/feed.xml': xml(rss(stories, (story) => origin + path(story))),
        ...pages(french, pathFr, () => ({ lang: 'fr' })),
        ...pages(stories, path, () => ({ lang: 'ar' })),
      };
    },
  },
  {
    name: 'an API of WordPress that only articles name',
    routes: { wordpress: '/wp-json/wp/v2/posts' },
    zone: 'Asia/Riyadh',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/posts/${slug}-today-in-town`;
      const api = `<link rel="https://api.w.org/" href="${origin}/wp-json/">`;
      const posts = stories.map((story) => ({
        link: origin + path(story),
        date_gmt: story.at.toISOString().slice(0, 19),
        title: { rendered: story.headline },
        content: { rendered: story.paragraphs.map((text) => `<p>${text}</p>`).join('') },
      }));
      return {
        '/': html(page({}, cards(stories, path, 'h3'))),
        '/wp-json/wp/v2/posts': { type: 'application/json', body: JSON.stringify(posts) },
        ...pages(stories, path, ({ at }) => ({ head: api + published(at, 3) })),
      };
    },
  },
  {
    name: 'a feed that nothing announces',
    routes: { feed: '/rss.xml' },
    zone: 'Asia/Baghdad',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/content/${slug}`;
      return {
        '/': html(page({ lang: 'ar' }, SHELL), { 'content-language': 'ar-IQ' }),
        '/rss.xml': xml(rss(stories, (story) => origin + path(story))),
        ...pages(stories, path, () => ({})),
      };
    },
  },
  {
    name: 'an Atom feed in the head and a locale of Open Graph',
    routes: { feed: '/flux.atom' },
    zone: 'Africa/Casablanca',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/akhbar/${slug}`;
      const entries = stories.map(
        (story) =>
          `<entry><title>${story.headline}</title><id>${story.slug}</id><link href="${origin}${path(story)}"/><published>${story.at.toISOString()}</published></entry>`,
      );
      const head =
        '<meta property="og:locale" content="ar_MA"><link rel="alternate" type="application/atom+xml" href="/flux.atom">';
      return {
        '/': html(page({ head, lang: 'ar' }, SHELL)),
        '/flux.atom': xml(`<feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`),
        ...pages(stories, path, ({ at }) => ({ head: published(at, 1) })),
      };
    },
  },
  {
    name: 'bare pages with AMP twins',
    routes: { feed: '/feed/' },
    zone: 'Asia/Beirut',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/story/${slug}`;
      const bare = stories.map((story): [string, Answer] => [
        path(story),
        html(
          page(
            {
              head: `<title>${story.headline}</title><link rel="amphtml" href="/amp${path(story)}">`,
            },
            SHELL,
          ),
        ),
      ]);
      const amp = pages(
        stories,
        (story) => `/amp${path(story)}`,
        ({ at }) => ({ head: published(at, 2) }),
      );
      return {
        '/': html(page({ lang: 'ar-LB' }, SHELL)),
        '/feed/': xml(rss(stories, (story) => origin + path(story))),
        ...Object.fromEntries(bare),
        ...amp,
      };
    },
  },
  {
    name: 'a bare home page with an AMP twin',
    routes: { section: '/amp/' },
    zone: 'asked',
    answers: (_, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/reports/${slug}-in-detail`;
      return {
        '/': html(page({ head: '<link rel="amphtml" href="/amp/">' }, SHELL)),
        '/amp/': html(page({}, cards(stories, path))),
        ...pages(stories, path, ({ at }) => ({ below: clock(at, 3).slice(0, 10) })),
      };
    },
  },
  {
    name: 'a feed with tracking beside clean cards',
    routes: { feed: '/feed.xml' },
    zone: 'Africa/Tunis',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/watan/${slug}-in-the-country`;
      const head = jsonLd({
        '@type': 'NewsMediaOrganization',
        address: { '@type': 'PostalAddress', addressCountry: 'TN' },
      });
      return {
        '/': html(
          page(
            { head: `${head}<link rel="alternate" type="application/rss+xml" href="/feed.xml">` },
            cards(stories, path),
          ),
        ),
        '/feed.xml': xml(
          rss(stories, (story) => `${origin}${path(story)}?utm_source=rss&utm_medium=feed`),
        ),
        ...pages(stories, path, ({ at }) => ({ head: published(at, 1) })),
      };
    },
  },
  {
    name: 'an API of WordPress that the header names, and a feed that is refused',
    routes: { wordpress: '/wp-json/wp/v2/posts' },
    zone: 'Asia/Baghdad',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/archives/${slug.length * 97}`;
      const posts = stories.map((story) => ({
        link: origin + path(story),
        date: clock(story.at, 3),
        date_gmt: story.at.toISOString().slice(0, 19),
        title: { rendered: story.headline },
      }));
      return {
        '/': html(page({}, `${SHELL}<a href="tel:+964 770 000 0000">هاتف</a>`), {
          link: `<${origin}/wp-json/>; rel="https://api.w.org/"`,
        }),
        '/feed/': { type: 'text/html', status: 403, body: 'no' },
        '/wp-json/wp/v2/posts': { type: 'application/json', body: JSON.stringify(posts) },
        ...pages(stories, path, ({ at }) => ({ below: byline(at, 3) })),
      };
    },
  },
  {
    name: 'an old table in windows-1256 whose bylines show the clock',
    routes: { feed: '/rss.php' },
    zone: 'Asia/Riyadh',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/show.php?sid=${slug.length * 1013}`;
      const rows = stories.map(
        (story) => `<tr><td><a href="${path(story)}">${story.headline}</a></td></tr>`,
      );
      return {
        '/': html(page({}, `<a href="/rss.php">RSS</a><table>${rows.join('')}</table>`)),
        '/rss.php': xml(rss(stories, (story) => origin + path(story))),
        ...pages(stories, path, ({ at }) => ({ below: `تاريخ النشر: ${byline(at, 3)}` })),
      };
    },
  },
  {
    name: 'a template in French around Arabic articles',
    routes: { feed: '/rss' },
    zone: 'asked',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/actualites/${slug}`;
      return {
        '/': html(page({ lang: 'fr' }, SHELL)),
        '/rss': xml(rss(stories, (story) => origin + path(story), 1)),
        ...pages(stories, path, ({ at }) => ({ lang: 'fr', head: published(at, 1) })),
      };
    },
  },
  {
    name: 'a theme whose listing is of another make than its articles',
    routes: { section: '/' },
    zone: 'Asia/Dubai',
    answers: (_, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/local/${slug}-of-the-emirate`;
      const generator =
        '<meta name="generator" content="WordPress 6.8"><link rel="stylesheet" href="/wp-content/themes/x/style.css">';
      return {
        '/': html(page({ head: generator }, cards(stories, path, 'div'))),
        ...pages(stories, path, ({ at }) => ({ head: generator + published(at, 4) })),
      };
    },
  },
  {
    name: 'an index of sitemaps in robots.txt, with prefixes of its own',
    routes: { newsSitemap: '/index.xml' },
    zone: 'Africa/Khartoum',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/n/${slug}`;
      const own = 'xmlns:ns0="http://www.sitemaps.org/schemas/sitemap/0.9"';
      const urls = stories.map(
        (story) =>
          `<ns0:url><ns0:loc>${origin}${path(story)}</ns0:loc><ns0:lastmod>${story.at.toISOString()}</ns0:lastmod></ns0:url>`,
      );
      return {
        '/': html(page({ head: '<meta name="geo.region" content="SD-KH">' }, SHELL)),
        '/robots.txt': robots('User-agent: *', 'Allow: /', `Sitemap: ${origin}/index.xml`),
        '/index.xml': xml(
          `<ns0:sitemapindex ${own}><ns0:sitemap><ns0:loc>${origin}/posts-1.xml</ns0:loc></ns0:sitemap></ns0:sitemapindex>`,
        ),
        '/posts-1.xml': xml(`<ns0:urlset ${own}>${urls.join('')}</ns0:urlset>`),
        ...pages(stories, path, ({ at }) => ({ head: published(at, 2) })),
      };
    },
  },
  {
    name: 'a JSON feed',
    routes: { feed: '/feed.json' },
    zone: 'Asia/Kuwait',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/q8/${slug}`;
      const items = stories.map((story) => ({
        ...{ id: story.slug, url: origin + path(story), title: story.headline },
        date_published: stated(story.at, 3),
      }));
      const head =
        '<meta http-equiv="Content-Language" content="ar-kw"><link rel="alternate" type="application/feed+json" href="/feed.json">';
      return {
        '/': html(page({ head }, SHELL)),
        '/feed.json': {
          type: 'application/feed+json',
          body: JSON.stringify({
            version: 'https://jsonfeed.org/version/1.1',
            title: 'نشرة',
            items,
          }),
        },
        ...pages(stories, path, () => ({})),
      };
    },
  },
  {
    name: 'sections in a menu, and a locale that the clocks refute',
    routes: { section: '/mahalliyat' },
    zone: 'asked',
    answers: (origin, now) => {
      const stories = storiesAt(now);
      const path = ({ slug }: Story) => `/mahalliyat/${slug}-near-you`;
      const menu = '<nav><a href="/mahalliyat">محليات</a></nav>';
      const tags = [1, 2, 3].map((tag) => `<url><loc>${origin}/tag/${tag}</loc></url>`);
      return {
        '/': html(page({ head: '<meta property="og:locale" content="ar_SA">' }, menu + SHELL)),
        '/robots.txt': robots(`Sitemap: ${origin}/tags.xml`),
        '/tags.xml': xml(`<urlset>${tags.join('')}</urlset>`),
        '/feed/': xml(rss([], () => '')),
        '/mahalliyat': html(page({}, menu + cards(stories, path))),
        ...pages(stories, path, ({ at }) => ({ head: published(at, 2) })),
      };
    },
  },
];
