import { matchKey } from '../../arabic/key.ts';
import { isTitlePart } from './boilerplate.ts';
import { isMonth } from './month-name.ts';
import type { PageFacts } from './page-facts.ts';
import { siteKeys } from './site-keys.ts';

/** Titles that editing programs and systems print where nobody wrote one, and names of a page's part. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    'Untitled',
    'Untitled Document',
    'Untitled Page',
    'New Page',
    'New Page 1',
    'Document',
    'Page Title',
    'No Title',
    'Detail Page',
    'Details Page',
    'News Details',
    'News Detail',
    'Article Details',
    'Details',
    'Article',
    'Index',
    'Home',
    'Home Page',
    'Page sans titre',
    'Document sans titre',
    'Sans titre',
    'Accueil',
    'بدون عنوان',
    'مستند بدون عنوان',
    'صفحة بدون عنوان',
    'صفحة جديدة',
    'تفاصيل الخبر',
    'تفاصيل المقال',
    'التفاصيل',
    'الخبر',
    'الرئيسية',
    'الصفحة الرئيسية',
    'صفحة الخبر',
  ].map(matchKey),
);

/** Tells what is no headline wherever it stands: placeholders, dates, the site's name. */
export function noHeadline(facts: PageFacts): (text: string) => boolean {
  const site = siteKeys(facts.siteNames);
  return (text) => {
    const key = matchKey(text);
    if (key === '' || PLACEHOLDERS.has(key) || site.has(key)) return true;
    // A block that recurs says nothing: lists beside other articles name this one by its headline.
    return isTitlePart(facts.context.boilerplate, text) || isBareDate(text);
  };
}

/** Words that stand in a date beside its numbers and its month. */
const DATE_WORDS: ReadonlySet<string> = new Set(
  'السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة سبت أحد اثنين ثلاثاء أربعاء خميس جمعة الساعة صباحا مساء ص م هـ الموافق في من saturday sunday monday tuesday wednesday thursday friday sat sun mon tue wed thu fri am pm at samedi dimanche lundi mardi mercredi jeudi vendredi le à'
    .split(' ')
    .map(matchKey),
);

/** Longest date, in UTF-16 units: day, both calendars and time. */
const DATE_LENGTH = 60;

/** A day, with its name and its time or without, and nothing else. */
function isBareDate(text: string): boolean {
  if (text.length > DATE_LENGTH || !/[\d٠-٩]/.test(text)) return false;
  const words = text
    .split(/[\s,،/|:\-–—()]+/)
    .filter((word) => !/^[\d٠-٩]*(?:st|nd|rd|th)?$/.test(word));
  return words.every((word) => isMonth(word) || DATE_WORDS.has(matchKey(word)));
}
