import { matchKey } from '../../../../arabic/key.ts';

/** Words as newsrooms' buttons, counters and calls print them, in their normalised form. */
const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(matchKey));

/** True where the set holds the word, or what is left without the article and prefixes on it. */
export function holdsWord(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || words.has(bareWord(word));
}

/** A word without what Arabic writes on to it: `و`, `ب`, `ل`, and the article. */
function bareWord(word: string): string {
  const bare = word.replace(/^و?(?:بال|كال|لل|ال)(?=\p{L}{2})/u, '');
  return bare === word ? word.replace(/^(?:ل|ب)(?=\p{L}{4})/u, '') : bare;
}

/** What a page offers its reader to do with it. */
export const PAGE_ACTIONS = wordSet(
  'شارك شاركه شاركها شاركنا شاركونا مشاركة غرد تغريد احفظ حفظ اطبع طباعة أرسل إرسال قيم تقييم استمع استماع اسمع ' +
    'عرض اعرض إخفاء إظهار انسخ نسخ أبلغ إبلاغ بلغ أضف إضافة علق يعلق اكتب اترك اشترك اشتراك اشتركوا تابع تابعنا ' +
    'تابعونا متابعة انضم انضموا حمل تحميل تنزيل سجل تسجيل اقرأ قراءة طالع شاهد شاهدوا مشاهدة مشاهدات تصفح اضغط ' +
    'انقر صوت تصويت إغلاق أغلق تكبير تصغير تخطي تعليق تعليقات تعليقا تعليقك قراءات زيارات إعجاب مشاركات نسخ ' +
    'أعجبك أعجبني إلغاء مفيدا بريدك عودة رئيسية قرئ partager imprimer commentaires a share print save comment comments views read follow subscribe download listen like',
);

/** What the page speaks of when it speaks of itself. */
export const PAGE_OBJECTS = wordSet(
  'قصص قراءات خبر أخبار مقال مقالة مقالات موضوع مواضيع قصة تقرير صفحة محتوى رابط مادة صورة صور فيديو ألبوم نص خط حجم عدد ' +
    'رقم رمز زوار زائر نسخة مطبوعة ملف مرفق مرفقات تطبيق نشرة بريد إلكتروني بريدية إخبارية قناة حساب موقع مفضلة صديق لصديق أعلى خطأ ملف رأي رأيك دخول إشعارات ' +
    'مختصر قصير آخر أحدث صوتا دقيقة دقائق دقيقتان ثانية مرة مرات min minutes article story page link news',
);

/** Networks, messengers and formats. */
export const PLATFORMS = wordSet(
  'فيسبوك فيس بوك تويتر إكس واتساب واتس تيليجرام تلغرام تليغرام تيليغرام تلجرام لينكدان انستغرام انستقرام ' +
    'إنستغرام يوتيوب لينكدإن لينكد بينتيريست ماسنجر سناب شات تيك توك جوجل غوغل نيوز فايبر نبض ثريدز ' +
    'google facebook twitter whatsapp telegram instagram youtube linkedin tiktok messenger pinterest email pdf rss x',
);

/** What binds those words into a label. */
export const PAGE_GLUE = wordSet(
  'على عبر إلى من عن في هذا هذه هنا الآن أول كن كل لا يوجد توجد أو هل كان كانت نعم مغلقة تم تمت بصيغة كاملا ' +
    'كامل بنا معنا أيضا عدد زمن وقت مدة أكثر جديد مزيد المزيد لديك تريد ما يك بعد قبل كبير صغير the this a to of on',
);
