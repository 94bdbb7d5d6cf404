import { matchKey } from '../../arabic/key.ts';
import { isMonth } from './month-name.ts';
import { siteKeys } from './site-keys.ts';

/**
 * What pages of services, lists and notices are called, by what they hold. A name counts alone, with
 * a day, a number or the site's name behind it, or as one part of a headline in two parts. No column
 * is refused for its name alone: `page-evidence.ts` weighs it beside what the page holds.
 */
const NAMES: ReadonlySet<string> = new Set(
  [
    // Pictures, sounds, programmes.
    ...'كاريكاتور|كاريكاتير|الكاريكاتير|ركن الكاريكاتير|ألبوم الصور|ألبومات|ألبومات الصور|معرض الصور|مكتبة الصور|مكتبة الفيديو|بودكاست|البودكاست|برامجنا|البرامج|جميع البرامج|الحلقات|جميع الحلقات|حلقات البرنامج|دليل البرامج|جدول البث|خريطة البرامج|جدول البرامج|البث المباشر|بث مباشر|إنفوغرافيك|تردد القناة|ترددات القناة'.split(
      '|',
    ),
    ...'cartoons|caricatures|photo galleries|galleries|podcasts|our podcasts|our shows|episodes|tv guide|tv schedule|programme guide|live stream|dessins|nos podcasts|nos émissions|programme tv|grille des programmes|le direct'.split(
      '|',
    ),
    // Games and their tables.
    ...'مباريات|المباريات|جدول المباريات|مواعيد المباريات|نتائج المباريات|النتائج المباشرة|نتائج مباشرة|مركز المباريات|جدول الترتيب|ترتيب الفرق|الترتيب العام|ترتيب الهدافين|الهدافون|live scores|fixtures|results|standings|fixtures and results|league table|calendrier et résultats|classement|scores en direct'.split(
      '|',
    ),
    // Rates and markets.
    ...'أسعار العملات|أسعار الصرف|أسعار صرف العملات|أسعار الذهب|أسعار الذهب والعملات|أسعار المحروقات|أسعار الوقود|أسعار الخضار والفواكه|أسعار السلع|مؤشرات الأسواق|مؤشرات البورصة|حركة الأسهم|شريط الأسعار|محول العملات|exchange rates|gold prices|fuel prices|market data|taux de change|cours des devises'.split(
      '|',
    ),
    // Life in the town.
    ...'مواقيت الصلاة|أوقات الصلاة|إمساكية رمضان|حالة الطقس|الطقس|النشرة الجوية|أرقام تهمك|أرقام مهمة|أرقام مفيدة|أرقام الطوارئ|هواتف الطوارئ|أرقام هواتف مهمة|هواتف تهمك|دليل الهاتف|دليل الهواتف|دليل الخدمات|خدمات القراء|خدمات|الصيدليات المناوبة|صيدليات مناوبة|صيدليات المناوبة|حركة الطيران|رحلات المطار|جدول الرحلات|مواعيد القطارات|مواعيد الحافلات|برنامج قطع الكهرباء|جدول تقنين الكهرباء|useful numbers|emergency numbers|prayer times|weather forecast|weather|train times|flight arrivals|numéros utiles|pharmacies de garde|horaires de prière|météo'.split(
      '|',
    ),
    // Notices.
    ...'وفيات|الوفيات|صفحة الوفيات|وفيات وتعازي|تعازي|التعازي|نعي|أخبار الوفيات|اجتماعيات|إعلانات مبوبة|الإعلانات المبوبة|إعلانات القراء|مناقصات|مزايدات|مناقصات ومزايدات|مناقصات وإعلانات|مناقصات وعطاءات|عطاءات|إعلانات رسمية|إعلانات قضائية|إعلانات قانونية|obituaries|death notices|classifieds|classified ads|tenders|public notices|legal notices|avis de décès|nécrologie|petites annonces|appels d offres|annonces légales'.split(
      '|',
    ),
    // What is on, what is free.
    ...'أجندة|الأجندة|أجندة الفعاليات|أجندة ثقافية|الأجندة الثقافية|تقويم الفعاليات|روزنامة|روزنامة الفعاليات|دليل الفعاليات|برنامج السينما|أفلام السينما|عروض السينما|فرص عمل|وظائف|وظائف خالية|وظائف شاغرة|what s on|events calendar|event calendar|cinema listings|jobs|vacancies|agenda culturel|offres d emploi'.split(
      '|',
    ),
    // The printed paper, addresses to follow.
    ...'النسخة الورقية|العدد الورقي|أعداد الصحيفة|تطبيقاتنا|تطبيق الهاتف|النشرات البريدية|خدمة الرسائل القصيرة|تابعونا|newsletters|our newsletters|our apps|rss feeds|nos newsletters|flux rss|édition papier'.split(
      '|',
    ),
  ].map(matchKey),
);

/** The same of forms, offers and lists of stories: nobody calls a story so. */
const INVITATIONS: ReadonlySet<string> = new Set(
  [
    // Lists of stories and of who wrote them.
    ...'الأكثر قراءة|الأكثر مشاهدة|الأكثر تداولا|الأكثر تعليقا|الأكثر تفاعلا|الأعلى قراءة|الأخبار الأكثر قراءة|المقالات الأكثر قراءة'.split(
      '|',
    ),
    ...'آخر الأخبار|أحدث الأخبار|كل الأخبار|جميع الأخبار|أرشيف الأخبار|أحدث المقالات|جميع المقالات|كتابنا|كتاب الرأي|كتاب المقالات|كتاب وآراء|ملفات خاصة|ملفات'.split(
      '|',
    ),
    ...'most read|most popular|most viewed|most shared|trending|latest news|our columnists|our writers|les plus lus|les plus partagés|dernières nouvelles|nos chroniqueurs'.split(
      '|',
    ),
    // The stars.
    ...'حظك اليوم|حظك|برجك اليوم|أبراج اليوم|الأبراج|الأبراج اليوم|توقعات الأبراج|حظك اليوم وتوقعات الأبراج|حظك والأبراج|horoscope|horoscopes|your stars'.split(
      '|',
    ),
    // What readers are asked for.
    ...'أرسل خبرك|أرسل خبرا|أرسل لنا خبرا|أرسل مقالك|شاركنا خبرك|شارك معنا|شاركنا|شاركنا رأيك|صحافة المواطن|المواطن الصحفي|كن مراسلا|كن مراسلنا|شكاوى القراء|شكاوى المواطنين|تعليقات القراء|آراء القراء|بلغ عن خطأ|أبلغ عن خطأ|استطلاع رأي|استطلاعات الرأي|مسابقات|send us your news|send us a tip|send a tip|submit a story|submit your story|report an error|envoyez nous vos infos|soumettre un article|signaler une erreur'.split(
      '|',
    ),
    // What is sold.
    ...'أعلن معنا|الإعلان معنا|أعلنوا معنا|أسعار الإعلانات|أسعار الإعلان|تعرفة الإعلانات|قائمة الأسعار|باقات الإعلان|باقات الاشتراك|خطط الاشتراك|الاشتراكات|الاشتراك|اشترك|اشترك الآن|ادعم الصحيفة|ادعم الموقع|ادعم الصحافة المستقلة|متجر|المتجر|media kit|rate card|advertising rates|pricing|subscription plans|subscriptions|our plans|tarifs publicitaires|tarifs|nos offres|abonnements|boutique'.split(
      '|',
    ),
  ].map(matchKey),
);

/** An offer of the site itself, by its beginning: `اشترك في «الساحل» وادعم صحافة مستقلة`. */
const OFFER =
  /^(?:اشترك|اشتركوا|انضم|انضموا|ادعم|ادعموا|تبرع|تبرعوا|تواصل|اعلن|اعلنوا|subscribe|support|join|advertise|write|abonnez vous|soutenez|rejoignez)(?: |$)/u;

/** How headlines of such pages begin where they go on: a story may begin so, too. */
const START =
  /^(?:(?:سعر|اسعار) (?:صرف |بيع |شراء )?(?:ال)?(?:ذهب|فضه|دولار|يورو|عملات|عمله|صرف|محروقات|وقود|بنزين|خضار|خضروات|اعلان|اعلانات|حديد|اسمنت)|(?:جدول )?ترتيب (?:ال)?(?:دوري|فرق|هدافي|هدافين|مجموعات|مجموعه)|(?:جدول|مواعيد) (?:مباريات|مواعيد|بث|رحلات|امتحانات|برامج|قطارات|حافلات|انقطاع)|نتايج (?:مباريات|مباشره|سحب|الانتخابات)|مباريات (?:دوري|كاس|الجوله|فريق|منتخب)|حاله الطقس|توقعات الطقس|الطقس في|درجات الحراره|(?:مواقيت|اوقات|مواعيد) (?:ال)?(?:صلاه|اذان)|برامج (?:قناه|اذاعه|رمضان)|دليل (?:ال)?(?:برامج|تلفزيون|فعاليات|خدمات|هاتف|عيادات|مطاعم)|وفيات |تعليقات القراء|(?:جميع|كل) التعليقات|مناقصات |مزايدات |صيدليات |سهم |الاكثر (?:قراءه|مشاهده|تداولا)|اعلن معنا|الاعلان معنا|اشترك(?:ي|وا)? في|ادعم(?:ي|وا)? |تبرع(?:ي|وا)? |حمل(?:ي|وا)? (?:ال)?تطبيق|للبيع |للايجار |for sale |for rent |a vendre |a louer |باقات |ارقام (?:هواتف|الطواري|تهم)|هواتف |اجنده |روزنامه |ارسل (?:ال)?(?:ينا|خبر|لنا)|كيف (?:تتواصل|تصل الينا|ترسل)|بث مباشر|live scores|league table|standings|gold price|exchange rate|currency rates|weather (?:in|for)|prayer times|tv guide|today s (?:fixtures|matches|deaths|cartoon)|advertise|advertising|subscribe|support (?:our|us|independent)|contact|taux de change|meteo |classement |programme tv|calendrier des|abonnez|soutenez|tarifs)/u;

/** What such headlines hold: `النتائج لحظة بلحظة`. */
const INSIDE =
  /(?:النتايج|الاسعار|السعر|الترتيب|التغطيه|مباشر) لحظه بلحظه|لحظه بلحظه$|(?:^| )(?:توقعات|الطقس) \d+ ايام|صفحه \d+ من \d+|results live$|en temps reel$/u;

/** Words behind a name that tell its day. */
const DAY_WORDS: ReadonlySet<string> = new Set(
  'اليوم الآن غدا أمس يوم ليوم هذا الأسبوع لهذا أسبوع الشهر لشهر شهر السنة عام لعام الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت صباح مساء ليلة للعام الجاري الحالي today now this week live du jour aujourd hui semaine'
    .split(' ')
    .map(matchKey),
);

/** Longest second part of a headline whose other part is such a name, in words: `إعلانات مبوبة: سيارات`. */
const BESIDE_WORDS = 4;

/**
 * How much a headline is that of a service: the name of a form, an offer or a list, the name of
 * another service, a start or a part that stories have, too; undefined for others.
 */
export function serviceHeadline(
  text: string,
  siteNames: readonly string[],
): 'invitation' | 'name' | 'part' | undefined {
  const sites = siteKeys(siteNames);
  const key = matchKey(text);
  const parts = [key, ...text.split(/\s*[:：|–—]\s*|\s+-\s+/).map(matchKey)].map((part) =>
    coreOf(part, sites),
  );
  if (isNamed(parts, INVITATIONS)) return 'invitation';
  if (OFFER.test(key) && [...sites].some((site) => key.includes(site))) return 'invitation';
  if (isNamed(parts, NAMES)) return 'name';
  return START.test(key) || INSIDE.test(key) ? 'part' : undefined;
}

/** True where the whole is such a name, or one of its parts with few words beside. */
function isNamed([whole = '', ...parts]: readonly string[], names: ReadonlySet<string>): boolean {
  if (names.has(whole) || isOfPlace(whole, names)) return true;
  const rest = parts.filter((part) => !names.has(part));
  return rest.length < parts.length && wordsOf(rest.join(' ')) <= BESIDE_WORDS;
}

/** `أرقام الطوارئ في الربوة والسهل`: a name of several words with its place or time behind it. */
function isOfPlace(key: string, names: ReadonlySet<string>): boolean {
  const [, name = '', rest = ''] = OF_PLACE.exec(key) ?? [];
  return name.includes(' ') && names.has(name) && wordsOf(rest) <= BESIDE_WORDS;
}
const OF_PLACE = /^(.+?) ((?:في|لموسم|لعام|لشهر|حسب|من|in|of|for|du|de|à|au) .+)$/u;

/** A key without the site's name and the day behind it. */
function coreOf(key: string, sites: ReadonlySet<string>): string {
  const site = [...sites].find((name) => name !== '' && key.endsWith(` ${name}`));
  const own =
    site === undefined ? key : key.slice(0, -site.length - 1).replace(/ (?:في|ل|موقع|at|de)$/u, '');
  const words = own.split(' ');
  while (words.length > 1 && isDayWord(words.at(-1) ?? '')) words.pop();
  return words.join(' ');
}

const isDayWord = (word: string): boolean =>
  /^\d+$/.test(word) || DAY_WORDS.has(word) || isMonth(word);

const wordsOf = (key: string): number => (key === '' ? 0 : key.split(' ').length);
