import { defineCrawler } from '../src/crawler.ts';
import { pageMake } from './page-make.ts';

/** Any other WordPress theme that keeps the classes WordPress documents for single posts. */
export const wordpress = defineCrawler({
  name: 'wordpress',
  matches: ($) => {
    const { bodyClass, generator, assets } = pageMake($);
    return (
      /WordPress/i.test(generator) ||
      / (?:single-post|postid-\d+|wp-singular) /.test(bodyClass) ||
      assets.includes('/wp-content/')
    );
  },
  discover: '.entry-title a, .post-title a',
  article: {
    body: ['.entry-content', '.post-content', '.wp-block-post-content'],
    remove: [
      '.wp-block-embed',
      '.sharedaddy',
      '.jp-relatedposts',
      '.yarpp-related',
      '.addtoany_share_save_container',
      '.wp-caption-text',
      '.post-navigation',
    ],
    author: ['.entry-meta .author a', '.byline .author a', '.author.vcard a'],
    keywords: ['.tags-links a[rel="tag"]', '.entry-tags a'],
    datePublished: ['time.entry-date.published', 'time.entry-date'],
  },
});
