import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { crawlers } from '../../../crawlers/index.ts';
import { ReadTimeoutError, SelectorCostError, StateError } from '../../../src/errors.ts';
import { fateOf } from '../../../src/jobs/fate.ts';
import { pageReaders } from '../../../src/jobs/page-readers.ts';
import type { ReadTask } from '../../../src/jobs/read-text.ts';
import { Source } from '../../../src/source.ts';
import { isBuilt, ROOT } from '../../program.ts';

/** As it is shipped, if that was built of these sources: a thread then loads in a third of the time. */
const THREAD = pathToFileURL(
  join(ROOT, isBuilt ? 'dist/src/cli/reading-thread.js' : 'src/cli/reading-thread.ts'),
);
const URL_OF_PAGE = 'https://sahifa.example/news/1';
const NOW = new Date('2026-11-02T09:00:00Z');
const AT = NOW.toISOString();
const PARAGRAPH =
  'قال مدير المتحف إن القطع المستعادة ستُعرض للجمهور ابتداء من الشهر المقبل في القاعة الشرقية.';

const source = {
  id: 'sahifa',
  ...Source.parse({
    name: 'الصحيفة',
    homepage: 'https://sahifa.example/',
    timeZone: 'Asia/Beirut',
    discover: [{ feed: 'https://sahifa.example/feed' }],
  }),
};

function task(body: string, article: Source['article'] = {}): ReadTask {
  const text = `<html lang="ar"><head><title>عودة قطع أثرية</title></head><body><article><h1>عودة قطع أثرية إلى المتحف</h1>${body}</article></body></html>`;
  return {
    page: {
      url: URL_OF_PAGE,
      requestedUrl: URL_OF_PAGE,
      redirects: [],
      status: 200,
      headers: {},
      text,
      charset: 'utf-8',
      charsetFrom: 'header',
      bytes: text.length,
      ms: 1,
      at: AT,
      via: 'http',
    },
    link: {
      url: URL_OF_PAGE,
      source: 'sahifa',
      route: { kind: 'direct', url: URL_OF_PAGE },
      firstSeen: AT,
      visit: 'v',
    },
    source: { ...source, article },
    now: NOW,
  };
}

const honest = `<p>${PARAGRAPH}</p>`.repeat(6);
const long = `${honest}<footer>${'<p>روابط</p>'.repeat(2000)}</footer>`;

const open: ReturnType<typeof pageReaders>[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((readers) => readers.close()));
});

function readersWith(options: { shortPage?: number; limitMs?: number } = {}) {
  const readers = pageReaders({ crawlers, thread: THREAD, ...options });
  open.push(readers);
  return readers;
}

describe('a page that is read in a thread', () => {
  it('gives what it gives in the process', async () => {
    const { steps: _, ...here } = await readersWith().read(task(honest));
    const { steps: __, ...there } = await readersWith({ shortPage: 0 }).read(task(honest));
    expect(here.found).toMatchObject({ headline: 'عودة قطع أثرية إلى المتحف' });
    expect(there).toEqual(here);
  });

  it('costs itself alone where it takes longer than a page may', async () => {
    const { read } = readersWith({ shortPage: 10_000, limitMs: 1 });
    const failed = await Promise.all([
      read(task(long)).catch((error: unknown) => error),
      read(task(long)).catch((error: unknown) => error),
      read(task(honest)).then(({ found }) => found),
    ]);
    expect(failed[0]).toBeInstanceOf(ReadTimeoutError);
    expect(failed[1]).toBeInstanceOf(ReadTimeoutError);
    expect(failed[2]).toMatchObject({ headline: 'عودة قطع أثرية إلى المتحف' });
    expect(fateOf(failed[0], 1, 0)).toEqual({ kind: 'dead-letter' });
  });

  it('has its time for itself, however many wait before it', async () => {
    const { read } = readersWith({ shortPage: 0, limitMs: 60_000 });
    const reads = await Promise.all(Array.from({ length: 4 }, () => read(task(long))));
    for (const { found } of reads) {
      expect(found).toMatchObject({ headline: 'عودة قطع أثرية إلى المتحف' });
    }
  });

  it('tells a selector that costs too much, and reads on', async () => {
    const { read } = readersWith({ shortPage: 0 });
    const costly = task(long, { body: 'h6 ~ p ~ p ~ p' });
    await expect(read(costly)).rejects.toBeInstanceOf(SelectorCostError);
    expect((await read(task(honest))).found).toMatchObject({ url: URL_OF_PAGE });
  });

  it('goes back whole where the process ends', async () => {
    const readers = readersWith({ shortPage: 0 });
    const asked = readers.read(task(long)).catch((error: unknown) => error);
    await readers.close();
    expect(await asked).toBeInstanceOf(StateError);
  });
});
