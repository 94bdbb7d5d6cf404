import { defineCrawler } from '../src/crawler.ts';
import { bodyClassOf, generatorOf } from './generator.ts';

/** Drupal 7 to 11 with the fields that its article type has from the start. */
export const drupal = defineCrawler({
  name: 'drupal',
  matches: ($) =>
    /Drupal/.test(generatorOf($)) ||
    / (?:page-node|node-type-\w+|path-node) /.test(bodyClassOf($)) ||
    $('.field--name-body, .field-name-body').length > 0,
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
