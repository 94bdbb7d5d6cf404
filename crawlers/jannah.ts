import { defineCrawler } from '../src/crawler.ts';
import { pageMake } from './page-make.ts';

/**
 * The magazine themes of TieLabs for WordPress (Jannah, Sahifa), the most common make of
 * independent Arabic news sites. Known by the `tie-` ids around the page.
 */
export const jannah = defineCrawler({
  name: 'jannah',
  matches: ($) => {
    const { bodyId, ids } = pageMake($);
    return bodyId === 'tie-body' || / tie-(?:container|wrapper) /.test(ids);
  },
  discover: '.post-title a, .post-box-title a, .the-subtitle',
  article: {
    headline: 'h1.post-title, h1.entry-title',
    body: ['#the-post .entry-content', '.entry-content.entry', '#the-post .entry'],
    remove: [
      '#inline-related-post',
      '.mag-box',
      '.stream-item',
      '.post-bottom-meta',
      '.post-shortlink',
      '.share-buttons',
      '.toc_container',
    ],
    author: ['.post-meta .author-name', '.post-meta .meta-author a', '.post-meta .author'],
    articleSection: '.entry-header .post-cat',
    keywords: '.post-bottom-tags a, .tagcloud.post-bottom-tags a',
    datePublished: '.entry-header .date',
  },
});
