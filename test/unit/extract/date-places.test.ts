import { describe, expect, it } from 'vitest';
import { type Case, datesOf } from './dated-page.ts';

const ITS_OWN: readonly Case[] = [
  [
    'an aside above the headline that holds nothing else',
    { above: '<aside><time datetime="2026-03-12">12 مارس 2026</time></aside>' },
    '2026-03-12T00:00',
  ],
  [
    'a time in an element of its own',
    { head: '<span class="day">12 مارس 2026</span><div>14:05</div>' },
    '2026-03-12T14:05',
  ],
  ['a line below the headline', { head: '<div>12 مارس 2026</div>' }, '2026-03-12T00:00'],
  [
    'a label of no field, as ASP.NET prints texts',
    { head: '<form><div><label id="ctl00_lblDate">12/03/2026 14:05</label></div></form>' },
    '2026-03-12T14:05',
  ],
  [
    'such labels side by side',
    {
      head: '<div><label id="lblDate">2026/03/12</label> <label id="lblHits">512</label></div>',
    },
    '2026-03-12T00:00',
  ],
  [
    'a byline that its class calls a menu as well',
    { head: '<ul class="nav meta"><li>12 مارس 2026 14:05</li><li>محليات</li></ul>' },
    '2026-03-12T14:05',
  ],
  [
    'a byline right above that its class calls a teaser as well',
    { above: '<div class="teaser_text_meta">رامي الصائغ / 12.03.2026 / 14:05</div>' },
    '2026-03-12T14:05',
  ],
  [
    'a year of two digits below the text, behind a label',
    { below: '<div class="k4">Posted: 12.03.26, 2:05pm</div>' },
    '2026-03-12T14:05',
  ],
  ['the calendar of Iran', { head: '<div>۲۱ اسفند ۱۴۰۴ - ۱۴:۰۵</div>' }, '2026-03-12T14:05'],
  ['a line above the headline', { above: '<div>12 مارس 2026 - 14:05</div>' }, '2026-03-12T14:05'],
  [
    'a byline by its class a sidebar',
    { head: '<div class="sidebar-meta"><span class="date">12 مارس 2026</span></div>' },
    '2026-03-12T00:00',
  ],
  [
    'a line of a caption’s class that begins with it',
    { head: '<p class="intro__caption">12 مارس 2026 | محليات</p>' },
    '2026-03-12T00:00',
  ],
  ['a year of two digits', { head: '<div>كتب: رامي الصائغ | 12.03.26</div>' }, '2026-03-12T00:00'],
  [
    'the footer of the article above its text',
    { head: '<footer>نشر يوم 12/3/2026 - 21:40</footer>' },
    '2026-03-12T21:40',
  ],
  [
    'the footer of the article below its text',
    { below: '<footer>نشر يوم 12/3/2026 - 21:40</footer>' },
    '2026-03-12T21:40',
  ],
  [
    'the submitted line of a post',
    { below: '<footer class="submitted">رامي الصائغ في 12/3/2026 - 21:40</footer>' },
    '2026-03-12T21:40',
  ],
  [
    'a label and its day below the text',
    { below: '<div>تاريخ النشر: 12 مارس 2026</div>' },
    '2026-03-12T00:00',
  ],
  [
    'a label in an element of its own',
    { head: '<div class="row"><b class="k">نشر في</b> <div>12 مارس 2026</div></div>' },
    '2026-03-12T00:00',
  ],
  [
    'a label of a system with a time',
    { head: '<div class="meta">منذ: 2026-03-12 11:28:11</div>' },
    '2026-03-12T11:28',
  ],
  [
    'hAtom’s class on the one date of a post',
    { head: '<span class="entry-meta-date updated">12 مارس 2026</span>' },
    '2026-03-12T00:00',
  ],
  [
    'a line right behind the text, before titles with their writers and days',
    {
      below:
        '<div class="info">مقالات | 12 مارس 2026 | عدد القراءات 774</div><div class="panel"><p><a href="/n/1">الأرصاد: كتلة هوائية باردة تصل مساء غد</a></p><span class="author">عبير الطائي</span><span class="date">25 أيار 2026</span></div>',
    },
    '2026-03-12T00:00',
  ],
  [
    'a long line of both dates with labels',
    {
      head: '<p>Publié le 12 mars 2026 à 14h05 – Mis à jour le 12 mars 2026 à 14h05 (heure de Paris, pour toute la rédaction du soir)</p>',
    },
    '2026-03-12T14:05',
  ],
  [
    'what an element that shows an age keeps for the script',
    { head: '<span class="date" data-date="2026-03-12T14:05:00Z">منذ 9 أيام</span>' },
    '2026-03-12T14:05',
  ],
  [
    'milliseconds kept for the script',
    { head: '<span class="date" data-ts="1773324300000">منذ 9 أيام</span>' },
    '2026-03-12T14:05',
  ],
  [
    'the title of an element that shows an age',
    { head: '<span title="2026-03-12 14:05">منذ 9 أيام</span>' },
    '2026-03-12T14:05',
  ],
  ['the address, day first', { url: 'https://alwadi.test/20-03-2026/souk' }, '2026-03-20T00:00'],
  [
    'eight digits as a folder of the address',
    { url: 'https://alwadi.test/20260312/77.html' },
    '2026-03-12T00:00',
  ],
];

const CHANGES: readonly Case[] = [
  [
    'a time element behind its label',
    {
      head: '<p class="meta">آخر تحديث <time datetime="2026-03-14T20:44:00Z">14 مارس 2026</time></p>',
    },
    undefined,
    '2026-03-14T20:44',
  ],
  [
    'a time element of a class, behind a name and a label',
    {
      head: '<p class="meta">سهى الدالي <span>آخر تحديث</span> <time datetime="2026-03-14T20:44:00Z" class="relative-date">14 مارس</time></p>',
    },
    undefined,
    '2026-03-14T20:44',
  ],
  [
    'a label in an element of its own',
    {
      head: '<p class="meta"><span class="label">حُدِّث في</span> <time datetime="2026-03-14T20:44:00Z">14 مارس 2026</time></p>',
    },
    undefined,
    '2026-03-14T20:44',
  ],
  [
    'a time element whose own text has the label',
    { head: '<time datetime="2026-03-14T20:44:00Z">آخر تحديث: 14 مارس 2026</time>' },
    undefined,
    '2026-03-14T20:44',
  ],
  [
    'behind a label of more words',
    {
      below:
        '<div class="info">مراجعة الصفحة رقم 8، آخر تعديل: <span class="odate">14 مارس 2026 20:44</span></div>',
    },
    undefined,
    '2026-03-14T20:44',
  ],
  [
    'a class that says published',
    { head: '<span class="published">آخر تحديث: 14 مارس 2026 20:44</span>' },
    undefined,
    '2026-03-14T20:44',
  ],
  [
    'beside the publication',
    { head: '<div>نشر: 12 مارس 2026 10:00</div><div>تحديث: 14 مارس 2026 20:44</div>' },
    '2026-03-12T10:00',
    '2026-03-14T20:44',
  ],
  [
    'a publication under a class that says updated',
    { head: '<div class="date--updated">نشر في 12 مارس 2026 10:00</div>' },
    '2026-03-12T10:00',
  ],
];

const OF_OTHERS: readonly Case[] = [
  [
    'a card of another story between headline and text',
    {
      head: '<div class="related-card"><a href="/n/2">البلدية تفتح جسر المشاة عند باب النهر</a><div class="meta">12 مارس 2026</div></div>',
    },
  ],
  ['the day until which it can be seen', { head: '<p><b>متاح حتى:</b><br>14 أكتوبر 2026</p>' }],
  ['the same in one line', { head: '<p>يعرض حتى 14 أكتوبر 2026</p>' }],
  ['the same in German', { head: '<p><b>Video verfügbar bis:</b><br>14.10.2026 - 14:00</p>' }],
  ['the last sentence', { end: '<p>وكان آخر ترميم لها في 12 مارس 2014.</p>' }],
  ['a sentence below the text', { below: '<p>انتهت المهلة يوم 3 مايو 2019</p>' }],
  ['a law', { below: '<p>صدر القانون رقم 12 بتاريخ 3/5/2019 ونشر في الجريدة الرسمية.</p>' }],
  [
    'a day that a note was looked up',
    { below: '<ol><li>تقرير الأسواق. اطلع عليه بتاريخ 12 أكتوبر 2017</li></ol>' },
  ],
  [
    'a day that a source was kept',
    { below: '<ol><li>تقرير الأسواق. مؤرشف من الأصل في 5 مايو 2019</li></ol>' },
  ],
  ['the same in English', { below: '<ol><li>تقرير الأسواق. Retrieved 2017-10-12</li></ol>' }],
  [
    'a correction',
    { outside: '<p>تصويب في 5 يناير 2024: ورد في نسخة سابقة أن السقوف من الحديد.</p>' },
  ],
  ['an addendum', { outside: '<p>(إضافة 5 يناير 2024: صحح عدد الدكاكين)</p>' }],
  ['an appointment', { outside: '<div class="event-box">موعد المعرض: 5 يناير 2024</div>' }],
  [
    'the print edition',
    { below: '<p>نشرت نسخة من هذا المقال في الطبعة الورقية يوم 20 أيلول 2016، الصفحة الأولى.</p>' },
  ],
  [
    'an embedded post',
    {
      within:
        '<blockquote class="twitter-tweet">&mdash; بلدية الوادي (@alwadi) <a href="https://x.test/s/1">March 3, 2019</a></blockquote>',
    },
  ],
  [
    'an entry within the text',
    {
      within:
        '<div><time datetime="2019-03-03T10:00:00Z">3 مارس 2019</time> <b>افتتاح المرحلة الأولى</b></div>',
    },
  ],
];

describe.each([
  { kind: 'the page’s own', cases: ITS_OWN },
  { kind: 'a later change', cases: CHANGES },
  { kind: 'of something else', cases: OF_OTHERS },
])('a day that is $kind', ({ cases }) => {
  it.each(
    cases.map(([what, places, published, modified]) => ({ what, places, published, modified })),
  )('$what', ({ places, published, modified }) => {
    expect(datesOf(places)).toEqual({ published, modified });
  });
});
