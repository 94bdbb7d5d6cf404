import { matchKey } from '../../arabic/key.ts';
import { findMeta } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import { siteKeys } from './site-keys.ts';

/** Names of the pages on a site itself, as footers link to them, by key. */
const NAMES: ReadonlySet<string> = new Set(
  [
    'من نحن',
    'عن الموقع',
    'عنا',
    'حول الموقع',
    'نبذة عنا',
    'نبذة عن الموقع',
    ...['الصحيفة', 'الجريدة', 'المجلة', 'الوكالة', 'الشبكة', 'القناة', 'المنصة', 'المؤسسة'].flatMap(
      (kind) => [`عن ${kind}`, `حول ${kind}`, `نبذة عن ${kind}`],
    ),
    'رؤيتنا',
    'رسالتنا',
    'رؤيتنا ورسالتنا',
    ...'فريقنا|قصتنا|تاريخنا|قيمنا|مبادئنا|منهجيتنا|كيف نعمل|كيف نتحقق|كيف نتحقق من الأخبار|شركاؤنا|داعمونا|ممولونا|جوائزنا|تطوع معنا|حسابي|الملف الشخصي|سلة المشتريات|إلغاء الاشتراك|شكرا لاشتراكك'.split(
      '|',
    ),
    'ميثاق التحرير',
    'الميثاق التحريري',
    'ميثاق الشرف',
    'دليل التحرير',
    'سياسة التصحيح',
    'سياسة التصويب',
    'انضم إلينا',
    'انضموا إلينا',
    'وظائف شاغرة',
    'اكتب معنا',
    'اكتب لنا',
    'راسلنا',
    'ادعمنا',
    'تبرع لنا',
    'خلاصات الموقع',
    'تسجيل الدخول',
    'سجل الدخول',
    'تسجيل دخول',
    'إنشاء حساب',
    'تسجيل عضوية',
    'استعادة كلمة المرور',
    'النشرة البريدية',
    'استطلاع الرأي',
    'الموقع تحت الصيانة',
    'الموقع قيد الصيانة',
    'تحت الصيانة',
    'قيد الصيانة',
    'تحت الإنشاء',
    'الموقع متوقف مؤقتا',
    'نعود قريبا',
    'سنعود قريبا',
    'هيئة التحرير',
    'فريق العمل',
    'أسرة التحرير',
    'اتصل بنا',
    'تواصل معنا',
    'للتواصل معنا',
    'أعلن معنا',
    'للإعلان معنا',
    'سياسة الخصوصية',
    'سياسة الخصوصية وملفات الارتباط',
    'سياسة ملفات تعريف الارتباط',
    'سياسة الاستخدام',
    'سياسة النشر',
    'السياسة التحريرية',
    'شروط الاستخدام',
    'شروط النشر',
    'شروط الإعلان',
    'شروط النشر والإعلان',
    'شروط المشاركة',
    'شروط التعليق',
    'سجل الدخول لمتابعة القراءة',
    'سجل الدخول لقراءة المقال',
    'تسجيل الدخول أو الاشتراك',
    'شروط الخدمة',
    'الشروط والأحكام',
    'اتفاقية الاستخدام',
    'إخلاء المسؤولية',
    'حقوق النشر',
    'خريطة الموقع',
    'حظك اليوم',
    'الأبراج',
    'أبراج اليوم',
    'حظك اليوم والأبراج',
    'محتويات العدد',
    'فهرس العدد',
    'أرشيف الأعداد',
    'تصفح العدد',
    'عدد اليوم',
    'الأسئلة الشائعة',
    ...'our mission|our values|our story|our history|our partners|our awards|our supporters|how we work|mission statement|my account|my profile|shopping cart|unsubscribe|notre mission|notre charte|notre histoire|nos valeurs|nos partenaires|notre methode|mon compte|se desabonner'.split(
      '|',
    ),
    'about us',
    'imprint',
    'impressum',
    'legal notice',
    'masthead',
    'editorial policy',
    'editorial standards',
    'corrections policy',
    'code of ethics',
    'careers',
    'join us',
    'write for us',
    'support us',
    'log in',
    'login',
    'sign in',
    'sign up',
    'register',
    'create an account',
    'forgot password',
    'under maintenance',
    'site under maintenance',
    'under construction',
    'coming soon',
    'we will be back soon',
    "we'll be back soon",
    'à propos de nous',
    'notre équipe',
    'charte éditoriale',
    'recrutement',
    'connexion',
    'se connecter',
    'créer un compte',
    'mot de passe oublié',
    'site en maintenance',
    'en construction',
    'publicité',
    'about',
    'who we are',
    'our team',
    'contact',
    'contact us',
    'advertise with us',
    'privacy policy',
    'privacy notice',
    'cookie policy',
    'terms of use',
    'terms of service',
    'terms and conditions',
    'disclaimer',
    'sitemap',
    'faq',
    'qui sommes nous',
    'a propos',
    'à propos',
    'contactez nous',
    'nous contacter',
    'mentions legales',
    'mentions légales',
    'politique de confidentialite',
    'politique de confidentialité',
    'politique des cookies',
    "conditions d'utilisation",
    'conditions générales',
    'plan du site',
  ].map(matchKey),
);

/**
 * The name of a page on the site itself: about, contact, privacy, terms. Told by its headline or, as
 * `tops`, by the headings of a page where none is the headline; where the page carries an article's
 * data or day only for what no column is called, for a column may ask who we are.
 */
export function findStaticPage(
  { article, document, metadata, siteNames }: PageFacts,
  { headline, tops }: { readonly headline: string; readonly tops: readonly string[] },
): string | undefined {
  const named = [headline, ...tops].find((text) => isName(text, siteNames));
  const key = matchKey(headline);
  if (OFFER.test(key) || GAME.test(key) || POLICY.test(key)) return headline;
  if (named === undefined) return undefined;
  // Themes date and sign every page; no column is called so, or lives at such an address.
  if (RULES.test(matchKey(named)) || isOwnPath(document.url)) return named;
  const author = findMeta(metadata, ['author', 'article:author']);
  const isArticle = article !== undefined || author || metadata.meta.has('article:published_time');
  return isArticle ? undefined : named;
}

/** How headlines of offers and services begin. */
const OFFER =
  /^(?:اشترك(?:وا)? في (?:ال)?نشر(?:ه|ات|تنا)|الاشتراك في (?:ال)?نشره|متجر (?:ال)?(?:صحيفه|جريده|مجله)|اختبر معلوماتك|مواقيت الصلاه في|وظايف شاغره|subscribe to|sign up for|test your knowledge|abonnez vous)(?: |$)/u;

/** Rules of a site by what they rule: `سياسة التصحيح والتوضيح`; columns on other policies go on otherwise. */
const POLICY =
  /^(?:سياسه|سياسات|سياستنا في|شروط|احكام|ضوابط|قواعد|ميثاق|مدونه|مبادي|معايير) (?:ال)?(?:تصحيح|تصويب|خصوصيه|استخدام|نشر|تعليق|تعليقات|اشتراك|اشتراكات|استرجاع|استرداد|ارجاع|كوكيز|تحريريه|تحرير|سلوك|شرف|شرف المهني|تصحيحات|ملكيه الفكريه|اعلان|اعلانات|مشاركه|مسابقه)(?: و(?:ال)?\p{L}+){0,2}(?: (?:في|ل)(?:ال)?(?:صحيفه|جريده|موقع|مجله|منصه|وكاله|شبكه))?$/u;

/** A game of the day, by its name with a day or a number: a story about such games goes on otherwise. */
const GAME =
  /^(?:ال)?(?:كلمات (?:ال)?متقاطعه|سودوكو|crossword|sudoku|mots croises)(?: (?:(?:ل)?يوم|عدد|العدد|رقم|no|du|of|for|\d).*| (?:ال)?(?:سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه)(?: .*)?)?$/u;

/** Names that no column has: rules of the site, forms and repairs. */
const RULES =
  /^(?:هييه التحرير|سياسه|شروط|الشروط|اتفاقيه|اخلاء|حقوق النشر|خريطه|تسجيل|سجل|حظك|الابراج|ابراج|انشاء حساب|استعاده|privacy|cookie|terms|legal|sitemap|log ?in|sign|register|create an|forgot|politique|mentions|conditions|plan du|connexion|se connecter|creer un)(?: |$)/u;

/** The last part of the address of such pages. */
const OWN_PATH =
  /\/(?:about(?:-?us)?|who-we-are|contact(?:-?us)?|privacy(?:-policy)?|terms(?:-\S+)?|policy|advertise|a-propos|qui-sommes-nous|contactez-nous|mentions-legales|login|signin|sign-in|register|من-نحن|اتصل-بنا|سياسة-الخصوصية)(?:\.\w+)?\/?$/iu;

function isOwnPath(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname } = new URL(url);
  try {
    return OWN_PATH.test(decodeURIComponent(pathname));
  } catch {
    return OWN_PATH.test(pathname);
  }
}

/** What may stand between such a name and the site's: `سياسة الخصوصية لموقع المدار`. */
const OF_SITE = / (?:في موقع|لموقع|موقع|ل|في|of|at|for|du|de|chez|sur)$/;

/** True for such a name, alone or with the site's behind it. */
function isName(text: string, siteNames: readonly string[]): boolean {
  const key = matchKey(text);
  const bare = [...siteKeys(siteNames)].flatMap((site) => {
    if (!key.endsWith(` ${site}`)) return [];
    const rest = key.slice(0, -site.length - 1);
    return [rest, rest.replace(OF_SITE, '')];
  });
  return [key, ...bare].some((name) => NAMES.has(name));
}
