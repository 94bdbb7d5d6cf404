import { defineCrawler } from '../src/crawler.ts';
import { bodyClassOf, generatorOf } from './generator.ts';

/** tagDiv's Newspaper and Newsmag themes for WordPress; known by body classes and `td-` wrappers. */
export const newspaper = defineCrawler({
  name: 'newspaper',
  matches: ($) =>
    / (?:td-standard-pack|td-animation-stack|global-block-template-\d+) /.test(bodyClassOf($)) ||
    /tagDiv/i.test(generatorOf($)) ||
    $('.td-post-content, .tdb_single_content').length > 0,
  discover: '.entry-title a, .td-module-title a',
  article: {
    headline: ['h1.entry-title', 'h1.tdb-title-text'],
    body: ['.tdb_single_content .tdb-block-inner', '.td-post-content'],
    remove: [
      '.td-a-rec',
      '.td_block_related_posts',
      '.tdb_single_related',
      '.td-post-featured-image',
      '.td-post-sharing',
      '.td_block_inline',
    ],
    author: ['.td-post-author-name a', '.tdb-author-name'],
    articleSection: ['.td-category .entry-category a', '.tdb-category .tdb-entry-category'],
    keywords: ['.td-tags a', '.tdb-tags a'],
    datePublished: ['.td-post-date time', 'time.entry-date', '.tdb_single_date time'],
  },
});
