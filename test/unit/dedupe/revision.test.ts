import { describe, expect, it } from 'vitest';
import { fieldDigests } from '../../../src/line/dedupe/field-digests.ts';
import { revise } from '../../../src/line/dedupe/revision.ts';
import type { ArticleDraft } from '../../../src/record/article.ts';
import { draftOf } from '../../article.ts';

const BODY =
  'افتتحت البلدية السوق الجديدة صباح الاثنين.\n\nوحضر الافتتاح مئة تاجر.\n\nوتبقى السوق مفتوحة حتى المساء.';
const PAGE: Partial<ArticleDraft> = {
  articleBody: BODY,
  description: 'سوق جديدة في وسط المدينة',
  keywords: ['سوق', 'بلدية'],
  image: { url: 'http://news.test/a.jpg' },
  author: [{ name: 'سلمى الحداد' }],
  dateline: 'طرابلس',
};
const page = draftOf(PAGE);
const { description: _d, keywords: _k, image: _i, author: _a, dateline: _l, ...bare } = page;

/** What an observation makes of the page that was stored, seen before in the views named. */
function observe(after: ArticleDraft, view: string, seen: Record<string, ArticleDraft> = { page }) {
  const views = Object.fromEntries(
    Object.entries(seen).map(([name, draft]) => [name, fieldDigests(draft)]),
  );
  const before = { fields: fieldDigests(page), isWithdrawn: false, draft: page, views };
  return revise(before, { fields: fieldDigests(after), view, draft: after });
}

describe('a view that shows less', () => {
  it.each([
    ['no description, keywords, image, author and dateline', bare],
    ['a part of the body', { ...page, articleBody: BODY.split('\n\n').slice(0, 2).join('\n\n') }],
    ['a description of its own', { ...page, description: 'خبر من البلدية' }],
    ['other sections and fewer keywords', { ...page, keywords: ['سوق'] }],
    ['a smaller picture of its own', { ...page, image: { url: 'http://amp.news.test/a.jpg' } }],
  ])('makes no revision: %s', (_case, after) => {
    expect(observe(after, 'amp')).toBeUndefined();
    expect(observe(after, 'amp', { page, amp: after })).toBeUndefined();
  });

  it('keeps what it lacks beside a change that it tells', () => {
    const after = { ...bare, headline: 'البلدية ترجئ افتتاح السوق' };
    const revision = observe(after, 'amp');
    expect(revision).toMatchObject({ changed: ['headline'], draft: { ...page, ...after } });
    expect(revision?.fields).toEqual(fieldDigests({ ...page, headline: after.headline }));
  });
});

describe('the same view', () => {
  it.each([
    ['a description that went', { ...PAGE, description: undefined }, ['description']],
    ['a keyword that went', { ...PAGE, keywords: ['سوق'] }, ['keywords']],
    ['a paragraph that went', { ...PAGE, articleBody: BODY.slice(0, 80) }, ['articleBody']],
  ])('makes a revision of %s', (_case, change, changed) => {
    expect(observe(draftOf(change), 'page')?.changed).toEqual(changed);
  });

  it('makes one where an AMP page loses what the AMP page had', () => {
    const amp = draftOf({ ...PAGE, dateline: undefined });
    const after = draftOf({ ...PAGE, dateline: undefined, description: undefined });
    expect(observe(after, 'amp', { page, amp })?.changed).toEqual(['description']);
  });
});

describe('what changed', () => {
  const told = (change: Partial<ArticleDraft>, correction?: string) => {
    const draft = draftOf({ ...PAGE, ...change });
    const before = { fields: fieldDigests(page), isWithdrawn: false, draft: page };
    const note = correction === undefined ? {} : { correction };
    return revise(before, { fields: fieldDigests(draft), view: '', draft, ...note })?.changes;
  };

  it.each([
    [
      'a headline, word by word',
      { headline: 'بلدية الميناء تغلق مكتبة عامة على الكورنيش' },
      [
        {
          kind: 'headline',
          diff: [
            { kind: 'same', text: 'بلدية الميناء ' },
            { kind: 'removed', text: 'تفتتح ' },
            { kind: 'added', text: 'تغلق ' },
            { kind: 'same', text: 'مكتبة عامة على الكورنيش' },
          ],
        },
      ],
    ],
    [
      'the sentences that were exchanged and put in',
      { articleBody: `${BODY.replace('مئة', 'مئتا')} ودعت التجار إلى الالتزام.` },
      [
        {
          kind: 'body',
          sentences: [
            { removed: 'وحضر الافتتاح مئة تاجر.', added: 'وحضر الافتتاح مئتا تاجر.' },
            { added: 'ودعت التجار إلى الالتزام.' },
          ],
        },
      ],
    ],
    [
      'a date and a name',
      { datePublished: '2024-03-05T12:00:00Z', author: [{ name: 'هدى السمان' }] },
      [
        { kind: 'date', before: '2024-03-05T10:00:00Z', after: '2024-03-05T12:00:00Z' },
        { kind: 'author', before: ['سلمى الحداد'], after: ['هدى السمان'] },
      ],
    ],
    ['any other field by its name', { dateline: 'صيدا' }, [{ kind: 'field', field: 'dateline' }]],
  ])('is told: %s', (_case, change, changes) => {
    expect(told(change)).toEqual(changes);
  });

  it('names the note of a correction once', () => {
    const note = 'تصحيح: عدد التجار مئتان';
    const articleBody = `${BODY}\n\n${note}`;
    expect(told({ articleBody }, note)?.at(-1)).toEqual({ kind: 'correction', note });
    expect(told({ headline: 'عنوان آخر' })?.map(({ kind }) => kind)).toEqual(['headline']);
  });

  it('is bounded for a text that was written anew', () => {
    const articleBody = Array.from({ length: 500 }, (_, at) => `جملة رقم ${at} جديدة.`).join(' ');
    const [change] = told({ articleBody }) ?? [];
    expect(change).toMatchObject({ kind: 'body', more: 480 });
    expect(JSON.stringify(change).length).toBeLessThan(30_000);
  });
});
