import { matchKey } from '../../arabic/key.ts';
import type { Block } from './region.ts';

/**
 * How a page speaks of itself and of what its reader may do there, by key. A story tells what others
 * did; one such phrase may stand in one, so each group counts once.
 */
const GROUPS: readonly RegExp[] = [
  // The page or its section by itself.
  /(?:^| )(?:و|ف)?(?:في هذ[اه] (?:الصفحه|الركن|القسم|الباب|الزاويه)|هذه الصفحه|تجد(?:ون)? (?:هنا|في هذه)|نعرض (?:لكم|لك|هنا)|نضع (?:بين ايديكم|لكم)|جمعنا (?:لكم|لك|في هذه)|تجمع هذه|تعرض هذه|on this page|this page (?:lists|shows|is updated)|sur cette page|dans cette (?:page|rubrique))(?: |$)/u,
  // Whom it greets.
  /(?:^| )(?:اهلا(?: وسهلا)? بكم في|مرحبا بكم في|تجدون في (?:ال)?(?:موقع|منتدي|صفحه|دليل)|welcome to our|bienvenue sur notre)(?: |$)/u,
  // How new it is.
  /(?:^| )(?:و|ف)?(?:ت?حدث (?:هذه )?(?:ال)?(?:اسعار|بيانات|صفحه|نتايج|قايمه|جدول|ارقام|مواعيد)|(?:يتم|يجري) تحديث|تتجدد (?:الصفحه|القايمه)|كل (?:خمس|عشر|ربع|نصف|\d+) (?:عشره )?(?:دقيقه|دقايق|ساعه)|لحظه بلحظه|علي مدار الساعه|updated (?:every|daily|hourly)|mise? a jour (?:chaque|tous|toutes))(?: |$)/u,
  // What the reader is asked to do.
  /(?:^| )(?:و|ف)?(?:انقر(?:وا)?|اضغط(?:وا)?|املا(?:وا)? (?:النموذج|الاستماره|الحقول|البيانات)|ارسل(?:وا)? (?:لنا|الينا|خبرك|صورتك|رسالتك|مقطع)|اضف (?:اعلانك|مناسبتك|تعليقك)|اشترك(?:وا)? (?:الان|معنا)|حمل التطبيق|اختر (?:مدينتك|الباقه|المدينه|اليوم|خطه)|بامكانك(?:م)? (?:البحث|الاختيار|ارسال)|باشتراكك(?:م)?|بتبرعك(?:م)?|fill (?:in|out) the form|click (?:here|on)|choose (?:your|a) (?:plan|city)|remplissez le formulaire|cliquez|choisissez votre)(?: |$)/u,
  // What the user does first, at the start of a sentence.
  /(?:^| ثم )(?:و|ف)?(?:حدد|اختر|انسخ|الصق|الصقه|ادخل|احسب|احصل|جرب|تصفح|حمل|نزل|ابحث|سجل|ارفع|انتظر|اتبع|قارن|اكتب|enter your|saisissez)(?= )/u,
  // What users ask often.
  /^(?:ال)?اسيله (?:ال)?(?:شايعه|متكرره)$|^(?:faq|faqs|frequently asked questions|questions frequentes|foire aux questions)$/u,
  // What is the user's own.
  /(?:^| )(?:و|ف|ب|ل|من )?(?:يمكنك(?:م)?|ندعوك(?:م)?|تدعوك(?:م)?|لديك|تحتاج(?:ون)? اليه|حسابك|هاتفك|مدينتك|اشتراكك|تبرعك|بريدك|اسمك|رقمك|بحثك|جهازك|سيارتك|زيارتك|طلبك|متصفحك)(?: |$)/u,
  // How to reach whom.
  /(?:^| )(?:و|ف)?(?:اتصل(?:وا)? (?:بنا|بقسم|علي|بالمعلن|فورا)|لل(?:حجز|استفسار|اعلان|اشتراك|تواصل|اتصال|مراسله|شكاوي)|راسلونا|تواصلوا? معنا|نرحب (?:ب|بملاحظاتكم|بمشاركاتكم)\S*|يسعدنا (?:استقبال|ان)|فريقنا|call us|write to us|contact (?:us|our)|ecrivez nous|contactez)(?: |$)/u,
  // Its terms.
  /(?:^| )(?:و|ف)?(?:لا (?:يتحمل|تتحمل|نتحمل)|غير مسووله? عن|استرشاديه|للاسترشاد|يحق ل(?:ل\S+|اداره|نا)|لا (?:ننشر|نقبل|تقبل|يسترد|تسترد)|نحتفظ بحق|يشترط في|ترسل (?:المواد|المشاركات|الصور)|قبل موعد النشر|تخضع (?:المشاركات|التعليقات|الرسايل|الاعلانات)|سعر خاص|خصم|خصومات|شامله? الضريبه|for reference only|no responsibility|non remboursable|a titre indicatif)(?: |$)/u,
  // What is offered.
  /(?:^| )(?:المقاعد محدوده|سجل(?:وا)? الان|احجز(?:وا)? (?:مقعدك|مقعدكم|الان)|انضم(?:وا)? الي|بلا اعلانات|بدون اعلانات|الالغاء في اي وقت|باقساط|دفعه اولي|اضف الي السله|التوصيل مجاني|سنرد عليك(?:م)?)(?: |$)/u,
  // A programme.
  /(?:^|^\S+ )برنامج (?:اسبوعي|يومي|شهري|حواري|وثايقي|ثقافي|رياضي|اجتماعي|سياسي|صباحي|اذاعي|تلفزيوني)|(?:^| )(?:تقديم|اعداد وتقديم|اخراج) .{3,40} (?:اعداد|تقديم|اخراج)(?: |$)|(?:كل|يوميا) (?:احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|سبت|مساء|صباح|اسبوع) (?:الساعه|في|عند|علي)|(?:^| )(?:استمع|شاهد) (?:الي|كل|جميع)? ?(?:الحلقه|الحلقات)/u,
];

/** Longest text that is looked at, in UTF-16 units: such phrases stand in short texts. */
const MAX_LENGTH = 600;

/** Blocks that are looked at: a page says what it is for at its start. */
const MOST_BLOCKS = 60;

/** How many groups of such phrases the blocks hold. */
export function countServiceProse(blocks: readonly Block[]): number {
  const keys = blocks
    .slice(0, MOST_BLOCKS)
    .filter(({ text }) => text.length <= MAX_LENGTH)
    .map(({ text }) => matchKey(text));
  return GROUPS.filter((group) => keys.some((key) => group.test(key))).length;
}

/** How a site speaks as itself, by key: what it does, and what is its own. */
const OWN =
  /(?:^| )(?:و|ف)?(?:لا )?(?:نحن|نعمل|نختار|نستعمل|نستخدم|نرحب|ننشر|نصحح|ناخذ|نطلب|نسعي|نلتزم|نومن|نحرص|نعتذر|نوفر|نتيح|نتحقق|نراجع|نتلقي|نقبل|نحتفظ|ندعوكم|نجمع|نشارك|نحمي|نحذف|لدينا|موقعنا|صحيفتنا|جريدتنا|مجلتنا|منصتنا|فريقنا|محررونا|محررينا|قراينا|قراونا|خدماتنا|رسالتنا|رويتنا|مكاتبنا|مكتبنا|we are|we do not|we publish|we correct|we collect|we use|our (?:editors|newsroom|mission|readers|journalists|team|staff)|nous sommes|nous ne|nous publions|nous corrigeons|notre redaction|nos lecteurs|nos journalistes|nos editeurs)(?: |$)/u;

/** Paragraphs in which a site must speak so, and their share of the page's. */
const LEAST_OWN = 2;
const OWN_SHARE = 0.5;

/** What somebody says in quotes is not the site's. */
const QUOTES = /[«»"“”]/u;

/** True where a site speaks of itself in paragraph after paragraph. */
export function speaksAsItself(prose: readonly Block[]): boolean {
  const own = prose.filter(({ text }) => !QUOTES.test(text) && OWN.test(matchKey(text)));
  return own.length >= LEAST_OWN && own.length >= OWN_SHARE * prose.length;
}

/** Whom a notice of this kind is for, and what it is about, by key. */
const USER = /(?:^| )(?:و|ف)?(?:انك|انكم|لديك|متصفحك|جهازك|you|your|vous|votre)(?: |$)/u;
const BLOCKER =
  /(?:مانع|حاجب|تحجب|يحجب|تمنع|يمنع|منع|حجب|بلوك) (?:\p{L}+ )?(?:ال)?اعلانات|ad ?block|bloqueur (?:de |d )?(?:pub|annonce)/u;

/** True for a text that opens by asking its user to let advertisements in: it stands in the story's place. */
export const asksForAdvertisements = (kept: readonly Block[]): boolean =>
  kept.slice(0, 2).some(({ text }) => {
    const key = matchKey(text.slice(0, NOTICE_LENGTH));
    return USER.test(key) && BLOCKER.test(key);
  });

/** Start of a paragraph that is looked at, in UTF-16 units. */
const NOTICE_LENGTH = 200;
