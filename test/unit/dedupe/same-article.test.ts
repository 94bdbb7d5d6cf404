import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSameArticle } from '../../../src/line/dedupe/same-article.ts';
import { sketch } from '../../../src/line/dedupe/sketch.ts';
import type { ArticleDraft } from '../../../src/record/article.ts';
import { articleLog } from '../../../src/state/article-log.ts';
import { articlePreview } from '../../../src/state/article-preview.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { draftOf } from '../../article.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

const TITLE = 'بلدية الميناء تبدأ ترميم السوق القديمة بعد العيد';
const BODY = [
  'قالت بلدية الميناء إنها ستبدأ ترميم السوق القديمة في الأسبوع الذي يلي العيد، وإن الأعمال ستجري ليلا حتى لا تتضرر حركة البيع.',
  'وأوضح المهندس رامي السمان أن الخطة تشمل تدعيم 14 قوسا حجريا وتجديد شبكة الإنارة، وأن التجار سيحصلون على أماكن بديلة في الساحة المجاورة.',
  'ورحب أصحاب الدكاكين بالقرار لكنهم طالبوا بجدول واضح، فقد تأخر مشروع سابق ثلاثة مواسم وخسر بعضهم زبائنه إلى المجمع الجديد على الطريق الساحلي.',
];
const OTHER = [
  'خرج عشرات التجار أمام مبنى البلدية يطالبون بتعويض عن إغلاق مداخل السوق، ورفعوا لافتات كتبوا عليها أسماء الدكاكين.',
  'ويروي بائع التوابل كمال النجار أنه ورث المكان عن جده، ويخشى أن تضيع ملامحه تحت الإسمنت كما جرى في حي الصيادين.',
  'ووعد رئيس المجلس بلقاء جديد نهاية الشهر يحضره خبير في العمارة الحجرية، على أن تعلن نتيجته أمام الناس.',
];
const first = draftOf({
  id: 'first',
  url: 'http://news.test/local/market',
  headline: TITLE,
  articleBody: BODY.join('\n\n'),
});
const at = (change: Partial<ArticleDraft>): ArticleDraft =>
  draftOf({ ...first, id: 'second', url: 'http://news.test/economy/market-2', ...change });
const day = (date: string): Partial<ArticleDraft> => ({
  datePublished: `2024-03-${date}T10:00:00Z`,
});
const prices = (price: number): Partial<ArticleDraft> => ({
  headline: 'أسعار الذهب اليوم في محلات الصاغة',
  articleBody: `سجل سعر جرام الذهب عيار 24 نحو ${price} جنيها في محلات الصاغة، وبلغ سعر عيار 18 الأقل شراء نحو ${price - 900} جنيها، وسجلت الأونصة 2150 دولارا مع ثبات سعر صرف الجنيه أمام العملات في البنوك.`,
});

/** [what, the change, whether it is the same article] */
const CASES: readonly [string, Partial<ArticleDraft>, boolean][] = [
  ['the same text the same day', {}, true],
  ['the same text six days later', day('11'), true],
  ['the same text eight days later', day('13'), false],
  ['a corrected word', { articleBody: first.articleBody.replace('ليلا', 'نهارا') }, true],
  ['another spelling of the title', { headline: TITLE.replaceAll('ة', 'ه') }, true],
  ['another number', { articleBody: first.articleBody.replace('14', '41') }, false],
  ['half of the text', { articleBody: BODY.slice(0, 2).join('\n\n') }, false],
  ['another text', { articleBody: OTHER.join('\n\n') }, false],
  ['an update with as much again', { articleBody: [...BODY, ...OTHER].join('\n\n') }, false],
  ['another title', { headline: 'تجار الميناء يرحبون بترميم السوق القديمة' }, false],
];

describe('the same title in one source under another address', () => {
  it.each(CASES)('%s', (_case, change, isSame) => {
    expect(isSameArticle(first, at(change))).toBe(isSame);
    expect(isSameArticle(at(change), first)).toBe(isSame);
  });

  it.each([
    ['the same prices', prices(3000), true],
    ['other prices', prices(3020), false],
    ['the same prices of the next day', { ...prices(3000), ...day('06') }, false],
  ])('by form: %s', (_case, change, isSame) => {
    expect(isSameArticle(draftOf(prices(3000)), draftOf(change))).toBe(isSame);
  });
});

describe('in the log', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis();
  });
  afterAll(() => redis.stop());

  it.each(CASES)('%s', async (name, change, isSame) => {
    const keys = keysOf(`t-same-${CASES.findIndex(([known]) => known === name)}`);
    const log = articleLog(redis.client, keys);
    await log.commit(first, sketch(first));
    const second = at(change);
    const expected = { id: isSame ? 'first' : 'second' };
    const preview = await articlePreview(redis.client, keys).commit(second, sketch(second));
    expect(preview).toMatchObject(expected);
    const published = await log.commit(second, sketch(second));
    expect(published).toMatchObject(expected);
    expect(published.outcome).toBe(preview.outcome);
    expect(await log.commit(second, sketch(second))).toMatchObject({
      ...expected,
      outcome: 'unchanged',
    });
  });

  it('takes a later date at the other address for no change, and a corrected text for one', async () => {
    const log = articleLog(redis.client, keysOf('t-same-date'));
    await log.commit(first, sketch(first));
    const later = at(day('07'));
    expect(await log.commit(later, sketch(later))).toMatchObject({ outcome: 'unchanged' });
    const corrected = at({ articleBody: first.articleBody.replace('ليلا', 'نهارا') });
    const published = await log.commit(corrected, sketch(corrected));
    expect(published).toMatchObject({ outcome: 'updated', changed: ['articleBody'] });
  });

  it('leaves the title of another source its own', async () => {
    const log = articleLog(redis.client, keysOf('t-same-source'));
    await log.commit(first, sketch(first));
    const other = at({ source: { ...first.source, id: 'other', name: 'صحيفة المنارة' } });
    const published = await log.commit(other, sketch(other));
    expect(published).toMatchObject({ id: 'second', outcome: 'published' });
    expect(published.record?.story).toMatchObject({ id: 'first', role: 'copy' });
  });
});
