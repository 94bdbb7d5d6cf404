import { parseFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Listening } from '../../../src/operate/listen.ts';
import { ask, startSample } from './console-server.ts';
import { recordOf, sampleData } from './sample.ts';

const HUB = 'https://hub.example/';
const DOCUMENTS = ['articles.atom', 'articles.rss', 'articles.json'] as const;

const hostile = recordOf({
  id: 'b2',
  headline: '<script>alert("1")</script> & \u0007\u202eعنوان ]]>',
  articleBody: 'فقرة أولى.\n\nفقرة ثانية ]]> & <b>غامقة</b>.',
  url: 'javascript:alert(3)',
  source: {
    id: 'other',
    name: '<b>x</b>',
    country: 'EG',
    homepage: 'https://x.test/',
    tags: ['اقتصاد'],
  },
  keywords: ['مياه'],
  enclosures: [{ url: 'https://cdn.test/a.mp3?a=1&b=2', type: 'audio/mpeg', length: 9 }],
});
const many = Array.from({ length: 230 }, (_, n) => recordOf({ id: `p${n}`, headline: `خبر ${n}` }));

let open: Listening;
let placed: Listening;
beforeAll(async () => {
  const data = sampleData({ recent: async () => [hostile, ...many] });
  open = await startSample({ data });
  placed = await startSample({ data, feeds: { url: 'https://news.example/marsad/', hub: HUB } });
});
afterAll(async () => {
  await open.close();
  await placed.close();
});

/** What of a feed every format has, read by a parser that is not ours. */
interface ReadFeed {
  readonly ids: (string | undefined)[];
  readonly titles: (string | undefined)[];
  readonly text: string;
}

async function read(name: string, query = '', console = open): Promise<ReadFeed> {
  const { status, text } = await ask(console.url, `/feeds/${name}${query}`);
  expect(status).toBe(200);
  const parsed = parseFeed(text);
  if (parsed.format === 'json') {
    const { items = [] } = parsed.feed;
    return { ids: items.map(({ id }) => id), titles: items.map(({ title }) => title), text };
  }
  if (parsed.format === 'rss') {
    const { items = [] } = parsed.feed;
    return {
      ids: items.map(({ guid }) => guid?.value),
      titles: items.map(({ title }) => title),
      text,
    };
  }
  if (parsed.format !== 'atom') throw new TypeError(`a feed of the format ${parsed.format}`);
  const { entries = [] } = parsed.feed;
  const titles = entries.map(({ title }) => (typeof title === 'string' ? title : title?.value));
  return { ids: entries.map(({ id }) => id), titles, text };
}

describe.each(DOCUMENTS)('%s', (name) => {
  it('is read by a parser of feeds, whatever a site wrote', async () => {
    const { ids, titles, text } = await read(name);
    expect(ids).toHaveLength(100);
    expect(ids[0]).toBe('urn:marsad:article:b2');
    expect(titles[0]).toContain('<script>alert("1")</script> & ');
    expect(text).not.toContain('javascript:');
    expect(text).toMatch(/a\.mp3\?a=1/u);
  });

  it.each([
    ['?source=other', 1],
    ['?country=EG', 1],
    ['?tag=اقتصاد', 1],
    ['?keyword=مياه', 1],
    ['?story=s1&country=EG', 1],
    ['?source=nobody', 0],
  ])('holds what is asked for: %s', async (query, count) => {
    expect((await read(name, encodeURI(query))).ids).toHaveLength(count);
  });

  it('is paged without a gap or a repeat', async () => {
    const pages = await Promise.all(['', '?page=2', '?page=3'].map((query) => read(name, query)));
    const ids = pages.flatMap((page) => page.ids);
    expect(ids).toHaveLength(231);
    expect(new Set(ids).size).toBe(231);
    expect(pages.map(({ text }) => text.includes('page=4'))).toEqual([false, false, false]);
    expect(pages[0]?.text).toContain('page=2');
    expect(pages[1]?.text).toContain('page=3');
  });

  it.each(['?page=0', '?page=x', '?page=11', '?page=1&page=2', '?colour=red'])(
    'refuses %s',
    async (query) => {
      expect((await ask(open.url, `/feeds/${name}${query}`)).status).toBe(400);
    },
  );

  it('is not sent again to who has it', async () => {
    const { headers } = await ask(open.url, `/feeds/${name}`);
    const etag = `W/${headers.etag}, "x"`;
    const again = await ask(open.url, `/feeds/${name}`, { headers: { 'if-none-match': etag } });
    expect(again).toMatchObject({ status: 304, text: '' });
  });

  it('names the hub and its own address as the world sees them', async () => {
    const { headers, text } = await ask(placed.url, `/feeds/${name}?country=EG`);
    const self = `https://news.example/marsad/feeds/${name}?country=EG`;
    expect(headers.link).toBe(`<${HUB}>; rel="hub", <${self}>; rel="self"`);
    expect(text).toContain(HUB);
    expect(text).toContain(self);
    expect((await ask(open.url, `/feeds/${name}`)).headers.link).toBeUndefined();
  });
});
