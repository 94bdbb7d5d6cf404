import { load } from 'cheerio/slim';
import { describe, expect, it } from 'vitest';
import { loadTree } from '../../src/markup.ts';

const FIRST =
  '<div id="a" class="box"><p>سد جديد</p><p class="last">في الوادي</p></div><ul><li>خبر</li></ul>';
const SECOND = '<div id="b"><p>سوق المدينة</p></div><p class="last">يفتح غدا</p>';

type Page = ReturnType<typeof loadTree>;

/** What a crawler may ask a page: each has to stay with the page that it began with. */
const QUESTIONS: Readonly<Record<string, ($: Page) => unknown>> = {
  'a selector': ($) => $('p').text(),
  'a selector in a context': ($) => $('p', 'div').text(),
  'a selector in an element': ($) => $('p', $('div').get(0)).text(),
  'the whole page': ($) => $.html(),
  'the text of the page': ($) => $.text(),
  'its root': ($) => $.root().children().length,
  'markup of its own': ($) => $('<b>نص</b>').text(),
  'what is added by a selector': ($) => $('div').add('.last').length,
  'the place in a selection': ($) => $('.last').index('p'),
  'the selection before': ($) => $('div').find('p').first().end().end().attr('id'),
  'elements around': ($) => $('.last').closest('div').attr('id'),
  'elements by what they hold': ($) => $('div').has('.last').length,
  'a filter': ($) => $('*').filter('.last').text(),
  'several values': ($) => $.extract({ first: 'p', all: ['p'] }),
  'where an element is put': ($) => {
    $('<i>هنا</i>').appendTo('div');
    return $.html();
  },
  'whether it is a selection': ($) => $('p') instanceof ($ as unknown as new () => object),
};

describe('loadTree', () => {
  it.each(Object.entries(QUESTIONS))('answers %s as a page loaded by itself', (_, ask) => {
    // Both are open at a time, as pages of several jobs are.
    const [first, second] = [loadTree(FIRST), loadTree(SECOND)];
    expect([ask(first), ask(second)]).toEqual([ask(load(FIRST)), ask(load(SECOND))]);
    expect(ask(loadTree(FIRST))).not.toBeUndefined();
  });
});
