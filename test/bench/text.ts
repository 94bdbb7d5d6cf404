/** Speed of the forms of a text, and what a million generated URLs come to. */
import { displayText } from '../../src/arabic/display.ts';
import { matchKey } from '../../src/arabic/key.ts';
import { findLanguage } from '../../src/arabic/language.ts';
import { countWords } from '../../src/arabic/words.ts';
import { canonicalUrl } from '../../src/line/normalize/canonical-url.ts';

/** Invented prose as newsrooms print it: vowelled names, quotations, digits of two kinds, a Latin name. */
const PROSE =
  'أعلنت بلديّة المدينة، أمس الأربعاء، افتتاح ٣ حدائق جديدة على مساحة 12,500 متر مربع؛ وقال رئيسها ' +
  'إنّ «الأشجار ستُزرع قبل الشتاء»، مشيراً إلى أن شركة Nakheel تتولى الريّ بـ40 بئراً حتى نهاية العام. ';

/** A text of an article's length: what the pipeline hands over at a time. */
const ARTICLE = PROSE.repeat(12);

const MB = 1_000_000;

const FORMS: Readonly<Record<string, (text: string) => unknown>> = {
  matchKey,
  displayText,
  'displayText (label)': (text) => displayText(text, { label: true }),
  countWords,
  findLanguage,
};

/** The bound: what the engine's own normal form takes of the same text, which every key begins with. */
const bound = (text: string): unknown => text.normalize('NFKC');

/** Short: so often for a report. */
export const runs = 5;

/** `npm run bench -- text [SECONDS] [URLS]` */
export async function run(args: readonly string[]): Promise<void> {
  const seconds = Number(args[0] ?? 2);
  const bytes = Buffer.byteLength(ARTICLE);
  console.log(`articles of ${bytes} bytes of UTF-8, ${ARTICLE.length} UTF-16 units; MB/s of UTF-8`);
  const own = speed(bound, seconds, bytes);
  console.log(`${'normalize, NFKC'.padEnd(22)} ${own.toFixed(0).padStart(6)} MB/s`);
  const ofTheBound: Record<string, number> = {};
  for (const [name, form] of Object.entries(FORMS)) {
    const rate = speed(form, seconds, bytes);
    ofTheBound[name] = Math.round((rate / own) * 100) / 100;
    console.log(`${name.padEnd(22)} ${rate.toFixed(0).padStart(6)} MB/s`);
  }
  tellUrls(Number(args[1] ?? 1_000_000));
  console.log(JSON.stringify({ ofTheBound }, null, 2));
}

/** After a warm-up of a tenth of the time. */
function speed(form: (text: string) => unknown, seconds: number, bytes: number): number {
  repeat(form, seconds / 10);
  const { rounds, ms } = repeat(form, seconds);
  return (rounds * bytes) / MB / (ms / 1000);
}

function repeat(form: (text: string) => unknown, seconds: number): { rounds: number; ms: number } {
  const start = performance.now();
  let rounds = 0;
  while (performance.now() - start < seconds * 1000) {
    // A string of its own each time, as no cache of the engine may help.
    form(`${rounds} ${ARTICLE}`);
    rounds += 1;
  }
  return { rounds, ms: performance.now() - start };
}

/** Park and Miller's generator: the same URLs on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const HOSTS = [
  'www.a.com',
  'm.b.com.eg',
  'amp.c.net',
  'خبر.com',
  'd.org:8080',
  'E.COM.',
  '10.0.0.1',
];
const SEGMENTS = [
  'ar',
  'amp',
  'news',
  '2024',
  '05',
  '123456',
  'خبر-عاجل',
  '%d8%ae',
  '%25D8%25AE',
  '',
];
const PIECES = [
  'utm_source=x',
  'amp=1',
  'id=5',
  'p=7',
  'amp;x=2',
  'ref=rss',
  'ref=9',
  'm=1',
  '',
  'q',
];
const ENDS = ['', '#top', '#!/x', '#'];

function tellUrls(count: number): void {
  const next = random(20_260_513);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const some = (list: readonly string[]): string[] =>
    Array.from({ length: Math.floor(next() * 5) }, () => pick(list));
  const start = performance.now();
  let changing = 0;
  for (let made = 0; made < count; made += 1) {
    const tail = `${some(SEGMENTS).join('/')}?${some(PIECES).join('&')}${pick(ENDS)}`;
    const once = canonicalUrl(`https://${pick(HOSTS)}/${tail}`);
    const twice = canonicalUrl(once.url);
    if (twice.url !== once.url || twice.identity !== once.identity) changing += 1;
  }
  const microseconds = ((performance.now() - start) * 1000) / count / 2;
  console.log(
    `canonicalUrl: ${count} URLs, ${changing} change when folded again, ${microseconds.toFixed(1)} µs`,
  );
}
