import { defineCrawler } from '../src/crawler.ts';
import { pageMake } from './page-make.ts';

/** Joomla with its own article view, and K2, its extension for news, common in Iraq and Yemen. */
export const joomla = defineCrawler({
  name: 'joomla',
  matches: ($) => {
    const { bodyClass, generator, assets } = pageMake($);
    return (
      /Joomla/.test(generator) ||
      / com_(?:content|k2) /.test(bodyClass) ||
      /\/media\/k2\//.test(assets)
    );
  },
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
