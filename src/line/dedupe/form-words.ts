/**
 * The kinds of news that are written by form, with the words of each: texts of one kind differ by a
 * name, a place and some numbers. In the form of the match key, without the article.
 */
const FORMS = {
  obituaries:
    'وفاه توفي رحيل ناهز فقيد مرحوم راحل عزاء جنازه مرض اسره محبيه ذويه تعازي رحمته جناته مثواه جثمان نعت نعي',
  courts: 'محكمه جنايات متهم حكم حكمها سجن نيابه قضيه تهمه مستشار محبوسا تحريات اعترف ادانته مشدد',
  prayers: 'صلاه فجر شروق ظهر عصر مغرب عشاء اذان مواقيت',
  prices: 'سعر اسعار جنيه جرام غرام عيار ذهب اونصه دولار شراء بيع صرف بنك ريال دينار ليره درهم',
  weather: 'طقس حراره درجات رياح عظمي صغري ارصاد شبوره معتدل حار بارد امطار نهارا ليلا',
  horoscopes: 'برج ابراج حظك فلك توقعات مهني عاطفي صحي حمل ثور جوزاء سرطان عذراء',
  matches: 'مباراه فريق هدف دقيقه نقطه دوري رصيده جدول ترتيب جوله ضيفه منافسات بطوله لاعب',
  markets: 'موشر بورصه سهم نقطه تداولات قطاع صفقه تعاملات اغلق شركه مستثمرين',
};

const KINDS = Object.values(FORMS).map((words) => new Set(words.split(' ')));

/** A text of one kind may have one or two words of another kind; with so many different words it is of that form. */
const LEAST = 5;

/** A longer text tells more than its form has places for (the same bound as `longWords`). */
const LONGEST_WORDS = 150;

/** Whether a body, as words of the match key, is written by one of the known forms. */
export function isByForm(words: readonly string[]): boolean {
  if (words.length > LONGEST_WORDS) return false;
  const bare = new Set(words.map((word) => word.replace(/^و?[بلك]?(?:ال|(?<=ل)ل)?(?=..)/u, '')));
  const all = new Set([...words, ...bare]);
  return KINDS.some((kind) => [...kind].filter((word) => all.has(word)).length >= LEAST);
}
