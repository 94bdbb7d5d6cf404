/** What tells one language of the Arabic script from the others: letters by weight, and words. */
export interface LanguageSigns {
  readonly tag: string;
  /** Letters that the language's alphabet has and Arabic's has not (CLDR exemplar sets). */
  readonly letters: Readonly<Record<string, number>>;
  /** Words that no text of the language does without. */
  readonly words: ReadonlySet<string>;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** `weight` for each letter: 2 is the language's alone, 1 is shared with one, less with several. */
function letters(weights: Readonly<Record<number, string>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(weights).flatMap(([weight, list]) =>
      [...list].map((letter) => [letter, Number(weight)]),
    ),
  );
}

/**
 * Arabic and its neighbours. ک and ی weigh next to nothing: Arabic is typed on Persian keyboards.
 * Arabic's own signs are its hamzas, ة, and the article, which `language.ts` adds.
 */
export const SIGNS: readonly LanguageSigns[] = [
  {
    tag: 'ar',
    letters: letters({ 1: 'ةإأ', 0.4: 'ىؤ', 0.1: 'يك' }),
    words: words(
      'في فى من على علي إلى الى أن ان إن عن مع هذا هذه ذلك التي الذي الذين بعد قبل بين كان كانت قال قالت ' +
        'وقال لا ما لم لن قد هو هي كل غير خلال حول ضد عند أو ثم حتى منذ أكثر يوم عام نحو',
    ),
  },
  {
    tag: 'fa',
    letters: letters({ 1: 'پچژگ', 0.3: 'کی' }),
    words: words(
      'است این که از را های می شد برای با در به و بود شده کرد آن خود تا هم یک بر نیز باید ایران وی دو پس ' +
        'اند دارد گفت سال شود روز کند ها کرده داد خواهد ما یافت رسید امروز کشور',
    ),
  },
  {
    tag: 'ur',
    letters: letters({ 2: 'ٹڈڑںے', 1.5: 'ہ', 0.7: 'ھ', 0.5: 'پچگ', 0.2: 'کی' }),
    words: words(
      'ہے ہیں کے کی کا میں کو سے نے اور پر کہ یہ وہ بھی اس ان تھا تھے گیا جو ایک نہیں ہو کر تک لیے ساتھ گے گی',
    ),
  },
  {
    tag: 'ps',
    letters: letters({ 2: 'ټډړښځڅڼۍګ', 1: 'ې', 0.3: 'پچژ', 0.2: 'کی' }),
    words: words(
      'د په چې او کې له سره دی ده دي يې نه کړي شوي هم ته کړ خپل کوي شو لپاره تر وو پر څخه',
    ),
  },
  {
    tag: 'ckb',
    letters: letters({ 2: 'ێڵڕڤ', 1: 'ە', 0.8: 'ۆ', 0.4: 'پچژگ', 0.2: 'کی' }),
    words: words(
      'لە بە و بۆ کە ئەو ئەم لەگەڵ هەر بوو دەکات سەر نێوان پێش دوای یەک دوو کرد کوردستان عێراق',
    ),
  },
  {
    tag: 'ug',
    letters: letters({ 2: 'ۇۈۋڭ', 0.8: 'ەېۆ', 0.5: 'ىھ', 0.3: 'پچژگ' }),
    words: words('ۋە بىلەن بىر بۇ ئۇ ئۈچۈن دەپ بولغان قىلغان كېيىن ھەم ئۇيغۇر'),
  },
  {
    tag: 'sd',
    letters: letters({ 2: 'ڀٿٽڄڃڇڊڌڏڍڙڳڱ', 1: 'ڪ', 0.5: 'ھ', 0.3: 'پچگ' }),
    words: words('جي جو ۾ ۽ کي آهي جا آهن تي سان هن ان کان به اهو'),
  },
];

/** Words of the languages in Latin script that sites of the region also publish in. */
export const LATIN_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words('the and of to in that for is was with as by on at from has are said his its after'),
  fr: words(
    'le la les des et un une du dans est en pour que qui sur au aux par avec son ce pas plus',
  ),
  es: words('el los las que una por con del para se su al como más y es en la de'),
  de: words('der die das und ist von den mit für auf nicht ein eine im zu dem sich wurde'),
  it: words('il lo gli che di della nel con per una è sono del alla dei non più'),
  pt: words('o os as que um uma do da em para com não por dos das ao mais foi'),
  tr: words('ve bir bu için ile da de olarak olan dedi sonra daha çok gibi kadar ise'),
  ku: words('û li di ji bi ku de ya yên jî wê ev ser bo hat kir'),
  id: words('yang dan di dengan untuk dari ini pada itu tidak akan dalam adalah oleh juga'),
  so: words('ee oo ka ku iyo in la uu waa ayaa soo aan waxaa'),
  sw: words('ya wa na kwa ni katika za la kuwa cha hiyo alisema'),
};

/** Scripts that are taken for the language that news pages of the region write in them. */
export const SCRIPT_LANGUAGES: readonly (readonly [string, RegExp])[] = [
  ['he', /\p{Script=Hebrew}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['hy', /\p{Script=Armenian}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
  ['zgh', /\p{Script=Tifinagh}/gu],
  ['syr', /\p{Script=Syriac}/gu],
];
