import { describe, expect, it } from 'vitest';
import { MalformedError } from '../../../src/errors.ts';
import { readOpml } from '../../../src/line/discover/opml.ts';
import { cpuMs } from '../../cpu.ts';

const opml = (outlines: string, version = '2.0'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<opml version="${version}"><head><title>صحف الساحل</title></head><body>${outlines}</body></opml>`;

describe('a list of subscriptions', () => {
  it('gives feeds with their folders as tags', () => {
    const list = readOpml(
      opml(`<outline text="الساحل"><outline text="يومية">
        <outline text="الشراع" type="rss" xmlUrl="https://shiraa.test/feed/" htmlUrl="https://shiraa.test/" language="ar-LB"/>
        </outline></outline>
        <outline text="نشرة الجبل" type="rss" xmlUrl="https://jabal.test/rss"/>`),
    );
    expect(list).toEqual({
      title: 'صحف الساحل',
      skipped: [],
      feeds: [
        {
          feed: 'https://shiraa.test/feed/',
          homepage: 'https://shiraa.test/',
          name: 'الشراع',
          language: 'ar-LB',
          tags: ['الساحل', 'يومية'],
        },
        { feed: 'https://jabal.test/rss', name: 'نشرة الجبل', tags: [] },
      ],
    });
  });

  it.each([
    ['version 1.0, names in other cases', '<OUTLINE TEXT="أ" XMLURL="https://a.test/f"/>', '1.0'],
    ['a title without a text', '<outline title="أ" xmlUrl="https://a.test/f"/>', '1.1'],
    ['an empty text', '<outline text=" " title="أ" xmlUrl="https://a.test/f"/>', '2.0'],
    ['the scheme of feed readers', '<outline text="أ" xmlUrl="feed:https://a.test/f"/>', '2.0'],
    ['a stray ampersand', '<outline text="أ" title="ب & ج" xmlUrl="https://a.test/f"/>', '2.0'],
    ['an outline that is not closed', '<outline text="أ" xmlUrl="https://a.test/f">', '2.0'],
    ['blanks around the address', '<outline text="أ" xmlUrl=" https://a.test/f\n"/>', '2.0'],
  ])('may have %s', (_name, outline, version) => {
    const { feeds } = readOpml(opml(outline, version));
    expect(feeds).toEqual([{ feed: 'https://a.test/f', name: 'أ', tags: [] }]);
  });

  it.each([
    ['category="/بحر/صيد,تجارة"', ['بحر', 'صيد', 'تجارة']],
    ['category=""', []],
    ['category="بحر,بحر"', ['بحر']],
  ])('with %s has the tags %j', (category, tags) => {
    const { feeds } = readOpml(opml(`<outline xmlUrl="https://a.test/f" ${category}/>`));
    expect(feeds).toEqual([{ feed: 'https://a.test/f', tags }]);
  });

  it.each([
    ['file:///etc/passwd', 'no http(s) address: file:///etc/passwd'],
    ['javascript:alert(1)', 'no http(s) address: javascript:alert(1)'],
    ['https://me:secret@a.test/f', 'no http(s) address: https://me:secret@a.test/f'],
    ['', 'no http(s) address:'],
  ])('names what it leaves out: the address %s', (xmlUrl, reason) => {
    const list = readOpml(opml(`<outline text="أ" xmlUrl="${xmlUrl}"/>`));
    expect(list).toMatchObject({ feeds: [], skipped: [{ name: 'أ', reason }] });
  });

  it('does not follow another list', () => {
    const list = readOpml(opml('<outline type="include" text="ب" url="https://a.test/b.opml"/>'));
    expect(list.skipped).toEqual([{ name: 'ب', reason: 'another list is not followed' }]);
  });
});

describe('what is none', () => {
  it.each([
    ['an empty text', ''],
    ['text', 'صحف الساحل'],
    ['HTML', '<!doctype html><html><body><p>أهلا</p></body></html>'],
    ['a feed', '<rss version="2.0"><channel><title>أ</title></channel></rss>'],
    ['OPML without a body', '<opml version="2.0"><head/></opml>'],
    ['declarations of entities', `<!DOCTYPE opml [<!ENTITY a "aa">]>${opml('')}`],
  ])('%s is refused', (_name, text) => {
    expect(() => readOpml(text)).toThrow(MalformedError);
  });
});

describe('what was made to exhaust a reader', () => {
  const outline = '<outline text="أ" xmlUrl="https://a.test/f">';

  it.each([
    ['nesting', outline.repeat(100_000)],
    ['outlines', `${outline}</outline>`.repeat(60_000)],
    ['attributes', `<outline xmlUrl="https://a.test/f" ${'a="1" '.repeat(300_000)}/>`],
  ])('by its %s is read in part, in time', (_name, outlines) => {
    const start = cpuMs();
    const { feeds } = readOpml(opml(outlines));
    expect(feeds.length).toBeGreaterThan(0);
    expect(feeds.length).toBeLessThanOrEqual(20_000);
    // Some 0.3 s where nothing else runs.
    expect(cpuMs() - start).toBeLessThan(5000);
  });
});
