import { keyTokens, matchKey } from '../../arabic/key.ts';
import { findMeta } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';

/** Words of a headline that must be compared: a short one may be told in other words. */
const LEAST_WORDS = 5;

/** Share of them that a text of another matter has by chance. */
const BY_CHANCE = 0.15;

/** Longest text that stands in a story's place, in words: a story tells its headline's words once in so many. */
const MOST_WORDS = 400;

/** Words that every text has, by key. */
const COMMON: ReadonlySet<string> = new Set(
  'في من علي عن الي مع بين بعد قبل هذا هذه ان او ثم لا ما لم لن كل قد كما حتي عند منذ التي الذي غير خلال'.split(
    ' ',
  ),
);

/** What is joined to an Arabic word before and behind it, and how much of the rest is compared. */
const BEFORE = /^(?:[وفبلك]?ال|لل|[وفبلك])(?=\p{L}{3})/u;
const BEHIND = /(?:ات|ون|ين|ها|هم|ه|ي)$/u;
const STEM_LENGTH = 5;

/** What a site asks for before it lets its reader in, by key; each tells once. */
const CONSENT: readonly RegExp[] = [
  /شركا(?:ء|ونا|ينا|يه)|\d+ شريك|شريكا? /u,
  /ملفات (?:ال)?(?:تعريف|ارتباط)|كوكيز|cookies?/u,
  /خصوصيت\p{L}*|خصوصيه/u,
  /معرفات|نتتبع|تتبع|بياناتك|جهازك|متصفحك|هذا المتصفح/u,
  /اوافق|موافقتك|قبولك|ارفض|رفضت/u,
  /اعلانات (?:مخصصه|موجهه|تناسب\p{L}*)|اشتراك/u,
];

/** What it says of itself while it is being repaired or closed to a reader, by key; each tells once. */
const REPAIR: readonly RegExp[] = [
  /نعتذر|نشكر (?:صبر|تفهم)\p{L}*|شكرا (?:لصبر|لتفهم)\p{L}*|عذرا/u,
  /(?:^| )(?:س)?نعود (?:اليكم|قريبا|بعد|خلال)|نعدكم|سيعود (?:ال)?موقع/u,
  /خوادم|خادم|صيانه|تخزين|قاعده (?:ال)?بيانات|نسخ احتياطي\p{L}*|ترقيه|تطوير (?:ال)?موقع|نقل (?:ال)?موقع/u,
  /(?:ال)?فريق (?:ال)?(?:تقني|فني)|(?:ال)?قسم (?:ال)?(?:تقني|فني)|فريق (?:ال)?(?:دعم|صيانه)/u,
  /(?:ال)?موقع (?:غير|متوقف|يستقر|قيد|تحت|مغلق)|لا تظهر|يتعذر|غير متاح/u,
  /قناتنا|صفحاتنا|تطبيقنا|حساباتنا|متابعتنا/u,
  /تسجيل (?:ال)?دخول|حسابك|للمشتركين|(?:تفعيل|يحتاج) .{0,20}جافا|اكمل القراءه/u,
];

/** Groups of such words from which a text is the site's own. */
const LEAST_SAID = 2;

/**
 * What stands on the page in place of the story that its head announces; undefined for any other text. The
 * story's headline stands nowhere on the page, the text shares no more words with headline and description
 * than any two texts do, and speaks of cookies, of repairs or of an account. Without the latter it may be a
 * story that is told in other words than its headline.
 */
export function findInPlace(facts: PageFacts, told: Told): 'consent-wall' | 'soft-404' | undefined {
  if (!isUnrelated(facts, told)) return undefined;
  const key = matchKey(told.paragraphs.join(' '));
  const count = (groups: readonly RegExp[]): number =>
    groups.filter((group) => group.test(key)).length;
  const [consent, repair] = [count(CONSENT), count(REPAIR)];
  if (Math.max(consent, repair) < LEAST_SAID) return undefined;
  return consent > repair ? 'consent-wall' : 'soft-404';
}

/** What a page tells: the headline of its head, and its text. */
interface Told {
  readonly headline: string;
  readonly paragraphs: readonly string[];
}

function isUnrelated({ metadata, article }: PageFacts, { headline, paragraphs }: Told): boolean {
  const announced = stemsOf(headline);
  const text = stemsOf(paragraphs.join(' '));
  // Only of Arabic is it known here what is joined to a word.
  if (announced.size < LEAST_WORDS || !/^\P{L}*\p{Script=Arabic}/u.test(headline)) return false;
  if (text.size === 0 || paragraphs.join(' ').split(' ').length > MOST_WORDS) return false;
  const description = findMeta(metadata, ['og:description', 'description'])?.content ?? '';
  const stated = typeof article?.description === 'string' ? article.description : '';
  const told = [announced, stemsOf(description), stemsOf(stated)];
  return told.every((words) => words.size === 0 || shareIn(words, text) <= BY_CHANCE);
}

function shareIn(words: ReadonlySet<string>, text: ReadonlySet<string>): number {
  return [...words].filter((word) => text.has(word)).length / words.size;
}

/** The telling words of a text without what is joined to them. */
function stemsOf(text: string): ReadonlySet<string> {
  const words = keyTokens(matchKey(text)).filter((word) => word.length > 2 && !COMMON.has(word));
  return new Set(
    words.map((word) => word.replace(BEFORE, '').replace(BEHIND, '').slice(0, STEM_LENGTH)),
  );
}
