import { defineCrawler } from '../src/crawler.ts';
import { pageMake } from './page-make.ts';

/** Sites drawn by Next.js: hashed class names say nothing, the page's state says it all. */
export const next = defineCrawler({
  name: 'next',
  matches: ($) => pageMake($).ids.includes(' __NEXT_DATA__ '),
  discover: 'main article a, main h2 a, main h3 a',
  article: {
    headline: 'main h1',
    datePublished: 'main time[datetime]',
  },
});
