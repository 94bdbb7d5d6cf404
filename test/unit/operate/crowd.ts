import type { SourceState } from '../../../src/operate/console-data.ts';
import type {
  DeadLetter,
  HeldLine,
  RepairView,
  TriedUrl,
} from '../../../src/operate/operator-data.ts';
import type { ArticleRecord } from '../../../src/record/article.ts';
import type { VisitEntry } from '../../../src/record/visit-entry.ts';
import { lineOf, sampleReads } from './operator-sample.ts';
import { recordOf, sampleData, sourceOf } from './sample.ts';

/** Minutes before now, as the state tells times. */
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

const PLACES = ['الميناء', 'الوادي', 'الجسر', 'المنارة', 'السهل', 'الواحة', 'الرافد', 'الشاطئ'];
const KINDS = ['صحيفة', 'وكالة', 'إذاعة', 'موقع', 'قناة'];
const COUNTRIES = ['LB', 'EG', 'MA', 'IQ', 'SD', 'TN', 'YE'];
const HEADLINES = [
  'بلدية الميناء تفتتح مكتبة عامة في المرفأ القديم',
  'موسم الزيتون يبدأ مبكرًا في قرى الوادي بعد أمطار الخريف',
  'فريق الجسر يتأهل إلى نهائي الكأس بهدف في الدقيقة الأخيرة',
  'خبراء يحذّرون من تراجع منسوب النهر ويدعون إلى ترشيد المياه',
];

/** A source in one of the states that sources are in, by its number. */
function crowdSource(number: number): SourceState {
  const fault = {
    at: ago(20),
    since: ago(60 * 26),
    url: `https://site-${number}.test/feed/`,
    code: number % 2 === 0 ? 'FORBIDDEN' : 'GONE',
    message: 'The site answered 403 to the feed',
    hint: 'Ask the site, or take another route: marsad sources add finds them.',
    isFinal: true,
  };
  const state = number % 11 === 0 ? 'failing' : number % 7 === 0 ? 'degraded' : 'good';
  const health = {
    lastVisit: ago(number % 50),
    nextVisit: ago(-(number % 30) - 1),
    lastGood: state === 'failing' ? ago(60 * 26) : ago(number % 50),
    lastArticle: ago(number % 300),
    everyMs: 600_000,
    published: 400 + number,
    updated: number % 40,
    skipped: number % 9,
    failed: state === 'good' ? 0 : number % 17,
    broken: state === 'good' ? [] : [fault],
    failureScore: state === 'failing' ? 4 : 0,
  };
  return sourceOf(
    {
      id: `site-${number}`,
      name: `${KINDS[number % KINDS.length]} ${PLACES[number % PLACES.length]} ${number}`,
      homepage: `https://site-${number}.test/`,
      country: COUNTRIES[number % COUNTRIES.length] ?? 'LB',
      tags: number % 3 === 0 ? ['national'] : ['local', 'sport'],
      enabled: number % 29 !== 0,
      lastDay: (number * 7) % 90,
    },
    health,
  );
}

const visitOf = (number: number): VisitEntry => ({
  id: `v${number}`,
  at: ago(10 * number + 2),
  ms: 820 + number,
  met: 40,
  fresh: number % 3,
  routes: [
    { kind: 'feed', url: 'https://site-1.test/feed/', outcome: 'read', met: 20, fresh: number % 3 },
    { kind: 'section', url: 'https://site-1.test/أخبار/', outcome: 'unchanged', met: 0, fresh: 0 },
    {
      kind: 'newsSitemap',
      url: 'https://site-1.test/news.xml',
      outcome: 'failed',
      met: 0,
      fresh: 0,
      code: 'GONE',
    },
  ],
});

const letterOf = (number: number): DeadLetter => ({
  id: `job:pages:${number}`,
  kind: 'page',
  source: `site-${number % 4}`,
  about: `https://site-${number % 4}.test/news/${number}`,
  reason: number % 3 === 0 ? 'GONE: 404 at the first try' : 'TIMEOUT: no byte within 30s',
  at: ago(number * 3),
});

const BODY = Array.from(
  { length: 6 },
  () =>
    'قال رئيس البلدية إن المكتبة الجديدة ستفتح أبوابها للقرّاء من السبت إلى الخميس، وإنها تضم قاعة للأطفال وأخرى للصحف القديمة التي جمعها أهل الحي على مدى عقود.',
).join('\n\n');

/** A record of the crowd by its number. */
export function crowdRecord(number: number, change: Partial<ArticleRecord> = {}): ArticleRecord {
  const isCopy = number % 5 === 4;
  return recordOf({
    id: `a${number}`,
    headline: `${HEADLINES[number % HEADLINES.length]}`,
    articleBody: BODY,
    datePublished: ago(number * 4),
    dateFirstSeen: ago(number * 4 - 2),
    source: {
      id: `site-${number}`,
      name: `صحيفة ${PLACES[number % PLACES.length]}`,
      country: 'LB',
      homepage: 'https://x.test/',
    },
    story: {
      id: `a${number}`,
      role: isCopy ? 'copy' : 'original',
      of: isCopy ? 'a1' : null,
      similarity: isCopy ? 0.91 : 1,
    },
    ...change,
  });
}

const REVISED = crowdRecord(2, {
  revision: 2,
  change: 'updated',
  changed: ['headline', 'articleBody'],
  changes: [
    {
      kind: 'headline',
      diff: [
        { kind: 'same', text: 'فريق الجسر يتأهل إلى ' },
        { kind: 'removed', text: 'نصف نهائي ' },
        { kind: 'added', text: 'نهائي ' },
        { kind: 'same', text: 'الكأس' },
      ],
    },
    {
      kind: 'body',
      sentences: [{ removed: 'حضر المباراة ألفا مشجّع.', added: 'حضر المباراة ثلاثة آلاف مشجّع.' }],
    },
  ],
});

const heldOf = (number: number): HeldLine => ({
  id: `held-${number}`,
  url: `https://site-7.test/news/${number}`,
  at: ago(number * 6),
  signs: ['text agreement', 'excess length', 'place of articleBody'],
  headline: `${HEADLINES[number % HEADLINES.length]}`,
});

/** A repair of the same source, with a file that has a line too long for a phone. */
export const REPAIR: RepairView = {
  change: {
    path: 'config/sources/site-7.yaml',
    before:
      'name: صحيفة الوادي\ndiscover:\n  - feed: https://site-7.test/ar/rss/section/local-and-regional-news?format=xml&limit=40\narticle:\n  body: .entry-content # النص\n',
    after:
      'name: صحيفة الوادي\ndiscover:\n  - feed: https://site-7.test/ar/rss/section/local-and-regional-news?format=xml&limit=40\narticle:\n  body: .longread # النص\n',
  },
  version: 'v1',
  digest: 'd1',
  before: { articles: 8, pages: 8, words: 642, headline: 1, text: 0.02, dates: 8, authors: 3 },
  after: { articles: 8, pages: 8, words: 214, headline: 1, text: 0.98, dates: 8, authors: 3 },
};

/** What a page gives that is tried. */
export const TRIED: TriedUrl = {
  url: 'https://site-11.test/news/مكتبة-عامة-في-المرفأ',
  fields: [
    { field: 'headline', value: HEADLINES[0] ?? '', from: 'h1', confidence: 0.97 },
    {
      field: 'datePublished',
      value: '2026-11-28T09:30:00+02:00',
      from: 'article:published_time',
      confidence: 0.95,
    },
    { field: 'author', value: 'ليلى الحاج', from: '.byline a', confidence: 0.82 },
  ],
  blocks: [
    { text: HEADLINES[1] ?? '', isKept: false, reason: 'a teaser: its words are links' },
    { text: BODY.slice(0, 160), isKept: true, reason: 'prose within the container' },
    { text: 'اشترك في نشرتنا', isKept: false, reason: 'sign-up' },
  ],
};

const STORY = [
  crowdRecord(1),
  crowdRecord(4, { articleBody: BODY.replace('من السبت إلى الخميس', 'كل يوم') }),
  crowdRecord(9, { story: { id: 'a1', role: 'abridged', of: 'a1', similarity: 0.62 } }),
];

const FILE = [
  '# A source of the tests',
  'name: صحيفة الوادي',
  'homepage: https://site-11.test/',
  'country: EG',
  'timeZone: Africa/Cairo',
  'discover:',
  '  - feed: https://site-11.test/feed/',
  '  - section: https://site-11.test/news/',
  'tags: [national]',
  '',
].join('\n');

const FILE_FAULT = {
  file: 'config/sources/alwaha.yaml',
  message: 'config/sources/alwaha.yaml:4:3: unknown key contry; did you mean country?',
};

/** An installation with so many sources, and with all that its pages can show; none for 0. */
export function crowd(count: number) {
  const has = count > 0;
  const sources = Array.from({ length: count }, (_, index) => crowdSource(index + 1));
  const records = Array.from({ length: has ? 60 : 0 }, (_, index) => crowdRecord(index + 1));
  const lines = records.map(({ id, headline, source, datePublished, story }, index) =>
    lineOf({
      id,
      headline,
      source,
      datePublished,
      role: story.role,
      similarity: story.similarity,
      at: Date.now() - index * 60_000,
    }),
  );
  const data = sampleData({
    fileFaults: () => (has ? [FILE_FAULT] : []),
    sources: async () => sources,
    recent: async () => records,
    sinks: async () =>
      has
        ? [
            { name: 'articles', waiting: 3, pending: 1 },
            {
              name: 'archive',
              waiting: 1200,
              pending: 0,
              undelivered: 4,
              failingSince: ago(30),
              error: 'ENOSPC: the disk is full',
              failures: 12,
              retryAt: ago(-5),
            },
          ]
        : [],
  });
  const alert = {
    level: 'error',
    title: 'مصبّ لا يستقبل',
    subject: 'archive',
    detail: 'refuses since 30m: ENOSPC',
    since: ago(30),
  } as const;
  const warn = {
    level: 'warn',
    title: 'مسار لا يُقرأ',
    subject: 'site-11',
    detail: 'https://site-11.test/feed/: FORBIDDEN',
    since: ago(300),
    href: '/sources/site-11',
  } as const;
  const reads = sampleReads({
    source: async (id) => ({
      routes: [{ kind: 'feed', url: `https://${id}.test/feed/` }],
      zone: 'Africa/Cairo',
      crawler: 'auto',
      visit: 'auto',
      file: {
        path: `config/sources/${id}.yaml`,
        text: FILE.replaceAll('site-11', id),
        version: 'v1',
      },
      rhythm: Array.from(
        { length: 168 },
        (_, hour) =>
          Math.max(0, 4 * Math.sin(((hour % 24) - 5) / 5)) *
          (Math.floor(hour / 24) === 4 ? 0.3 : 1),
      ),
      visits: Array.from({ length: 12 }, (_, index) => visitOf(index)),
    }),
    // Of one whose template changed; every seventh source is degraded.
    held: async (id) =>
      id === 'site-7' ? Array.from({ length: 21 }, (_, index) => heldOf(index)) : [],
    search: async () => ({ lines, read: lines.length, all: lines.length }),
    revisions: async (id) => (id === 'missing' ? [] : [REVISED, crowdRecord(2)]),
    story: async () => STORY,
    difference: (before, after) => [
      { kind: 'same', text: before.slice(0, 80) },
      { kind: 'removed', text: before.slice(80, 130) },
      { kind: 'added', text: after.slice(80, 118) },
      { kind: 'same', text: after.slice(118) },
    ],
    alerts: async () =>
      has ? { open: [alert, warn], past: [{ ...warn, until: ago(200) }] } : { open: [], past: [] },
    deadLetters: async () => (has ? Array.from({ length: 40 }, (_, index) => letterOf(index)) : []),
    pace: async () => ({
      hours: has
        ? [12, 8, 5, 3, 2, 2, 4, 9, 18, 30, 38, 41, 44, 39, 37, 42, 40, 33, 29, 31, 27, 22, 18, 9]
        : Array(24).fill(0),
      usual: has
        ? [14, 9, 6, 3, 2, 3, 5, 11, 22, 33, 37, 40, 42, 43, 41, 40, 38, 36, 33, 30, 26, 23, 19, 16]
        : Array(24).fill(0),
      ...(has ? { delay: { p50: 190_000, p95: 420_000, of: 541 } } : {}),
    }),
    jobs: async () =>
      has
        ? ['visits', 'pages'].map((name) => ({
            name,
            isPaused: false,
            active: [
              {
                id: '1',
                source: 'site-1',
                about: 'https://site-1.test/news/61001',
                tries: 0,
                at: Date.now() - 900,
              },
            ],
            waiting: [],
            delayed: [
              {
                id: '2',
                source: 'site-2',
                about: 'https://site-2.test/news/61002',
                tries: 1,
                at: Date.now() + 60_000,
              },
            ],
          }))
        : [],
    audit: async () =>
      has ? [{ at: ago(3), who: 'salma', what: 'retry', about: 'page site-1 TIMEOUT (7)' }] : [],
  });
  return { data, reads };
}
