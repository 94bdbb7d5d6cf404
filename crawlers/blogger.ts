import { defineCrawler } from '../src/crawler.ts';
import { pageMake } from './page-make.ts';

/** Blogger (Blogspot), home of city papers and columnists: one post in `.post-body`. */
export const blogger = defineCrawler({
  name: 'blogger',
  matches: ($, url) => /blogger/i.test(pageMake($).generator) || /\.blogspot\.[a-z.]+\//.test(url),
  discover: '.post-title a, .post-title.entry-title a',
  article: {
    headline: ['h1.post-title', 'h3.post-title', '.post-title.entry-title'],
    body: ['.post-body.entry-content', '.post-body', '.entry-content'],
    remove: ['.post-share-buttons', '.separator', '.post-footer'],
    keywords: ['.post-labels a[rel="tag"]', '.label-links a'],
    datePublished: ['abbr.published', 'time.published', '.date-header'],
  },
});
