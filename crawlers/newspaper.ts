import { defineCrawler } from '../src/crawler.ts';
import { pageMake } from './page-make.ts';

/** tagDiv's Newspaper and Newsmag themes for WordPress; known by body classes and `td-` wrappers. */
export const newspaper = defineCrawler({
  name: 'newspaper',
  matches: ($) => {
    const { bodyClass, generator, assets } = pageMake($);
    const classes = / (?:td-standard-pack|td-animation-stack\S*|global-block-template-\d+) /;
    return classes.test(bodyClass) || /tagDiv/i.test(generator) || /\/td-composer\//.test(assets);
  },
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
