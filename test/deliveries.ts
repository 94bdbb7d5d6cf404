import type { Delivery } from '../src/line/deliver/sink.ts';
import { ArticleRecord } from '../src/record/article.ts';

/** A delivery of an invented record; `change` is what the test is about. */
export function deliveryOf(n: number, revision = 1, change: Partial<ArticleRecord> = {}): Delivery {
  const record = ArticleRecord.parse({
    schemaVersion: 1,
    id: `a${n}`,
    revision,
    change: revision === 1 ? 'published' : 'updated',
    source: { id: 'almadar', name: 'المدار', country: 'JO', homepage: 'https://almadar.test/' },
    url: `https://almadar.test/${n}`,
    otherUrls: [],
    headline: `افتتاح جسر الوادي رقم ${n} «بعد تأخير»`,
    articleBody: 'افتتح وزير الأشغال اليوم الجسر.\n\nوقال إن العمل استمر عامين.',
    wordCount: 9,
    inLanguage: 'ar',
    dateFirstSeen: '2026-11-01T08:00:00Z',
    story: { id: `a${n}`, role: 'original', of: null, similarity: 1 },
    rights: { robots: 'allowed', aiOptOut: false, paywalled: false, robotsLine: null },
    evidence: {},
    fetch: { visit: 'v', at: '2026-11-01T08:00:00Z', via: 'http', status: 200, bytes: 1, ms: 1 },
    ...change,
  });
  const { id, change: kind, source } = record;
  const about = { id, revision, change: kind, source: source.id };
  return {
    logId: `${1000 + n}-${revision}`,
    key: `${id}:${revision}`,
    ...about,
    record,
    shaped: record,
  };
}
