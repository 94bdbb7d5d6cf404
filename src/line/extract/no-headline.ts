import { matchKey } from '../../arabic/key.ts';
import { isBareDate } from './bare-date.ts';
import { isTitlePart } from './boilerplate.ts';
import { parseByline } from './byline.ts';
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
    'الأخبار',
    'أخبار',
    'آخر الأخبار',
    'مقالات',
    'المقالات',
    'News',
    'Latest News',
    'Articles',
    'Actualités',
  ].map(matchKey),
);

/** What home pages and titles of whole sites greet with. */
const WELCOME = /^(?:مرحبا|اهلا|اهلا وسهلا) بكم في |^(?:welcome to|bienvenue (?:sur|a|au|chez)) /u;

/** What an outlet is, before its name of at most four words: `وكالة شيحان الإخبارية`. */
const OUTLET =
  /^(?:وكاله|صحيفه|جريده|موقع|شبكه|مجله|بوابه|منصه|اذاعه|قناه|تلفزيون|منتدي|منتديات|ملتقي)(?: \S+){1,3}$/u;

/** True for the name of an outlet, told by its first word: what titles of old systems hold alone. */
export const isOutletName = (text: string): boolean => OUTLET.test(matchKey(text));

/** A host's name: what titles of sites without a name hold. */
const HOST = /^(?:https?:\/\/)?(?:www\.)?[a-z\d-]{3,}(?:\.[a-z\d-]{2,})*\.[a-z]{2,10}\/?$/i;

/** Parts by which a title names the page, not the story: `الموقع - الصفحة الرئيسية`, `الجريدة - صفحة 4`. */
const PAGE_PART = /(?:^|\s[-–—|]\s)(?:الصفحة الرئيسية|الرئيسية|home|accueil|(?:ال)?صفحة \d+)$/iu;

/** What leads to who wrote, before it is looked whether a name follows. */
const LED = /(?:^|[/\-–:|]\s*)(?:كتبت?|كتبها|بقلم)(?=[\s/:])/u;

/** Tells what is no headline wherever it stands: placeholders, dates, the site's name. */
export function noHeadline(facts: PageFacts): (text: string) => boolean {
  const site = siteKeys(facts.siteNames);
  return (text) => {
    const key = matchKey(text);
    if (
      key === '' ||
      PLACEHOLDERS.has(key) ||
      site.has(key) ||
      WELCOME.test(key) ||
      PAGE_PART.test(text.trim()) ||
      HOST.test(text.trim()) ||
      (LED.test(text) && parseByline(text, facts.siteNames)?.prefixed === true)
    )
      return true;
    // A block that recurs says nothing: lists beside other articles name this one by its headline.
    return isTitlePart(facts.context.boilerplate, text) || isBareDate(text);
  };
}
