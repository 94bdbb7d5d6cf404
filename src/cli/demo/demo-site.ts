/** A news site of invented events, for a first look: its pages by path. */
interface Article {
  readonly path: string;
  readonly headline: string;
  readonly author: string;
  readonly paragraphs: readonly string[];
}

const ARTICLES: readonly Article[] = [
  {
    path: '/2026/harbour-library',
    headline: 'مكتبة الميناء القديم تفتح أبوابها بعد ترميم دام عامين',
    author: 'سلمى الحوراني',
    paragraphs: [
      'فتحت مكتبة الميناء القديم في مدينة الرحبة أبوابها صباح أمس، بعد عامين من أعمال ترميم شملت السقف الخشبي والواجهة البحرية.',
      'وقالت مديرة المكتبة نهى الصباغ إن القاعة الكبرى باتت تتسع لمئتي قارئ، وإن ثلاثة آلاف مخطوط نقلت إلى خزائن مكيفة.',
      'وتستقبل المكتبة الزوار يوميا حتى التاسعة مساء، والدخول مجاني لطلاب المدارس خلال الشهر الأول.',
    ],
  },
  {
    path: '/2026/date-harvest',
    headline: 'محصول التمور في واحة السدرة يتجاوز توقعات المزارعين',
    author: 'كريم بلحاج',
    paragraphs: [
      'تجاوز محصول التمور في واحة السدرة هذا الموسم تسعة آلاف طن، بزيادة الخمس على العام الماضي، وفق تعاونية المزارعين.',
      'وعزا رئيس التعاونية الزيادة إلى شبكة ري جديدة خفضت الفاقد من الماء إلى النصف، وإلى ربيع لم تضربه الرياح.',
      'وتبدأ التعاونية الأسبوع المقبل فرز المحصول في مشغل يعمل فيه مئة وأربعون عاملا من قرى الواحة.',
    ],
  },
  {
    path: '/2026/night-train',
    headline: 'قطار ليلي يربط العاصمة بساحل الزيتون ثلاث مرات أسبوعيا',
    author: 'ليث المنصوري',
    paragraphs: [
      'انطلق مساء الخميس أول قطار ليلي بين العاصمة وساحل الزيتون، وعلى متنه ثلاثمئة راكب، بعد تجهيز اثنتي عشرة عربة للنوم.',
      'ويقطع القطار المسافة في سبع ساعات، ويتوقف في أربع محطات، وتنخفض تذكرته الربع لمن يحجز قبل أسبوعين.',
      'وتقول هيئة السكك إنها ستزيد الرحلات إلى رحلة كل ليلة إن بلغ الإشغال سبعين في المئة حتى نهاية الشتاء.',
    ],
  },
];

/** What the site answers to a path; undefined where it has nothing. */
export function demoAnswer(path: string, now: Date): { type: string; body: string } | undefined {
  if (path === '/feed') return { type: 'application/rss+xml; charset=utf-8', body: feed(now) };
  const article = ARTICLES.find((one) => one.path === path);
  return article && { type: 'text/html; charset=utf-8', body: page(article, now) };
}

/** How many articles the site has. */
export const DEMO_ARTICLES = ARTICLES.length;

function feed(now: Date): string {
  const items = ARTICLES.map(
    ({ path, headline }) =>
      `<item><title>${headline}</title><link>${path}</link><pubDate>${now.toUTCString()}</pubDate></item>`,
  );
  return `<rss version="2.0"><channel><title>صدى الرحبة</title>${items.join('')}</channel></rss>`;
}

function page({ headline, author, paragraphs }: Article, now: Date): string {
  const meta = `<meta property="article:published_time" content="${now.toISOString()}"><meta name="author" content="${author}">`;
  const text = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('\n');
  return `<!doctype html><html lang="ar"><head><title>${headline} - صدى الرحبة</title>${meta}</head><body><article><h1>${headline}</h1>\n${text}</article></body></html>`;
}
