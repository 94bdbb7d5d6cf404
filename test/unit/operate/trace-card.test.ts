import { expect, it } from 'vitest';
import { readerOf } from '../../../src/operate/page/page-reader.ts';
import { traceCard } from '../../../src/operate/page/trace-table.ts';
import { LEFT_OUT_REASONS, type LeftOutReason } from '../../../src/record/left-out.ts';

const READER = {
  theme: 'auto',
  role: 'viewer',
  token: 't',
  path: '/articles/a1',
  query: new URLSearchParams(),
  redact: (text: string) => text.replaceAll('hunter2', '…'),
  now: new Date('2026-11-20T10:00:00Z'),
} as const;

async function cardIn(language: 'ar' | 'en', reason: LeftOutReason): Promise<string> {
  const route = { kind: 'feed', url: 'https://almina.test/feed?key=hunter2&b=<b>' } as const;
  const leftOut = { reason, at: '2026-11-20T08:00:00Z', visit: 'almina-7', route };
  const trace = { source: 'almina', url: 'https://almina.test/1', leftOut, pages: [], sinks: [] };
  return String(await traceCard(readerOf({ ...READER, language }), [trace]));
}

it.each(LEFT_OUT_REASONS)('says that a link was left out: %s', async (reason) => {
  const [arabic, english] = [await cardIn('ar', reason), await cardIn('en', reason)];
  expect(arabic).toContain('تُرك رابطه');
  expect(english).toContain('link left out');
  expect(english).toContain('feed https://almina.test/feed?key=…&amp;b=&lt;b&gt;');
  expect(english).toContain('almina-7');
});

it('has words of its own for each reason, in both languages', async () => {
  for (const language of ['ar', 'en'] as const) {
    const cards = await Promise.all(LEFT_OUT_REASONS.map((reason) => cardIn(language, reason)));
    expect(new Set(cards).size).toBe(LEFT_OUT_REASONS.length);
  }
});
