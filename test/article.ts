import { joinStory } from '../src/line/dedupe/join.ts';
import { revise } from '../src/line/dedupe/revision.ts';
import { SLOT_BYTES } from '../src/line/dedupe/sketch-layout.ts';
import type { ArticleDraft } from '../src/record/article.ts';
import type { Sketch } from '../src/record/sketch.ts';

/** A draft as the pipeline makes it; a test states only what its case is about. */
export function draftOf(change: Partial<ArticleDraft> = {}): ArticleDraft {
  return {
    schemaVersion: 1,
    id: 'a1',
    source: { id: 'alnahar', name: 'صحيفة الميناء', country: 'LB', homepage: 'http://news.test/' },
    url: 'http://news.test/article/1',
    otherUrls: [],
    headline: 'بلدية الميناء تفتتح مكتبة عامة على الكورنيش',
    articleBody:
      'افتتحت بلدية الميناء مكتبة عامة جديدة على الكورنيش البحري.\n\nوتضم المكتبة عشرة آلاف كتاب.',
    wordCount: 13,
    inLanguage: 'ar',
    datePublished: '2024-03-05T10:00:00Z',
    datePrecision: 'minute',
    dateFirstSeen: '2024-03-05T10:05:00Z',
    rights: { robots: 'allowed', aiOptOut: false, paywalled: false, robotsLine: null },
    evidence: { headline: { from: 'h1', confidence: 0.99 } },
    fetch: {
      visit: 'v1',
      at: '2024-03-05T10:06:00Z',
      via: 'http',
      status: 200,
      bytes: 1000,
      ms: 12,
    },
    ...change,
  };
}

/** A sketch that meets no story: for tests of identity, revisions and the log alone. */
export function plainSketch(change: Partial<Sketch> = {}): Sketch {
  return {
    fields: { headline: 'h1', articleBody: 'b1' },
    content: '',
    title: '',
    story: {
      exact: '',
      agency: '',
      words: 13,
      bands: [],
      used: 14,
      slot: new Uint8Array(SLOT_BYTES),
      join: joinStory,
    },
    view: '',
    revise,
    isSame: () => false,
    ...change,
  };
}
