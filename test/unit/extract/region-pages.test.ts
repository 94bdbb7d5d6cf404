/** Pages of outlets of the region in three languages, one a kind of what their systems print. */
import { describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { articleReader } from '../../../src/read-article.ts';

const H = 'قرية الزيتونة تفتح معصرتها القديمة للزوار بعد ترميم دام عامين';
const T = [
  'فتحت قرية الزيتونة معصرتها الحجرية القديمة أمام الزوار صباح الجمعة، بعد ترميم دام عامين شارك فيه أبناء القرية.',
  'وقال المشرف على الترميم إن الحجر الأصلي بقي في مكانه، وإن الآلات الخشبية أعيد صنعها على يد نجار من القرية المجاورة.',
  'ويبلغ عمر المعصرة نحو مئة وثلاثين سنة، وكانت تعمل في مواسم القطاف حتى أوائل الثمانينات من القرن الماضي.',
  'وتستقبل المعصرة الزوار كل يوم عدا الأحد، ويذهب ريع التذاكر إلى صندوق يرعى بساتين الأهالي.',
];
const P = T.map((t) => `<p>${t}</p>`).join('\n');
const FH = "Le vieux moulin d'Ain Zitouna rouvre ses portes après deux ans de travaux";
const FT = [
  "Le vieux moulin d'Ain Zitouna a rouvert ses portes vendredi matin, après deux années de travaux menés par les habitants du village.",
  "Le responsable du chantier explique que la pierre d'origine est restée en place et que les machines en bois ont été refaites par un artisan voisin.",
  "Construit il y a cent trente ans, le moulin tournait encore à chaque récolte jusqu'au début des années quatre-vingt.",
  'Les visiteurs sont reçus tous les jours sauf le dimanche, et les recettes iront à un fonds consacré aux oliveraies.',
];
const FP = FT.map((t) => `<p>${t}</p>`).join('\n');
const EH = 'Old olive press at Zaytouna village reopens after two years of repairs';
const ET = [
  'The old stone press at Zaytouna village reopened to visitors on Friday morning, after two years of repairs carried out by residents.',
  'The man in charge of the works said the original stone stayed where it was, and a carpenter from the next village rebuilt the wooden gear.',
  'The press is about a hundred and thirty years old and worked every harvest until the early nineteen eighties.',
  'It is open every day except Sunday, and the money from tickets goes to a fund for the orchards.',
];
const EP = ET.map((t) => `<p>${t}</p>`).join('\n');
const ld = (o: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', ...o })}</script>`;
const head = (t: string, site: string, x = '') =>
  `<!doctype html><html><head><title>${t} - ${site}</title><meta property="og:title" content="${t}"><meta property="og:site_name" content="${site}">${x}</head>`;

/** What a page has to give: null for a field that has to be absent. */
interface Wanted {
  readonly author?: readonly string[] | null;
  readonly credit?: string | null;
  readonly date?: string | null;
  readonly modified?: string;
  readonly section?: readonly string[] | null;
  readonly body?: readonly string[];
  readonly keywords?: readonly string[];
  readonly headline?: string;
  readonly image?: null;
  readonly paywalled?: boolean;
  readonly skipped?: boolean;
}

const PAGES: readonly (readonly [name: string, html: string, wanted: Wanted])[] = [
  [
    'a writer, the agency that helped and a newsletter (Tunisia, French)',
    `${head(FH, 'Le Littoral')}<body><header><a href="/">Le Littoral</a></header><article><span class="rubrique">Régions</span><h1>${FH}</h1><div class="meta">Par <a href="/a/1">Salma Ben Youssef</a> (avec TAP) | Publié le 12/03/2026 à 14:05</div>${FP}<p>À lire également : <a href="/2">Une récolte record à Sfax cette année</a></p><p>Abonnez-vous à notre newsletter pour recevoir l'essentiel de l'actualité</p></article></body>`,
    {
      author: ['Salma Ben Youssef'],
      credit: 'TAP',
      date: '2026-03-12',
      section: ['Régions'],
      body: FT,
    },
  ],
  [
    'a source, sharing and rights (Algeria, French)',
    `${head(FH, 'Le Littoral')}<body><article><h1>${FH}</h1><p class="date">Jeudi 12 mars 2026 - 09h30</p><p>Source : APS</p>${FP}<p>Lire aussi : Le festival revient à Oran</p><p>Partager cet article sur Facebook</p><p>Tous droits réservés © Le Littoral 2026</p></article></body>`,
    { author: null, credit: 'APS', date: '2026-03-12', body: FT },
  ],
  [
    'an editorial team that is nobody (French)',
    `${head(FH, 'Le Littoral', ld({ headline: FH, author: { '@type': 'Organization', name: 'La Rédaction' }, datePublished: '2026-03-12T09:30:00+01:00', dateModified: '2026-03-13T09:30:00+01:00' }))}<body><article><h1>${FH}</h1><div>La Rédaction</div>${FP}<p>Recevez nos alertes sur WhatsApp</p></article></body>`,
    { author: null, date: '2026-03-12', body: FT },
  ],
  [
    'names with hyphens and an agency behind the text (Morocco, French)',
    `${head(FH, 'Atlas Info')}<body><article><h1>${FH}</h1><p>Par Jean-Pierre El-Khoury et Leïla Haddad</p><time datetime="2026-03-12T10:00:00+01:00">12 mars</time>${FP}<p>(MAP)</p></article></body>`,
    { author: ['Jean-Pierre El-Khoury', 'Leïla Haddad'], credit: 'MAP', body: FT },
  ],
  [
    'two writers, an update and inputs of an agency (Emirates, English)',
    `${head(EH, 'Gulf Harbour')}<body><article><div class="eyebrow">UAE</div><h1>${EH}</h1><p class="byline">By Rania Haddad and Omar El-Sayed</p><p>Published: Thu 12 Mar 2026, 2:05 PM</p><p>Last updated: Fri 13 Mar 2026, 9:00 AM</p>${EP}<p>READ MORE: <a href="/3">Farmers count a record harvest this autumn in the hills</a></p><p>(With inputs from Reuters)</p></article></body>`,
    { author: ['Rania Haddad', 'Omar El-Sayed'], date: '2026-03-12', section: ['UAE'], body: ET },
  ],
  [
    'the opening of a wire (Emirates, English)',
    `${head(EH, 'Gulf Harbour')}<body><article><h1>${EH}</h1>${EP.replace('<p>The old', '<p>ABU DHABI, 12th March, 2026 (WAM) -- The old')}<p>Follow us on Instagram for more</p></article></body>`,
    { credit: 'WAM', date: '2026-03-12', body: ET },
  ],
  [
    'a role for a writer (English)',
    `${head(EH, 'Gulf Harbour', ld({ headline: EH, author: [{ '@type': 'Person', name: 'Staff Reporter' }], datePublished: '2026-03-12T00:00:00Z' }))}<body><article><h1>${EH}</h1><span>By Staff Reporter</span>${EP}</article></body>`,
    { author: null, date: '2026-03-12', body: ET },
  ],
  [
    'an update and a publication glued in one line',
    `${head(H, 'نبع الأخبار')}<body><article><h1>${H}</h1><time>آخر تحديث: 13 مارس 2026 - 10:00</time><span>نشر: 12 مارس 2026 - 09:00</span>${P}</article></body>`,
    { date: '2026-03-12', modified: '2026-03-13', body: T },
  ],
  [
    'the day of a footnote',
    `${head(H, 'نبع الأخبار')}<body><article><h1>${H}</h1>${P}<p>* نشر هذا النص أول مرة في 3 مايو 2019 في مجلة القرية.</p></article></body>`,
    { date: null },
  ],
  [
    'a rare month and its double in brackets',
    `${head(H, 'نبع الأخبار')}<body><article><h1>${H}</h1><div class="date">15 مايس (أيار) 2026</div>${P}</article></body>`,
    { date: '2026-05-15' },
  ],
  [
    'stretches between the numbers of a day',
    `${head(H, 'نبع الأخبار')}<body><article><h1>${H}</h1><div class="date">20 ـ 9 ـ 2025م</div>${P}</article></body>`,
    { date: '2025-09-20' },
  ],
  [
    'the first of a month in words',
    `${head(H, 'نبع الأخبار')}<body><article><h1>${H}</h1><div class="date">الأول من تشرين الثاني 2025</div>${P}</article></body>`,
    { date: '2025-11-01' },
  ],
  [
    'an age in months',
    `${head(H, 'نبع الأخبار')}<body><article><h1>${H}</h1><div class="date">منذ 3 أشهر</div>${P}</article></body>`,
    { date: null },
  ],
  [
    'an agency behind a word of bylines',
    `${head(H, 'نبع الأخبار')}<body><article><h1>${H}</h1><div>كتب: رويترز</div>${P}</article></body>`,
    { author: null, credit: 'رويترز', body: T },
  ],
  [
    'a role in field and element',
    `${head(H, 'نبع الأخبار', '<meta name="author" content="مدير التحرير">')}<body><article><h1>${H}</h1><div class="author">مدير التحرير</div>${P}</article></body>`,
    { author: null },
  ],
  [
    'a section that a line names',
    `${head(H, 'نبع الأخبار')}<body><article><h1>${H}</h1><div>القسم: ثقافة وتراث</div>${P}</article></body>`,
    { section: ['ثقافة وتراث'], body: T },
  ],
  [
    'a section in microdata',
    `${head(H, 'نبع الأخبار')}<body><article><span itemprop="articleSection">تراث</span><h1>${H}</h1>${P}</article></body>`,
    { section: ['تراث'] },
  ],
  [
    'items of a menu',
    `${head(H, 'نبع الأخبار')}<body><ul><li class="menu-item menu-item-object-category"><a href="/c/1">رياضة</a></li><li class="menu-item menu-item-object-category"><a href="/c/2">سياسة</a></li></ul><article><h1>${H}</h1>${P}</article></body>`,
    { section: null },
  ],
  [
    'a list of linked items',
    `${head('آخر الأخبار', 'نبع الأخبار')}<body><h1>آخر الأخبار</h1><ul>${Array.from({ length: 14 }, (_, i) => `<li><a href="/n/${i}">خبر طويل بعض الشيء عن سوق الخضار في المدينة رقم ${i}</a> <span>12 مارس 2026</span></li>`).join('')}</ul></body>`,
    { skipped: true },
  ],
  [
    'cards with a link to read more',
    `${head('محليات', 'نبع الأخبار')}<body><h1>محليات</h1>${Array.from({ length: 9 }, (_, i) => `<div class="card"><h3>بلدية المدينة تعلن المرحلة ${i} من أعمال الطرق</h3><p>قالت البلدية إن المرحلة ${i} من الأعمال تشمل شارعين وحديقة صغيرة قرب السوق القديم...</p><a href="/n/${i}">اقرأ المزيد</a></div>`).join('')}</body>`,
    { skipped: true },
  ],
  [
    'rows of an archive',
    `${head('أرشيف الأخبار', 'نبع الأخبار')}<body><h1>أرشيف الأخبار</h1><table>${Array.from({ length: 14 }, (_, i) => `<tr><td>2026/03/${10 + i}</td><td><a href="/n/${i}">مجلس القرية يناقش ميزانية العام ومشاريع الطرق والمياه ${i}</a></td></tr>`).join('')}</table></body>`,
    { skipped: true },
  ],
  [
    'a policy',
    `${head('سياسة الخصوصية', 'نبع الأخبار')}<body><h1>سياسة الخصوصية</h1><p>نحترم خصوصية زوار الموقع ونبين في هذه الصفحة ما نجمعه من بيانات وكيف نستخدمها ومع من نشاركها.</p><p>قد نستخدم ملفات تعريف الارتباط لحفظ تفضيلات الزائر، ويمكن تعطيلها من إعدادات المتصفح في أي وقت.</p></body>`,
    { skipped: true },
  ],
  [
    'a policy of the site by its name',
    `${head('سياسة الخصوصية لموقع نبع الأخبار', 'نبع الأخبار')}<body><h1>سياسة الخصوصية لموقع نبع الأخبار</h1><p>نحترم خصوصية زوار الموقع ونبين في هذه الصفحة ما نجمعه من بيانات وكيف نستخدمها ومع من نشاركها.</p><p>قد نستخدم ملفات تعريف الارتباط لحفظ تفضيلات الزائر، ويمكن تعطيلها من إعدادات المتصفح في أي وقت.</p></body>`,
    { skipped: true },
  ],
  [
    'legal notes (French)',
    `${head('Mentions légales', 'Le Littoral')}<body><h1>Mentions légales</h1><p>Le présent site est édité par la société Le Littoral, au capital de dix mille dinars, dont le siège est à Tunis.</p><p>Toute reproduction, même partielle, des contenus du site est interdite sans autorisation écrite.</p></body>`,
    { skipped: true },
  ],
  [
    'an about page behind metadata of an article',
    `${head('من نحن', 'نبع الأخبار', '<meta property="og:type" content="article"><meta property="article:modified_time" content="2020-01-01T00:00:00Z">')}<body><h1>من نحن</h1><p>نبع الأخبار موقع إخباري مستقل تأسس عام 2011 ويغطي أخبار القرى والبلدات في الشمال وما حولها من مدن.</p><p>يعمل في الموقع عشرون صحفيا وصحفية، ويشرف عليه مجلس من أهل المهنة ينتخب كل عامين.</p></body>`,
    { skipped: true },
  ],
  [
    'a missing page behind metadata of an article',
    `${head('عذرا، الصفحة غير موجودة', 'نبع الأخبار', '<meta property="og:type" content="article">')}<body><h1>عذرا، الصفحة غير موجودة</h1><p>يبدو أن الصفحة التي تبحث عنها قد نقلت أو حذفت أو أن الرابط غير صحيح. يمكنك العودة إلى الصفحة الرئيسية أو استخدام البحث.</p></body>`,
    { skipped: true },
  ],
  [
    'a consent wall (French)',
    `${head('Avant de continuer', 'Le Littoral')}<body><h1>Nous respectons votre vie privée</h1><p>Nous et nos partenaires stockons des informations sur votre appareil afin de diffuser des publicités personnalisées.</p><button>Tout accepter</button></body>`,
    { skipped: true },
  ],
  [
    'a teaser before a paywall',
    `${head(H, 'نبع الأخبار')}<body><article><h1>${H}</h1><p>${T[0]}</p><p>${T[1]}</p><div class="paywall"><p>لقراءة المقال كاملا اشترك في نبع الأخبار</p></div></article></body>`,
    { paywalled: true },
  ],
  [
    'tags under a name of BEM',
    `${head(H, 'نبع الأخبار')}<body><article><h1>${H}</h1><div class="article_details_text">${P}</div><div class="article_details_tags"><a href="/t/1">الزيتونة</a><a href="/t/2">تراث</a></div></article></body>`,
    { body: T, keywords: ['الزيتونة', 'تراث'] },
  ],
  [
    'a control of the size of letters',
    `${head(H, 'نبع الأخبار')}<body><article><h1>${H}</h1><div class="font"><span>AA</span><span>حجم الخط</span></div>${P}</article></body>`,
    { credit: null, body: T },
  ],
  [
    'a headline of one quoted word',
    `${head('«الخذلان»', 'نبع الأخبار')}<body><article><h1>«الخذلان»</h1>${P}</article></body>`,
    { headline: '«الخذلان»' },
  ],
  [
    'a kicker in a heading of its own',
    `<!doctype html><html><head><title>${H} | نبع الأخبار | ثقافة</title></head><body><article><h2 class="kicker">ذاكرة المكان</h2><h1>${H}</h1>${P}</article></body>`,
    { headline: H, body: T },
  ],
  [
    'a title that ends with the headline',
    `<!doctype html><html><head><title>نبع الأخبار « ثقافة « ${H}</title><meta property="og:site_name" content="نبع الأخبار"></head><body><div><div class="t">${H}</div>${P}</div></body>`,
    { headline: H, body: T },
  ],
  [
    'one text in several containers',
    `${head(H, 'نبع الأخبار')}<body><h1>${H}</h1><div class="txt"><p>${T[0]}</p></div><div class="ad">إعلان</div><div class="txt"><p>${T[1]}</p><p>${T[2]}</p></div><div class="video"></div><div class="txt"><p>${T[3]}</p></div></body>`,
    { body: T },
  ],
  [
    'a picture at a private address',
    `${head(H, 'نبع الأخبار', '<meta property="og:image" content="http://192.168.1.5/a.jpg">')}<body><h1>${H}</h1>${P}</body>`,
    { image: null },
  ],
  [
    'what a state assigned by a script holds',
    `${head(H, 'نبع الأخبار')}<body><h1>${H}</h1>${P}<script>window.__NUXT__={data:[{article:{title:"${H}",writer:{name:"نوال الشامي"},category:{name:"تراث"},published_at:"2026-03-12T08:00:00Z"}}]}</script></body>`,
    { author: ['نوال الشامي'], section: ['تراث'], date: '2026-03-12' },
  ],
  [
    'the programmer of the site',
    `${head(H, 'نبع الأخبار', '<meta name="dc.creator" content="حلول الويب للبرمجيات">')}<body><h1>${H}</h1>${P}</body>`,
    { author: null },
  ],
  [
    'a line of copyright in an element of authors',
    `${head(H, 'نبع الأخبار')}<body><h1>${H}</h1>${P}<div class="author">© 2026 نبع الأخبار</div></body>`,
    { author: null, body: T },
  ],
  [
    'a writer and a day in two spans',
    `${head(H, 'نبع الأخبار')}<body><h1>${H}</h1><p><span>نوال الشامي</span><span>الخميس 12 مارس 2026</span></p>${P}</body>`,
    { author: ['نوال الشامي'], date: '2026-03-12', body: T },
  ],
  [
    'the clock of the page',
    `${head(H, 'نبع الأخبار')}<body><div class="top">الأحد 29 نوفمبر 2026 - 04:00</div><h1>${H}</h1>${P}</body>`,
    { date: null },
  ],
  [
    'the day of an embedded post',
    `${head(H, 'نبع الأخبار')}<body><h1>${H}</h1><p>${T[0]}</p><blockquote class="twitter-tweet"><p>شكرا لأهل القرية</p>— معصرة (@press) <a href="https://twitter.com/x/1">March 3, 2021</a></blockquote><p>${T[1]}</p><p>${T[2]}</p></body>`,
    { date: null },
  ],
];

const read = articleReader(crawlers);
const CONTEXT = {
  url: 'https://www.nabaa-news.example/n/4711',
  zone: 'UTC',
  now: new Date('2026-11-29T04:00:00Z'),
};

const names = (list: readonly { readonly name: string }[] | undefined): readonly string[] | null =>
  list?.map(({ name }) => name) ?? null;

/** The fields of a page in the form of what is wanted of it. */
function factsOf(html: string): Wanted {
  const reading = read(html, CONTEXT);
  if ('reason' in reading) return { skipped: true };
  return {
    author: names(reading.author),
    credit: names(reading.credit)?.join(', ') ?? null,
    date: reading.datePublished?.slice(0, 10) ?? null,
    ...(reading.dateModified ? { modified: reading.dateModified.slice(0, 10) } : {}),
    section: reading.articleSection ?? null,
    body: reading.articleBody.split('\n\n'),
    keywords: reading.keywords ?? [],
    headline: reading.headline,
    ...(reading.image ? {} : { image: null }),
    paywalled: reading.rights.paywalled,
  };
}

describe('a page of an outlet of the region', () => {
  it.each(PAGES)('with %s', (_name, html, wanted) => {
    expect(factsOf(html)).toMatchObject(wanted);
  });
});
