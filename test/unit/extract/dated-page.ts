import { readArticle } from '../../../src/line/extract/article.ts';
import { parseDocument } from '../../../src/line/extract/document.ts';
import { chooseDates } from '../../../src/line/normalize/article-dates.ts';

const PARAGRAPHS = [
  'أعلنت بلدية وادي الزيتون بدء ترميم السوق القديمة التي تمتد من ساحة الخان إلى باب النهر، على أن تبقى المحال مفتوحة طوال مدة العمل.',
  'وقالت المهندسة المشرفة على المشروع إن السقوف الخشبية ستستبدل بأخرى من خشب الأرز، وإن الأقواس الحجرية ستدعم من الداخل قبل حلول الشتاء.',
  'وأوضح رئيس لجنة التجار أن الأعمال لن تمس الواجهات، وأن اللجنة اتفقت مع المقاول على رفع الأنقاض ليلا حتى لا تتعطل حركة الزبائن.',
  'ويزور السوق كل أسبوع نحو عشرين ألف شخص من المدينة وريفها، وتضم مئتي دكان يعمل معظمها في النسيج والعطارة وصناعة النحاس.',
];

/** What stands at each place of an article, as HTML. */
export interface Places {
  readonly above?: string;
  readonly head?: string;
  readonly within?: string;
  readonly end?: string;
  readonly below?: string;
  readonly outside?: string;
  readonly url?: string;
}

/** The dates of a page with these places, to the minute. */
export function datesOf({
  above = '',
  head = '',
  within = '',
  end = '',
  below = '',
  outside = '',
  url,
}: Places) {
  const [first, second, ...rest] = PARAGRAPHS.map((text) => `<p>${text}</p>`);
  const html =
    `<html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>ترميم السوق القديمة في وادي الزيتون</title></head><body>` +
    `<header><a href="/">الوادي</a></header><main>${above}<article><h1>ترميم السوق القديمة في وادي الزيتون</h1>${head}` +
    `<div class="entry-content">${first}${second}${within}${rest.join('')}${end}</div>${below}</article>${outside}</main></body></html>`;
  const document = parseDocument(html, url ?? 'https://alwadi.test/news/77');
  const reading = readArticle(document, { crawlers: [] });
  if (reading.kind !== 'article') throw new RangeError(`${reading.kind}: ${reading.reason}`);
  const now = new Date('2026-11-28T10:00:00Z');
  const { published, modified } = chooseDates(reading.dates, {
    now,
    zone: 'UTC',
    distrustZone: false,
  });
  const minute = (at: Date | undefined): string | undefined => at?.toISOString().slice(0, 16);
  return { published: minute(published?.value.instant), modified: minute(modified?.value.instant) };
}

/** What stands where, and the dates to be read. */
export type Case = readonly [what: string, places: Places, published?: string, modified?: string];
