import { defineCrawler } from '../src/crawler.ts';
import { bodyClassOf, generatorOf } from './generator.ts';

/** Any other WordPress theme that keeps the classes WordPress documents for single posts. */
export const wordpress = defineCrawler({
  name: 'wordpress',
  matches: ($) =>
    /WordPress/i.test(generatorOf($)) ||
    / (?:single-post|postid-\d+) /.test(bodyClassOf($)) ||
    $('link[href*="/wp-content/"], img[src*="/wp-content/"]').length > 0,
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
