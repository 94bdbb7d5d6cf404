/** Words of one language that stand in labels, sections, roles and outlets, and in no name. */
export interface LabelWords {
  /** IETF tag of the language. */
  readonly language: string;
  /** Where such words stand as an author on pages. */
  readonly seen: string;
  readonly words: readonly string[];
}

const list = (words: string): readonly string[] => words.split(' ');

/**
 * Words that tell a label from a name where an element, a link or a field says that an author
 * stands in it. Compared by key, word by word.
 */
export const labelWords: readonly LabelWords[] = [
  {
    language: 'ar',
    seen: 'buttons, reading times and calls in boxes whose class says author',
    words: list(
      'وقت القراءة للقراءة قراءات للاشتراك اشترك اشتراك الاشتراك سجل تسجيل كن كونوا معنا عرض جميع كل اضغط انقر هنا للمزيد مزيد ' +
        'دقيقتان دقيقة دقيقتين ثوان ثانية اختياري مطلوب إرسال أرسل راسلنا اكتب تابعنا تابعونا شارك شاركنا ' +
        'حقوق الحقوق محفوظة مشاهدة مشاهدات زيارة زيارات قراء القراء نسخة طباعة حفظ الرابط نسخ تحميل ' +
        'استمع استماع اتصل نشرة النشرة رابط مختصر تكبير تصغير الخط الخطوط حالة الطقس أسعار مواقيت أضف إضافة تعليقا الوضع ' +
        'البريد الإلكتروني الاسم التاريخ المصدر السابق التالي الكل أرشيف الأرشيف سياسة السياسة اقتصاد الاقتصاد رياضة الرياضة ' +
        'ثقافة الثقافة فنون الفنون محليات دوليات منوعات تكنولوجيا صحة مجتمع آراء الرأي رأي كتاب الكتاب أعمدة كلمة افتتاحية الافتتاحية ' +
        'خدمات خدمة صفحة الصفحة صفحات شكرا سؤال أسئلة تنويه ملاحظة ملحوظة إعلان إعلانات بودكاست بث مباشر المباشر',
    ),
  },
  {
    language: 'ar',
    seen: 'posts of a newsroom before or instead of a name',
    words: list(
      'كبير كبيرة محرر محررة محررو محرري محررون المحرر المحررة مراسل مراسلة مراسلو مراسلنا مراسلتنا المراسل المراسلة مندوب مندوبة ' +
        'موفد موفدة نائب سكرتير مدير مديرة المدير مشرف المشرف مصور مصورة المصور محلل محللة خبير خبيرة مترجم مترجمة المترجم ناشط ' +
        'ناشر الناشر مساهم مساهمة مستقل مستقلة متطوع متطوعة ضيف ضيفة مدون طاقم فريق الفريق أسرة إدارة الإدارة قسم القسم غرفة مكتب المكتب وحدة الحساب حساب مستخدم المستخدم',
    ),
  },
  {
    language: 'ar',
    seen: 'names of other outlets in datelines and author fields',
    words: list(
      'نيوز تايم تايمز برس بوست ميديا اونلاين لايف الإخبارية الإخباري للأنباء للإعلام للأخبار الإعلامية الإعلامي الإعلام ' +
        'الحدث المشهد تلفزيون التلفزيون إذاعة الإذاعة راديو شبكة الشبكة منصة بوابة البوابة مجلة المجلة القناة الصحيفة الجريدة الموقع الوكالة ' +
        'صدى صوت منبر ملتقى موجز وكالات دوت تيفي سبورت مرصد المرصد مركز المركز معهد منظمة جمعية نقابة حزب الحزب اتحاد بنك نادي بلدية مديرية',
    ),
  },
  {
    language: 'en',
    seen: 'buttons, roles, sections and outlets in author elements and behind names',
    words: list(
      'written posted published updated submitted by call text read reads reading view more all about contact follow share subscribe ' +
        'subscription newsletter sign login log comments comment leave reply print save email mail click here photo photos picture pictures ' +
        'image images video videos gallery source credit copyright rights reserved developed designed powered minutes mins ' +
        'news desk newsroom editor editors editorial editing staff team writer writers reporter reporters correspondent contributor contributors columnist ' +
        'journalist journalists author authors guest admin administrator user webmaster chief officer executive director manager ' +
        'president producer analyst agency agencies press media magazine newspaper times post herald tribune online website blog ' +
        'world business politics sport sports health finance opinion opinions culture technology people lifestyle entertainment ' +
        'education travel local international national home menu search category categories section topics tags related latest ' +
        'twitter facebook instagram linkedin whatsapp telegram youtube university institute company inc ltd llc corp group ' +
        'year end week month today tomorrow association foundation department ministry center centre council committee network channel tv fm web info infos mag weekly daily radio studio studios',
    ),
  },
  {
    language: 'fr',
    seen: 'desks, sections and calls of outlets that publish in French',
    words: list(
      'rédaction redaction rédacteur rédactrice journaliste auteur auteure auteurs autrice publié publiée mis jour écrit rédigé partager ' +
        'abonnez abonnement lire voir aussi plus accueil actualités actualité politique économie monde société santé ' +
        'agence agences presse correspondant correspondante correspondance envoyé envoyée spécial spéciale avec vidéo vidéos ' +
        'numérique numerique actu hebdo matin temps classé lecture nos notre tunisie maroc algérie liban égypte ' +
        'commentaires commentaire équipe journal droits réservés',
    ),
  },
  {
    language: 'de',
    seen: 'desks, roles and sources of outlets of other languages',
    words: list(
      'redaktion redakteur redakteurin autor autorin autoren quelle quellen agenturen agentur nachrichten bild foto fotos mehr lesen ' +
        'veröffentlicht aktualisiert kommentare korrespondent leitung chefredaktion',
    ),
  },
];
