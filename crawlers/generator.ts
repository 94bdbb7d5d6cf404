import type { CheerioAPI } from 'cheerio';

/** The contents of the page's `generator` metas, in one text: `WordPress 6.8.3`, `Drupal 10`. */
export function generatorOf($: CheerioAPI): string {
  return $('meta[name="generator" i]')
    .toArray()
    .map((element) => $(element).attr('content') ?? '')
    .join(' ');
}

/** The class list of `body`, with a space at both ends. */
export function bodyClassOf($: CheerioAPI): string {
  return ` ${$('body').attr('class') ?? ''} `;
}
