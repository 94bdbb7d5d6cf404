import { defineCrawler } from '../src/crawler.ts';
import { generatorOf } from './generator.ts';

/** Joomla with its own article view, and K2, its extension for news, common in Iraq and Yemen. */
export const joomla = defineCrawler({
  name: 'joomla',
  matches: ($) =>
    /Joomla/.test(generatorOf($)) || $('.itemFullText, .com-content-article').length > 0,
  discover: '.catItemTitle a, .page-header a, .item-title a',
  article: {
    headline: ['.itemTitle', '.item-page .page-header h1', '.item-page .page-header h2'],
    body: [
      '.itemBody',
      '.com-content-article__body',
      '.item-page [itemprop="articleBody"]',
      '.item-page',
    ],
    remove: ['.itemImageBlock', '.itemToolbar', '.itemExtraFields', '.article-info', '.pager'],
    author: ['.itemAuthor a', '.createdby [itemprop="name"]'],
    articleSection: ['.itemCategory a', '.category-name a'],
    keywords: ['.itemTags a', '.tags a'],
    datePublished: ['.itemDateCreated', '.published time', '.create time'],
  },
});
