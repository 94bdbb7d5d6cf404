/** Titles of the challenges that bot protections show in place of the page, by key. */
export const challengeTitles: readonly string[] = [
  'just a moment',
  'attention required',
  'access denied',
  'checking your browser',
  'are you a robot',
  'please verify you are a human',
  'verifying you are human',
  'ddos protection by',
  'security check',
  'one more step',
  'pardon our interruption',
  'لحظة من فضلك',
  'التحقق من أنك لست روبوتا',
  'جار التحقق من المتصفح',
  'تحقق من أنك إنسان',
];

/**
 * Scripts that such challenges load: Cloudflare (but not the one by which it counts visitors),
 * Imperva, Reblaze, HUMAN, DataDome, Sucuri, DDoS-Guard, AWS.
 */
export const CHALLENGE_SCRIPT =
  /challenge-platform(?!\/(?:[a-z]\/){0,3}scripts\/(?:jsd|invisible))|cf-chl-|_cf_chl_opt|_Incapsula_Resource|window\.rbzns|px-captcha|captcha-delivery\.com|sucuri_cloudproxy|ddos-guard|awswafcookiedomainlist|challenge\.js/i;

/** What consent walls say where the article should be, by key. */
export const consentPhrases: readonly string[] = [
  'نحن نقدر خصوصيتك',
  'نحن نهتم بخصوصيتك',
  'خصوصيتك تهمنا',
  'قبل المتابعة',
  'قبول جميع ملفات تعريف الارتباط',
  'قبول كل ملفات تعريف الارتباط',
  'الموافقة على ملفات تعريف الارتباط',
  'إدارة ملفات تعريف الارتباط',
  'we value your privacy',
  'we care about your privacy',
  'your privacy matters',
  'nous respectons votre vie privée',
  'votre vie privée',
  'le respect de votre vie privée',
  'avec votre accord',
  'avant de continuer',
  'tout accepter',
  'accepter et fermer',
  'continuer sans accepter',
  'gérer mes cookies',
  'before you continue',
  'accept all cookies',
  'manage consent',
];

/** What a page says that is not there and answers 200 all the same, by key. */
export const missingPhrases: readonly string[] = [
  'الصفحة غير موجودة',
  'الصفحة المطلوبة غير موجودة',
  'الصفحة التي تبحث عنها غير موجودة',
  'لم يتم العثور على الصفحة',
  'لم يتم العثور على',
  'لم نعثر على الصفحة',
  'هذه الصفحة غير متوفرة',
  'الصفحة غير متاحة',
  'المحتوى غير موجود',
  'المقال غير موجود',
  'الخبر غير موجود',
  'الخبر المطلوب غير موجود',
  'تم حذف الخبر',
  'تم حذف هذا المقال',
  'عذرا الصفحة',
  'عفوا الصفحة',
  'خطأ 404',
  '404 خطأ',
  'error 404',
  '404 error',
  '404 not found',
  'page not found',
  'not found',
  '404',
];
