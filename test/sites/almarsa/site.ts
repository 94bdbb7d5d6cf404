import { rssDate } from '../clock.ts';
import { cdata, escapeText } from '../markup.ts';
import type { ReplicaSite, SiteArticle } from '../site.ts';
import { articlePage, categoryPath, listingPage, NAME, ORIGIN, url } from './theme.ts';

const newest = (articles: readonly SiteArticle[]) =>
  [...articles].sort((a, b) => (b.datePublished ?? '').localeCompare(a.datePublished ?? ''));

/** WordPress's own RSS: dc:creator, excerpt with `[…]`, the number of comments. */
function feedItem(article: SiteArticle, index: number): string {
  const words = article.body.replaceAll('\n\n', ' ').split(' ');
  const excerpt = `${article.print?.creditLine ?? ''} ${words.slice(0, 55).join(' ')} [&#8230;]`;
  const categories = [...(article.articleSection ?? []), ...(article.keywords ?? [])];
  return `	<item>
		<title>${escapeText(article.headline)}</title>
		<link>${url(article.path)}</link>
		<comments>${url(article.path)}#respond</comments>
		<dc:creator>${cdata(article.author?.[0] ?? 'admin')}</dc:creator>
		<pubDate>${rssDate(article.datePublished ?? '')}</pubDate>
${categories.map((name) => `		<category>${cdata(name)}</category>`).join('\n')}
		<guid isPermaLink="false">${ORIGIN}/?p=${4100 + index * 37}</guid>
		<description>${cdata(`<p>${excerpt}</p>`)}</description>
		<slash:comments>0</slash:comments>
	</item>`;
}

function feed(articles: readonly SiteArticle[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
	xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel>
	<title>${NAME}</title>
	<atom:link href="${ORIGIN}/feed/" rel="self" type="application/rss+xml" />
	<link>${ORIGIN}</link>
	<description>خبر الساحل والجبل</description>
	<language>ar</language>
	<sy:updatePeriod>hourly</sy:updatePeriod>
	<sy:updateFrequency>1</sy:updateFrequency>
	<generator>https://wordpress.org/?v=6.8.3</generator>
${articles.map(feedItem).join('\n')}
</channel>
</rss>`;
}

/** A Levantine daily on WordPress with a magazine theme of the Jannah make. */
export const site: ReplicaSite = {
  id: 'almarsa',
  name: NAME,
  family: 'wordpress-jannah',
  page: articlePage,
  routes: (articles) => {
    const sections = new Set(articles.flatMap((article) => article.articleSection ?? []));
    const categories = [...sections].map((name): [string, { body: string }] => [
      categoryPath(name),
      {
        body: listingPage(
          name,
          articles.filter((one) => one.articleSection?.includes(name)),
        ),
      },
    ]);
    return {
      '/': { body: listingPage('الرئيسية', newest(articles)) },
      ...Object.fromEntries(categories),
      '/feed/': { body: feed(newest(articles).filter((one) => one.inFeed !== false)) },
      '/robots.txt': {
        body: 'User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n',
      },
    };
  },
};
