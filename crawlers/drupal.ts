import { defineCrawler } from '../src/crawler.ts';
import { pageMake } from './page-make.ts';

/** Drupal 7 to 11 with the fields that its article type has from the start. */
export const drupal = defineCrawler({
  name: 'drupal',
  matches: ($) => {
    const { bodyClass, generator, assets } = pageMake($);
    const classes = / (?:page-node|node-type-\S+|path-node|page-node-type-\S+) /;
    return (
      /Drupal/.test(generator) || classes.test(bodyClass) || /\/core\/misc\/drupal/.test(assets)
    );
  },
  discover: '.views-field-title a, .node-title a, .node__title a',
  article: {
    body: [
      '.node .field-name-body .field-item',
      '.node .field--name-body .field__item',
      '.field--name-body',
      '.field-name-body',
    ],
    articleSection: [
      '.field-name-field-category .field-item a',
      '.field--name-field-category a',
      '.field-name-field-section .field-item a',
    ],
    keywords: ['.field-name-field-tags .field-item a', '.field--name-field-tags a'],
  },
});
