import { matchKey } from '../../arabic/key.ts';
import type { PageFacts } from './page-facts.ts';
import { siteKeys } from './site-keys.ts';

/** Labels of a breadcrumb that are no section. */
const NO_SECTION: ReadonlySet<string> = new Set(
  [
    'الرئيسية',
    'الصفحة الرئيسية',
    'البداية',
    'home',
    'أنت هنا',
    'انت الان في',
    '»',
    'الموقع',
    'استقبال',
    'الاستقبال',
    'دخول',
    'تسجيل الدخول',
    'اشترك',
    'تفاصيل الخبر',
    'تفاصيل',
    'التفاصيل',
    'الخبر',
    'عاجل',
    'مباشر',
    'فيديو',
    'صور',
    'خاص',
    'حصري',
    'عاجل الآن',
    'آخر الأخبار',
    'إعلان',
    'شارك',
    'مشاركة',
    'العودة',
    'طباعة',
    'بقلم',
    'by',
    'par',
    'latest news',
    'breaking news',
    'accueil',
    'à la une',
    'actualités',
    'share',
    'menu',
    'من نحن',
    'اتصل بنا',
    'تواصل معنا',
    'للإعلان',
    'about us',
    'contact us',
    'contact',
  ].map(matchKey),
);

/** What is cut short for its place. */
const BROKEN_OFF = /(?:\.{2,}|…)\s*$/;

/** The way home before a section, and a counter behind it, that stand in one line with it. */
const AWAY = /^(?:الرئيسية|الصفحة الرئيسية|home|accueil)\s*(?:[»«›>/|:\\•-]|::)?\s+(?=\S)/iu;

/** True for a line that opens with the way home: a breadcrumb, and no link of a menu. */
export const opensWithHome = (text: string): boolean => AWAY.test(text);

const COUNTER = /\s+(?:الزيارات|المشاهدات|القراءات|عدد \S+|views|hits)\s*:?\s*[\d٠-٩].*$/iu;

const SLUG = /^[a-z\d]+(?:[_-][a-z\d]+)+$/;

/** Marks between crumbs that stand at the ends of one. */
const MARKS = /^[\s»«›>/|←‹:\\•]+|[\s»«›>/|←‹:\\•]+$/g;

/** Longest section, in words. */
const MAX_WORDS = 6;

/** Texts that may be sections, without repeats, the headline, the site and the way home. */
export function chooseSections(
  texts: readonly string[],
  facts: PageFacts,
  headline: string,
): readonly string[] {
  const sites = siteKeys(facts.siteNames);
  const own = matchKey(headline);
  const kept = new Map<string, string>();
  for (const printed of texts) {
    // `news_ar`: what a system calls it, not what readers see.
    if (SLUG.test(printed)) continue;
    const text = printed.replace(AWAY, '').replace(COUNTER, '').replace(MARKS, '');
    const key = matchKey(text);
    if (key === '' || key === own || NO_SECTION.has(key) || sites.has(key)) continue;
    // A crumb that breaks off is the headline's start.
    if (BROKEN_OFF.test(text) && own.startsWith(key)) continue;
    if (text.split(' ').length > MAX_WORDS || kept.has(key)) continue;
    kept.set(key, text.trim());
  }
  return [...kept.values()];
}
