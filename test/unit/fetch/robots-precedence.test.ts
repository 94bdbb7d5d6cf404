import { describe, expect, it } from 'vitest';
import { isAllowed, parseRobots } from '../../../src/line/fetch/robots.ts';

// What RFC 9309 says in 2.2.1 to 2.2.4, restated in cases of the kind that its authors test with.

const verdict = (text: string, agent: string, path: string): boolean =>
  isAllowed(parseRobots(text), agent, `https://akhbar.example${path}`).allowed;

describe('which group counts (2.2.1)', () => {
  const groups =
    'allow: /raw\n\nuser-agent: KhabarBot\nallow: /a/\n\nuser-agent: RasidBot\ndisallow: /b/\n\n' +
    'user-agent: MarsadBot\nuser-agent: NashraBot\nallow: /c/\n\nuser-agent: *\ndisallow: /\n';
  it.each([
    ['KhabarBot', '/b/', true],
    ['KhabarBot', '/a/', true],
    ['RasidBot', '/b/', false],
    ['RasidBot', '/c/', true],
    ['NashraBot', '/c/', true],
    ['MarsadBot', '/raw', true],
    ['OtherBot', '/a/', false],
    ['OtherBot', '/raw', false],
  ])('%s asks %s: %s', (agent, path, expected) => {
    expect(verdict(groups, agent, path)).toBe(expected);
  });

  it.each([
    [
      'lines of other kinds do not part agents',
      'User-agent: KhabarBot\nSitemap: https://x.example/s\nUser-agent: *\nDisallow: /',
      'KhabarBot',
      false,
    ],
    [
      'a rule parts groups',
      'User-agent: KhabarBot\nDisallow: /b\nUser-agent: *\nDisallow: /',
      'KhabarBot',
      true,
    ],
    [
      'names of lines in any case',
      'USER-AGENT: KhabarBot\nALLOW: /a\nDISALLOW: /',
      'KhabarBot',
      true,
    ],
    ['and small', 'user-agent: KhabarBot\nallow: /a\ndisallow: /', 'KhabarBot', true],
    ['mixed', 'uSeR-aGeNt: KhabarBot\nAlLoW: /a\ndIsAlLoW: /', 'KhabarBot', true],
    ['agents in any case', 'User-Agent: KHABAR BAR\nAllow: /a\nDisallow: /', 'Khabar', true],
    [
      'the star behind, its rules not joined',
      'User-agent: *\nDisallow: /a\nUser-agent: KhabarBot\nDisallow: /b',
      'KhabarBot',
      true,
    ],
    ['no group of its own and no star', 'User-agent: RasidBot\nDisallow: /', 'KhabarBot', true],
    ['a name with a hyphen', 'User-agent: Khabar-Bot\nDisallow: /', 'Khabar-Bot', false],
    ['a name with an underscore', 'User-agent: Khabar_Bot\nDisallow: /', 'Khabar_Bot', false],
  ])('%s', (_, text, agent, expected) => {
    expect(verdict(text, agent, '/a/page')).toBe(expected);
  });
});

describe('which rule counts (2.2.2)', () => {
  it.each([
    ['disallow: /x/page.html\nallow: /x/', '/x/page.html', false],
    ['allow: /x/page.html\ndisallow: /x/', '/x/page.html', true],
    ['allow: /x/page.html\ndisallow: /x/', '/x/', false],
    ['disallow: \nallow: ', '/x/page.html', true],
    ['disallow: /\nallow: /', '/x/page.html', true],
    ['disallow: /x\nallow: /x/', '/x', false],
    ['disallow: /x\nallow: /x/', '/x/', true],
    ['disallow: /x/page.html\nallow: /x/page.html', '/x/page.html', true],
    ['allow: /page\ndisallow: /*.html', '/page.html', false],
    ['allow: /page\ndisallow: /*.html', '/page', true],
    ['allow: /x/page.\ndisallow: /*.html', '/x/page.html', true],
    ['allow: /x/page.\ndisallow: /*.html', '/x/y.html', false],
    ['allow: /p\ndisallow: /', '/page', true],
    ['allow: /folder\ndisallow: /folder', '/folder/page', true],
    ['allow: /page\ndisallow: /*.htm', '/page.htm', false],
    ['allow: /$\ndisallow: /', '/', true],
    ['allow: /$\ndisallow: /', '/page.html', false],
    ['disallow: /X', '/x', true],
    ['disallow: /x', '/X/y', true],
  ])('%j for %s: %s', (rules, path, expected) => {
    expect(verdict(`user-agent: KhabarBot\n${rules}`, 'KhabarBot', path)).toBe(expected);
  });
});

describe('what a pattern matches (2.2.2, 2.2.3)', () => {
  const only = (pattern: string): string => `user-agent: KhabarBot\ndisallow: /\nallow: ${pattern}`;
  it.each([
    [
      '/fish',
      ['/fish', '/fish.html', '/fish/salmon.html', '/fishheads', '/fish.php?id=a'],
      ['/Fish.asp', '/catfish', '/?id=fish'],
    ],
    [
      '/fish*',
      ['/fish', '/fishheads/a.html', '/fish.php?id=a'],
      ['/Fish.bar', '/catfish', '/?id=fish'],
    ],
    ['/fish/', ['/fish/', '/fish/salmon', '/fish/?salmon'], ['/fish', '/fish.html']],
    [
      '/*.php',
      [
        '/filename.php',
        '/folder/filename.php',
        '/folder/filename.php?parameters',
        '//folder/any.php.file.html',
        '/filename.php/',
      ],
      ['/', '/windows.PHP'],
    ],
    [
      '/*.php$',
      ['/filename.php', '/folder/filename.php'],
      ['/filename.php?x=y', '/filename.php/', '/filename.php5', '/php/'],
    ],
    ['/fish*.php', ['/fish.php', '/fishheads/catfish.php?p'], ['/Fish.PHP']],
    ['/foo/*/qux', ['/foo/bar/qux', '/foo/qux/qux', '/foo/x/y/qux'], ['/foo/bar', '/foo/quxx']],
    ['/foo/bar$', ['/foo/bar'], ['/foo/bar/', '/foo/barqux']],
    ['/foo/quz#qux', ['/foo/quz', '/foo/quzqux'], ['/foo/bar']],
    [
      '/foo/bar?qux=taz&baz=http://foo.bar?tar&par',
      ['/foo/bar?qux=taz&baz=http://foo.bar?tar&par'],
      ['/foo/bar?qux=taz'],
    ],
    ['/foo/bar/ツ', ['/foo/bar/%E3%83%84', '/foo/bar/%e3%83%84'], ['/foo/bar/%E3%83%85']],
    ['/foo/bar/%E3%83%84', ['/foo/bar/%E3%83%84'], ['/foo/bar/%E3%83%85']],
  ])('%s', (pattern, matched, others) => {
    for (const path of matched)
      expect([path, verdict(only(pattern), 'KhabarBot', path)]).toEqual([path, true]);
    for (const path of others)
      expect([path, verdict(only(pattern), 'KhabarBot', path)]).toEqual([path, false]);
  });
});

describe('lines', () => {
  const file = (end: string): string =>
    ['User-Agent: khabar', 'Allow: /some/path', 'User-Agent: khabar', '', '', 'Disallow: /'].join(
      end,
    );
  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('are counted with %s', (_, end) => {
    expect(isAllowed(parseRobots(file(end)), 'khabar', '/x').lineNumber).toBe(6);
    expect(verdict(file(end), 'khabar', '/some/path/x')).toBe(true);
  });

  it('a byte-order mark before the first is none of it, half of one is', () => {
    const text = 'User-Agent: khabar\nDisallow: /a\n';
    expect(verdict(`\ufeff${text}`, 'khabar', '/a')).toBe(false);
    expect(verdict(`\u00ef\u00bb${text}`, 'khabar', '/a')).toBe(true);
  });

  it('a sitemap belongs to no group', () => {
    const text =
      'Sitemap: https://x.example/1.xml\nUser-agent: khabar\nDisallow: /a\nsitemap: https://x.example/2.xml\nAllow: /a/b';
    const read = isAllowed(parseRobots(text), 'khabar', '/a/c');
    expect(read.sitemaps).toEqual(['https://x.example/1.xml', 'https://x.example/2.xml']);
    expect(read.allowed).toBe(false);
    expect(verdict(text, 'khabar', '/a/b')).toBe(true);
  });
});
