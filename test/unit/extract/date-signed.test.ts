import { describe, expect, it } from 'vitest';
import { type Case, datesOf } from './dated-page.ts';

const STALE =
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"ترميم السوق القديمة في وادي الزيتون","datePublished":"2019-01-01T00:00:00+00:00"}</script>';

/** A day in the last line of a text or right behind it. */
const SIGNED: readonly Case[] = [
  [
    'an agency’s initials and its clock',
    { end: '<p>الوادي/س.ن/ر.ع</p><p>12/03/2026 14:22:10</p>' },
    '2026-03-12T14:22',
  ],
  [
    'the day alone behind initials',
    { end: '<p>س.ن / ر.ع</p><p>12/03/2026</p>' },
    '2026-03-12T00:00',
  ],
  [
    'the office of a ministry and its day',
    { end: '<p>المكتب الإعلامي</p><p>12 آذار 2026</p>' },
    '2026-03-12T00:00',
  ],
  [
    'place, name and day below the text',
    {
      below:
        '<div class="x9">الوادي / سهى الدالي</div><div class="x8">١٢ آذار ٢٠٢٦ — ٠٢:١٥ م</div>',
    },
    '2026-03-12T14:15',
  ],
  [
    'who wrote and when in one line below the text',
    { below: '<div class="x9">سهى الدالي 2:15 مساءً، 12 مارس 2026</div>' },
    '2026-03-12T14:15',
  ],
  [
    'an unnamed correspondent and the day',
    {
      below:
        '<div>كتب / مراسلنا في الوادي</div><div>الخميس - 12 مارس 2026 - الساعة 09:40 مساءً</div>',
    },
    '2026-03-12T21:40',
  ],
  [
    'a field behind the field of the author',
    {
      below:
        '<div class="f1"><div>تحقيق: سهى الدالي</div></div><div class="f2">12 آذار/مارس 2026</div>',
    },
    '2026-03-12T00:00',
  ],
  [
    'a time of noon by its name',
    { below: '<div>المصدر: الوادي</div><div>الخميس 12/3/2026م 1:15 ظهرا</div>' },
    '2026-03-12T13:15',
  ],
];

/** The same look, and another day. */
const NOT_SIGNED: readonly Case[] = [
  ['a day alone behind the text', { below: '<div>12 مارس 2026</div>' }],
  [
    'a title of another story and its day',
    { below: '<h4>سوق أخرى تغلق أبوابها</h4><div>12 مارس 2026 10:30</div>' },
  ],
  [
    'a linked title and its day',
    {
      below:
        '<div><a href="/news/78">سوق أخرى تغلق أبوابها قبل العيد</a></div><div>12 مارس 2026 10:30</div>',
    },
  ],
  [
    'an event',
    {
      below:
        '<div>موعد اللقاء المقبل مع لجنة التجار في قاعة البلدية الكبرى</div><div>12 مارس 2027</div>',
    },
  ],
];

/** A template's day in the page's data, and what its readers see. */
const TEMPLATES: readonly Case[] = [
  [
    'under a class that says date',
    { above: STALE, head: '<div class="post-date">12 مارس 2026 10:30</div>' },
    '2026-03-12T10:30',
  ],
  [
    'behind its label',
    { above: STALE, head: '<p><span>نشر في</span> <b>12 مارس 2026</b> <b>(10:30)</b></p>' },
    '2026-03-12T10:30',
  ],
  [
    'in an element of the page’s own make',
    { above: STALE, head: '<story-time>الخميس، 12 مارس 2026 10:30 ص</story-time>' },
    '2026-03-12T10:30',
  ],
  [
    'of which nothing says what it is',
    { above: STALE, head: '<div>الوادي القديم في 12 مارس 2026</div>' },
    undefined,
  ],
  [
    'earlier than what is stated',
    { above: STALE, head: '<div class="post-date">12 مارس 2014</div>' },
    undefined,
  ],
];

describe.each([
  { kind: 'the desk’s at the end', cases: SIGNED },
  { kind: 'not the desk’s', cases: NOT_SIGNED },
  { kind: 'beside a template’s', cases: TEMPLATES },
])('a day that is $kind', ({ cases }) => {
  it.each(
    cases.map(([what, places, published, modified]) => ({ what, places, published, modified })),
  )('$what', ({ places, published, modified }) => {
    expect(datesOf(places)).toEqual({ published, modified });
  });
});
