import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { type CommandEnd, callMarsadIn } from '../called.ts';
import { listen } from './sources-site.ts';

// The installation whose state stands in test/fixtures, and its two sites. Their names stay the same
// wherever they are served: an HTTP proxy answers for them.

/** The state of the first version, as its `backup` command wrote it (`scripts/state-fixture.ts`). */
export const OLD_STATE = new URL('../fixtures/state-0.1.0.backup', import.meta.url);

/** An article of a site. */
export interface OldArticle {
  readonly source: 'wadi' | 'nahr';
  readonly path: string;
  readonly headline: string;
  readonly paragraphs: readonly string[];
  /** When it was published, RFC 3339. */
  readonly at: string;
}

const BRIDGE = [
  'افتتحت بلدية وادي الزيتون صباح الأحد الجسر الحجري بعد ترميم دام ثلاثة أعوام، وعبره أول الأمر تلاميذ المدرسة القريبة وهم يحملون فوانيس صنعوها بأنفسهم.',
  'وقالت المهندسة هالة الدوري إن الفريق أعاد 412 حجرا إلى أماكنها الأولى مستعينا بصور التقطها رحالة قبل قرن، وإن القوس الأوسط وحده احتاج إلى تسعة أشهر.',
  'ويُمنع على الجسر مرور السيارات، على أن تسيّر البلدية حافلة صغيرة كل عشرين دقيقة بين ضفتي النهر من دون مقابل حتى نهاية العام.',
];

/** What both sites carried when the backup was made. */
export const OLD_ARTICLES: readonly OldArticle[] = [
  {
    source: 'wadi',
    path: '/news/1',
    headline: 'جسر وادي الزيتون الحجري يُفتح أمام المشاة',
    paragraphs: BRIDGE,
    at: '2026-11-22T08:00:00Z',
  },
  {
    source: 'wadi',
    path: '/news/2',
    headline: 'مكتبة متنقلة تجوب قرى الوادي كل ثلاثاء',
    paragraphs: [
      'تنطلق من ساحة السوق كل ثلاثاء حافلة قديمة حوّلها متطوعون إلى مكتبة تضم ألفي كتاب للأطفال والكبار، وتتوقف ساعة في كل قرية من قرى الوادي السبع.',
      'ويقول سائقها، وهو معلم متقاعد، إن الإعارة تمتد أسبوعين، وإن أكثر ما يُطلب كتب الطبخ والحكايات، وإن قراء صغارا يحفظون موعد وصولها قبل موعد المدرسة.',
      'وتبحث الجمعية عن حافلة ثانية للقرى الجبلية، فالطريق إليها لا يصلح في الشتاء إلا لسيارات الدفع الرباعي.',
    ],
    at: '2026-11-23T09:30:00Z',
  },
  {
    source: 'nahr',
    path: '/world/7',
    headline: 'بعد ثلاثة أعوام من الترميم: الجسر الحجري مفتوح',
    paragraphs: BRIDGE,
    at: '2026-11-22T11:00:00Z',
  },
];

/** What the first site publishes after the upgrade. */
export const NEW_ARTICLE: OldArticle = {
  source: 'wadi',
  path: '/news/3',
  headline: 'أول حصاد للزعفران في مدرجات الوادي',
  paragraphs: [
    'قطف مزارعون في مدرجات الوادي العليا أول محصول من الزعفران بعد تجربة بدأت قبل عامين بعشرة آلاف بصلة، وبلغ ما جُفف منه كيلوغراما ونصف الكيلوغرام.',
    'وقالت صاحبة الفكرة، سمر العلي، إن القطاف يجري قبل شروق الشمس ويدويا، وإن ثلاث عائلات أخرى ستزرع البصل في الخريف المقبل على مدرجات هجرها أصحابها.',
    'ويباع المحصول في تعاونية البلدة وحدها، بسعر اتفق عليه المزارعون في اجتماع مفتوح.',
  ],
  at: '2026-11-28T07:00:00Z',
};

/** A page of the second site that was gone before it was read. */
export const GONE = '/world/8';

/** An installation over the two sites. */
export interface OldInstallation {
  readonly run: (...args: string[]) => Promise<CommandEnd>;
  /** Paths of pages that were asked for, with their hosts. */
  readonly asked: string[];
  readonly close: () => void;
}

const feedXml = (source: string, articles: readonly OldArticle[]): string => {
  const links = articles.filter((one) => one.source === source);
  const items = links.map(
    ({ headline, path, at }) =>
      `<item><title>${headline}</title><link>http://${source}.test${path}</link><pubDate>${new Date(at).toUTCString()}</pubDate></item>`,
  );
  if (source === 'nahr') items.push(`<item><link>http://nahr.test${GONE}</link></item>`);
  return `<rss version="2.0"><channel><title>أخبار</title>${items.join('')}</channel></rss>`;
};

const pageHtml = ({ headline, at, paragraphs }: OldArticle): string =>
  `<!doctype html><html lang="ar"><head><title>${headline}</title><meta property="article:published_time" content="${at}"></head><body><article><h1>${headline}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;

const SETTINGS = [
  'redis: { folder: state }',
  "crawl: { delay: 10ms, contact: 'https://example.org/crawler', allowHosts: ['wadi.test:80', 'nahr.test:80'] }",
  'console: { port: 0 }',
  'log: { level: error }',
  'sinks: { file: { jsonLines: { path: articles.jsonl } } }',
  '',
].join('\n');

const sourceFile = (id: string, name: string): string =>
  `name: ${name}\nhomepage: http://${id}.test/\ncountry: LB\ntimeZone: Asia/Beirut\ndiscover:\n  - feed: http://${id}.test/feed\nfetch: { proxy: env:STATE_PROXY }\nrevisit: []\n`;

/** Sets the installation up in a folder, with sites that carry these articles. */
export async function oldInstallation(
  folder: string,
  articles: readonly OldArticle[],
): Promise<OldInstallation> {
  const asked: string[] = [];
  // A proxy is asked by the whole address (RFC 9112, 3.2.2).
  const proxy = createServer(({ url = '' }, response) => {
    const { hostname, pathname } = new URL(url, 'http://proxy.test');
    const source = hostname.replace('.test', '');
    const article = articles.find((one) => one.source === source && one.path === pathname);
    if (pathname === '/feed') {
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      return response.end(feedXml(source, articles));
    }
    if (/\d$/u.test(pathname)) asked.push(hostname + pathname);
    response.writeHead(article ? 200 : pathname === GONE ? 410 : 404, {
      'content-type': 'text/html; charset=utf-8',
    });
    return response.end(article ? pageHtml(article) : '');
  });
  const port = await listen(proxy);
  mkdirSync(join(folder, 'config/sources'), { recursive: true });
  writeFileSync(join(folder, 'config/marsad.yaml'), SETTINGS);
  writeFileSync(join(folder, 'config/sources/wadi.yaml'), sourceFile('wadi', 'أخبار الوادي'));
  writeFileSync(join(folder, 'config/sources/nahr.yaml'), sourceFile('nahr', 'صحيفة النهر'));
  const env = { STATE_PROXY: `http://127.0.0.1:${port}` };
  return {
    asked,
    run: (...args) => callMarsadIn({ cwd: folder, env }, ...args),
    close: () => {
      proxy.close();
      proxy.closeAllConnections();
    },
  };
}
