import type { RemovalRule } from '../removal-rule.ts';

/** Such notes stand among the last blocks of the text, or above it. */
const TAIL = 5;
const HEAD = 2;

/** Longest note, in words. */
const MAX_WORDS = 60;

/** A kind of note: each of its patterns has to be met, on the normalised key. */
interface PublisherNotice {
  readonly reason: string;
  readonly all: readonly RegExp[];
}

/** The outlet, or who wrote for it. Not a party or a ministry: those are of the news. */
const OWN_NOTICE =
  /(?:^| )(?:ب?ال)?(?:موقع|صحيفه|جريده|مجله|شبكه|ناشر|وكاله|قناه|كاتب|منصه)(?:نا|ه|ها)?(?: |$)|صحيفتنا|مجلتنا|هييه التحرير|اداره الموقع|(?:ا?صحابها|صاحبها|صاحبه|كاتبه|كاتبها)/;

const RULES: readonly PublisherNotice[] = [
  {
    reason: 'answers for nothing',
    all: [
      OWN_NOTICE,
      /لا [يت]تحمل|غير مسوول|ليست? مسوول|لا [يت]عبر|[يت]مثل راي|لا [يت]مثل|لا [يت]عكس|[يت]عبر (?:فقط )?عن|[يت]عبرون عن|بالضروره عن|تقع المسووليه/,
      /مقال|الاراء|المواد|ماده|المنشور|التعليقات|محتوي|مضمون|الخبر|ما ينشر|زاويه|الكتابات/,
    ],
  },
  {
    reason: 'rights of the text',
    all: [
      /(?:^| )(?:و?يمنع|و?يحظر|و?لا يجوز|و?لا يحق|و?لا يسمح|ممنوع|يرجي|محميه|جميع الحقوق|كافه الحقوق|كل الحقوق|حقوق النشر|حقوق الطبع)(?: |$)/,
      /حقوق (?:\S+ ){0,3}محفوظه|(?:النقل|نقل|نسخ|اقتباس|استنساخ|اعاده (?:ال)?نشر|استخدام|اعاده انتاج)/,
      /حقوق (?:\S+ ){0,3}محفوظه|اذن|موافقه خطيه|موافقه مسبقه|ذكر المصدر|الاشاره|خطي|ترخيص/,
    ],
  },
  {
    reason: 'where the text came from',
    all: [
      /^(?:تنشر|ينشر|نشر|نشرت|يعاد نشر|اعيد نشر|المقال|الماده|النص) (?:هذ[اه] |الاصلي |الاصل )?/,
      /بالاتفاق مع|بالتزامن مع|بالتعاون مع|باذن من|العدد المطبوع|نشر بال|في صحيفه|في مجله|في جريده/,
      /مقال|ماده|نص|تقرير/,
    ],
  },
  {
    reason: 'another outlet answers for the text',
    all: [
      /(?:محتوي|مضمون|ماده|نص|هذا) (?:هذ[اه] )?(?:ال)?(?:خبر|مقال|ماده|موضوع|تقرير)/,
      /كتب بواسطه|منقول(?:ه|ا)? (?:كما|من|عن|حرفيا)|نقل(?:ه|ت|ها)? (?:بمحتواه|كما|حرفيا|من|عن)|(?:نشر|ورد|جلب|سحب)(?:ه|ت|ها)? (?:الي(?:ا|ه) |تلقاييا )?(?:كما|من|عن|نقلا)/,
      /غير مسوول|لا [يتن]تحمل|لا [يت]عبر|العهده علي|مسووليه (?:ال)?مصدر|دون (?:ادني )?مسووليه/,
    ],
  },
  {
    reason: 'terms to agree to',
    all: [/شروط الاستخدام|سياسه الخصوصيه|الشروط والاحكام/, /توافق|موافقتك|اوافق|فانك|قبولك/],
  },
];

/** A sentence of the news reports what a paper or a channel says of itself. */
const REPORTED =
  /^[وف]?(?:قال|اكد|اضاف|اعلن|ذكر|اوضح|نفي|اعتذر|اشار|اعتبر|شدد|بين|طالب|رات|راي)(?:ت|وا)? /;

/** A note made by a machine of a machine: what made the text, the summary or the voice. */
const MACHINE =
  /^(?:هذ[اه]|تم|تمت|ترجم|ترجمت|انشي|ملخص|صوت|نص|قراءه) .*(?:ذكاء الاصطناعي|(?:^| )(?:ال)?الي(?:ه|ا)?(?: |$))/;

/** Longest such note, in words. */
const MACHINE_WORDS = 14;

/** What the publisher says of its rights and duties below a text, and of the machine that helped. */
export const publisherNoticeReason: RemovalRule = ({ block, key, position, count }) => {
  if (block.words > MAX_WORDS || block.words < 4) return undefined;
  if (block.words <= MACHINE_WORDS && MACHINE.test(key())) return 'a note on the machine';
  if (position >= HEAD && position < count - TAIL) return undefined;
  const text = key();
  if (REPORTED.test(text)) return undefined;
  return RULES.find(({ all }) => all.every((pattern) => pattern.test(text)))?.reason;
};
