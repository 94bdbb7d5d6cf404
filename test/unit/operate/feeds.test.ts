import { parseFeed } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Listening } from '../../../src/operate/listen.ts';
import { ask, startSample } from './console-server.ts';
import { recordOf, sampleData } from './sample.ts';

const hostile = recordOf({
  id: 'b2',
  headline: '<script>alert("1")</script> & \u0007\u202eعنوان',
  articleBody: 'فقرة أولى.\n\nفقرة ثانية ]]> & <b>غامقة</b>.',
  url: 'javascript:alert(3)',
  source: { id: 'other', name: '<b>x</b>', country: 'EG', homepage: 'https://x.test/' },
});
const plain = recordOf();

let console: Listening;
beforeAll(async () => {
  console = await startSample({ data: sampleData({ recent: async () => [hostile, plain] }) });
});
afterAll(() => console.close());

describe('the Atom feed', () => {
  it('is read by a parser of feeds, whatever a site wrote', async () => {
    const { status, headers, text } = await ask(console.url, '/feeds/articles.atom');
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const feed = parseFeed(text);
    expect(feed?.type).toBe('atom');
    expect(feed?.items.map(({ title }) => title)).toEqual([
      '<script>alert("1")</script> &  عنوان',
      plain.headline,
    ]);
    expect(feed?.items[0]?.link).toBeUndefined();
    expect(feed?.items[1]).toMatchObject({ link: plain.url, description: plain.articleBody });
    expect(text).not.toContain('javascript:');
  });

  it('is not sent again to who has it', async () => {
    const { headers } = await ask(console.url, '/feeds/articles.atom');
    const etag = headers.etag ?? '';
    const again = await ask(console.url, '/feeds/articles.atom', {
      headers: { 'if-none-match': etag },
    });
    expect(again).toMatchObject({ status: 304, text: '' });
  });
});

describe('the JSON feed', () => {
  const idsOf = async (query: string): Promise<string[]> => {
    const { text } = await ask(console.url, `/feeds/articles.json${query}`);
    return JSON.parse(text).items.map(({ id }: { id: string }) => id);
  };

  it('has what its version asks for', async () => {
    const { text } = await ask(console.url, '/feeds/articles.json');
    expect(JSON.parse(text)).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      items: [{ content_text: hostile.articleBody }, { url: plain.url }],
    });
  });

  it.each([
    ['', ['b2', plain.id]],
    ['?source=other', ['b2']],
    ['?country=EG', ['b2']],
    ['?source=other&source=alnahar&country=EG', ['b2']],
    ['?source=nobody', []],
  ])('holds what is asked for: %s', async (query, ids) => {
    expect(await idsOf(query)).toEqual(ids.map((id) => `urn:marsad:article:${id}`));
  });

  // Names that every object has are none of the table's.
  it.each(['colour', 'constructor', 'toString'])('refuses %s, which is no filter', async (name) => {
    const { status, text } = await ask(console.url, `/feeds/articles.json?${name}=red`);
    expect(status).toBe(400);
    expect(text).toContain(`No filter ${name}; there are: source, country`);
  });

  it.each([
    ['country=eg', 'country is two capitals'],
    ['role=foo', 'role is original, copy'],
    ['language=%D8%B9', 'language is a tag'],
  ])('refuses %s, which no record will ever be', async (query, message) => {
    const { status, text } = await ask(console.url, `/feeds/articles.json?${query}`);
    expect([status, text]).toEqual([400, expect.stringContaining(message)]);
  });
});

describe('an article that was corrected, or taken back', () => {
  const earlier = recordOf({ id: 'c1', headline: 'قبل التصحيح' });
  const corrected = recordOf({ id: 'c1', revision: 2, change: 'updated', headline: 'بعد التصحيح' });
  const live = recordOf({ id: 'd1' });
  const at = '2026-11-20T09:30:00.000Z';
  const gone = recordOf({ id: 'd1', revision: 2, change: 'withdrawn', articleBody: 'سُحب هذا.' });
  let revised: Listening;
  beforeAll(async () => {
    const logged = [gone, corrected].map((record) => ({ ...record, loggedAt: at }));
    const recent = async () => [...logged, live, earlier];
    revised = await startSample({ data: sampleData({ recent }) });
  });
  afterAll(() => revised.close());

  it.each(['atom', 'rss', 'json'])(
    'is in articles.%s once as it is now, or not at all',
    async (kind) => {
      const { text } = await ask(revised.url, `/feeds/articles.${kind}`);
      expect(text.match(/urn:marsad:article:c1/gu)).toHaveLength(1);
      expect(text).toContain('بعد التصحيح');
      expect(text).not.toMatch(/قبل التصحيح|سُحب هذا/u);
    },
  );

  it('is told as deleted to a reader of Atom that knows tombstones (RFC 6721)', async () => {
    const { text } = await ask(revised.url, '/feeds/articles.atom');
    expect(text).toMatch(
      /<at:deleted-entry ref="urn:marsad:article:d1" when="2026-11-20T09:30:00.000Z"\/>/u,
    );
    expect(parseFeed(text)?.items.map(({ id }) => id)).toEqual(['urn:marsad:article:c1']);
    expect(text).toContain(`<updated>${at}</updated>`);
  });
});
