import {
  type Block,
  blocksHtml,
  escapeText,
  othersThan,
  readBlocks,
  scriptJson,
} from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';

const ORIGIN = 'https://shape-next-data.test';
const NAME = 'ضفاف';

/** One site, two ages of its editor: a string of HTML before, a list of blocks since. */
function contentOf(article: SiteArticle): unknown {
  const blocks = readBlocks(article);
  if (article.print?.form === 'html') return blocksHtml(blocks, { heading: 'h2' }).join('');
  return blocks.map(({ kind, text }: Block, index) => ({
    id: `b${index}`,
    type: kind === 'item' ? 'list-item' : kind,
    text,
  }));
}

function stateOf(article: SiteArticle, articles: readonly SiteArticle[]) {
  const content = contentOf(article);
  return {
    props: {
      pageProps: {
        menu: [
          { title: 'الرئيسية', url: '/' },
          { title: 'محليات', url: '/local' },
        ],
        article: {
          id: Number(article.path.split('/').pop()),
          title: article.headline,
          slug: article.path,
          ...(typeof content === 'string' ? { content } : { blocks: content }),
          category: { id: 4, name: article.articleSection?.[0] },
          tags: article.keywords?.map((name) => ({ name })) ?? [],
          author: article.author ? { name: article.author[0], avatar: null } : null,
          image: { url: ORIGIN + article.image?.path, width: 1600, height: 900, alt: '' },
          publishedAt: article.datePublished,
          updatedAt: article.dateModified ?? null,
          views: 4120,
        },
        related: othersThan(article, articles, 3).map((one) => ({
          id: Number(one.path.split('/').pop()),
          title: one.headline,
          summary: one.body.slice(0, 160),
          publishedAt: one.datePublished,
        })),
        footer: {
          about: 'ضفاف موقع إخباري يعنى بقضايا الناس وحكاياتهم في المدن والأرياف، تأسس عام 2019.',
        },
      },
      __N_SSG: true,
    },
    page: '/article/[id]',
    query: { id: article.path.split('/').pop() },
    buildId: 'q8Zr1xkT0vW',
    isFallback: false,
  };
}

function page(article: SiteArticle, articles: readonly SiteArticle[]): string {
  return `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><title>${escapeText(article.headline)} | ${NAME}</title><link rel="canonical" href="${ORIGIN}${article.path}"/><meta name="next-head-count" content="4"/><link rel="preload" href="/_next/static/css/app.css" as="style"/><noscript data-n-css=""></noscript><script src="/_next/static/chunks/main.js" defer=""></script></head><body><div id="__next"><div class="loader"><span>جاري التحميل...</span></div></div><script id="__NEXT_DATA__" type="application/json">${scriptJson(stateOf(article, articles))}</script></body></html>`;
}

/** A page drawn by its script alone, whose state stands in the markup. */
export const site: ReplicaSite = {
  id: 'shape-next-data',
  name: NAME,
  family: 'next-data',
  pagesOnly: true,
  page,
  routes: () => ({ '/robots.txt': { body: 'User-agent: *\nAllow: /\n' } }),
};
