import { describe, expect, it } from 'vitest';
import { HostBusyError } from '../../../src/errors.ts';
import type { ReadPageDependencies } from '../../../src/jobs/dependencies.ts';
import type { MethodState } from '../../../src/jobs/fetch-methods.ts';
import { isNoArticle, readPage } from '../../../src/jobs/read-page.ts';
import type { Page } from '../../../src/record/fetched-page.ts';
import { Source } from '../../../src/source.ts';

const NEWS = 'https://sahel.example/news/12';
const AMP = 'https://sahel.example/amp/12';
const NOW = new Date('2026-11-02T09:00:00Z');

const source = {
  id: 'sahel',
  ...Source.parse({
    name: 'الساحل',
    homepage: 'https://sahel.example/',
    timeZone: 'Africa/Tunis',
    discover: [{ feed: 'https://sahel.example/feed' }],
  }),
};
const link = {
  url: NEWS,
  source: 'sahel',
  route: { kind: 'feed' as const, url: 'https://sahel.example/feed' },
  firstSeen: NOW.toISOString(),
  visit: 'v',
};

const SENTENCES = [
  'أعلن مجلس الجهة الساحلية أمس الشروع في ترميم الميناء القديم بعد سنوات من الانتظار والمطالبة.',
  'وقال رئيس المجلس إن الأشغال ستدوم سبعة أشهر وستشمل الأرصفة ومخازن الشباك والإنارة العمومية.',
  'وأضاف أن البحارة سيواصلون عملهم من الرصيف الشمالي في انتظار تسليم القسم الأول مطلع الصيف.',
  'ورحب ممثل الصيادين بالقرار، داعيا إلى تخصيص جزء من الميزانية لمحطة تبريد كانت موضع وعود سابقة.',
];

/** A page with so many paragraphs; none where 0. */
function pageOf(paragraphs: number, twin?: string): string {
  const head = twin ? `<link rel="amphtml" href="${twin}">` : '';
  const text = SENTENCES.slice(0, paragraphs).map((sentence) => `<p>${sentence}</p>`);
  return `<html lang="ar"><head><title>ترميم الميناء القديم</title>${head}</head><body><article><h1>ترميم الميناء القديم يبدأ بعد انتظار</h1>${text.join('')}</article></body></html>`;
}

const memory = <T>() => {
  const values = new Map<string, T>();
  return {
    load: async (id: string) => values.get(id),
    save: async (id: string, value: T) => void values.set(id, value),
    loadAll: async () => values,
  };
};

/** Reads the page as its job does: where a host is busy, again later from where it came to. */
async function read(pages: Readonly<Record<string, string>>, busyOnce: readonly string[] = []) {
  const asked: string[] = [];
  const busy = new Set(busyOnce);
  const deps: ReadPageDependencies = {
    fetch: async ({ url, via = 'http' }) => {
      if (busy.delete(url)) throw new HostBusyError('later', NOW.getTime());
      asked.push(via === 'browser' ? 'browser' : url);
      const text = pages[url] ?? '';
      return answer(url, text, via);
    },
    crawlers: [],
    boilerplate: memory(),
    clock: memory(),
    fetchMethod: memory(),
    now: () => NOW,
  };
  let state: MethodState | undefined;
  for (;;) {
    try {
      const save = async (kept: MethodState) => {
        state = kept;
      };
      const { page, found } = await readPage(link, source, {
        deps,
        save,
        ...(state ? { state } : {}),
      });
      const words = isNoArticle(found) ? 0 : found.wordCount;
      return { asked, via: page.via, words };
    } catch (error) {
      if (!(error instanceof HostBusyError)) throw error;
    }
  }
}

const answer = (url: string, text: string, via: Page['via']): Page => ({
  ...{ url, requestedUrl: url, redirects: [], status: 200, headers: {}, text, via },
  ...{ charset: 'utf-8', charsetFrom: 'header', bytes: text.length, ms: 1, at: NOW.toISOString() },
});

const wordsOf = (paragraphs: number): number =>
  SENTENCES.slice(0, paragraphs).join(' ').split(' ').length;

describe('an article that may be the lead of a longer one', () => {
  it.each([
    ['its AMP twin holds more', [1, 4], 'amp', 4, [NEWS, AMP]],
    ['its AMP twin holds the same', [1, 1], 'http', 1, [NEWS, AMP]],
    ['its AMP twin holds nothing', [1, 0], 'http', 1, [NEWS, AMP]],
    ['it is long enough', [4, 4], 'http', 4, [NEWS]],
  ] as const)('%s', async (_, [bare, twin], via, paragraphs, asked) => {
    const pages = { [NEWS]: pageOf(bare, AMP), [AMP]: pageOf(twin) };
    expect(await read(pages)).toEqual({ asked, via, words: wordsOf(paragraphs) });
  });

  it('is asked for alone where it names no twin', async () => {
    const pages = { [NEWS]: pageOf(1) };
    expect(await read(pages)).toEqual({ asked: [NEWS], via: 'http', words: wordsOf(1) });
  });

  it.each([
    ['holds more', 4, 'amp', 4, [NEWS, AMP]],
    ['holds nothing', 0, 'http', 1, [NEWS, AMP, NEWS]],
  ] as const)('waits for its host, and its twin %s', async (_, twin, via, paragraphs, asked) => {
    const pages = { [NEWS]: pageOf(1, AMP), [AMP]: pageOf(twin) };
    expect(await read(pages, [AMP])).toEqual({ asked, via, words: wordsOf(paragraphs) });
  });
});
