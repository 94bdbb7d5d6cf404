import { expect, it } from 'vitest';
import { isAllowed, parseRobots } from '../../../src/line/fetch/robots.ts';
import { cpuMs } from '../../cpu.ts';

const allowed = (text: string, path: string, agent = 'Marsad'): boolean =>
  isAllowed(parseRobots(text), agent, `https://akhbar.example${path}`).allowed;

const all = (rules: string): string => `User-agent: *\n${rules}`;

it.each([
  ['no file', '', '/a', true],
  ['HTML in its place', '<!doctype html><html><body>Disallow: /</body></html>', '/a', true],
  ['everything', all('Disallow: /'), '/a', false],
  ['an empty pattern allows', all('Disallow:'), '/a', true],
  ['a prefix', all('Disallow: /news'), '/newsroom', false],
  ['case counts in paths', all('Disallow: /News'), '/news', true],
  ['the longest match', all('Disallow: /a\nAllow: /a/b'), '/a/b/c', true],
  ['the longest match, other order', all('Allow: /a/b\nDisallow: /a'), '/a/b/c', true],
  ['allow of two as long', all('Disallow: /a\nAllow: /a'), '/a', true],
  ['a star', all('Disallow: /*/print'), '/politics/print', false],
  ['a star that matches nothing', all('Disallow: /a*b'), '/ab', false],
  ['several stars', all('Disallow: /*a*b*c'), '/x-a-y-b-z-c', false],
  ['several stars, wrong order', all('Disallow: /*a*b*c'), '/c-b-a', true],
  ['an end', all('Disallow: /*.pdf$'), '/x.pdf', false],
  ['an end, not there', all('Disallow: /*.pdf$'), '/x.pdf?y', true],
  ['an end that overlaps', all('Disallow: /ab*bc$'), '/abc', true],
  ['the whole path', all('Disallow: /$'), '/', false],
  ['the whole path, not', all('Disallow: /$'), '/a', true],
  ['a dollar in the middle', all('Disallow: /a$b'), '/a$b', false],
  ['a query', all('Disallow: /*?s='), '/?s=x', false],
  ['a star that is meant', all('Disallow: /a%2Ab'), '/a*b', false],
  ['a star that is meant is no wildcard', all('Disallow: /a%2ab'), '/axb', true],
  ['a dollar that is meant', all('Disallow: /a%24'), '/a$/b', false],
  ['a dollar that is meant is no end', all('Disallow: /a%24'), '/a', true],
  ['an allowed star that is meant', all('Disallow: /\nAllow: /a%2Ab'), '/a*b', true],
  ['a wildcard over a star in the path', all('Disallow: /*b$'), '/a*b', false],
  ['robots.txt itself', all('Disallow: /'), '/robots.txt', true],
  ['a comment', all('Disallow: /a # not /b'), '/a', false],
  ['a raw Arabic pattern', all('Disallow: /سياسة'), '/%D8%B3%D9%8A%D8%A7%D8%B3%D8%A9', false],
  ['an encoded Arabic pattern', all('Disallow: /%d8%b3%d9%8a'), '/سي', false],
  ['an unreserved character encoded', all('Disallow: /%7Enews'), '/~news', false],
  ['a raw path against an encoded pattern', all('Disallow: /%D8%B3'), '/س', false],
  [
    'encoded for nothing, allowed only as written',
    all('Disallow: /\nAllow: /%7Enews'),
    '/~news',
    false,
  ],
  ['a raw path is not what is asked for', all('Disallow: /\nAllow: /س'), '/س', false],
  ['the path that is asked for', all('Disallow: /\nAllow: /س'), '/%d8%b3', true],
  ['a reserved character encoded', all('Disallow: /a%2Fb'), '/a/b', true],
  ['a byte-order mark', `\ufeff${all('Disallow: /')}`, '/a', false],
  ['old Mac line ends', 'User-agent: *\rDisallow: /a', '/a', false],
  ['a missing colon', 'User-agent *\nDisallow /a', '/a', false],
  ['spaces around the colon', 'User-agent : *\nDisallow : /a', '/a', false],
  ['a slip', all('Dissallow: /a'), '/a', false],
  ['rules before any group', 'Disallow: /a', '/a', true],
])('%s', (_, text, path, expected) => {
  expect(allowed(text, path)).toBe(expected);
});

it.each([
  ['its own group', 'User-agent: *\nDisallow: /\nUser-agent: Marsad\nAllow: /', true],
  [
    'its own group, not the other',
    'User-agent: *\nAllow: /\nUser-agent: marsad\nDisallow: /',
    false,
  ],
  ['a version is no part', 'User-agent: Marsad/9\nDisallow: /', false],
  ['up to the first space', 'User-agent: Marsad Bot\nDisallow: /', false],
  ['a longer name is another', 'User-agent: MarsadImages\nDisallow: /', true],
  ['several agents', 'User-agent: a\nUser-agent: Marsad\nDisallow: /', false],
  [
    'groups of one agent are joined',
    'User-agent: Marsad\nAllow: /x\n\nUser-agent: Marsad\nDisallow: /',
    false,
  ],
  [
    'an unknown line does not end the agents',
    'User-agent: Marsad\nHost: x\nUser-agent: b\nDisallow: /',
    false,
  ],
  ['star and a word', 'User-agent: * all\nDisallow: /', false],
  [
    'a delay does not end the agents',
    'User-agent: *\nCrawl-delay: 10\nUser-agent: Otherbot\nDisallow: /a',
    false,
  ],
  [
    'nor does a sitemap, nor a blank line',
    'User-agent: Marsad\nSitemap: https://akhbar.example/s.xml\n\nUser-agent: b\nDisallow: /',
    false,
  ],
  ['an empty rule does', 'User-agent: Marsad\nDisallow:\nUser-agent: b\nDisallow: /', true],
  [
    'a group of its own without rules allows',
    'User-agent: Marsad\nAllow:\nUser-agent: *\nDisallow: /',
    true,
  ],
])('agent: %s', (_, text, expected) => {
  expect(allowed(text, '/a', 'Marsad/0.1 (+https://marsad.example)')).toBe(expected);
});

it.each([
  ['Marsad', false],
  ['marsad', false],
  ['Marsad/0.1', false],
  ['Marsad/0.1 (+https://marsad.example)', false],
  ['Marsad Images', true],
  ['Mozilla/5.0 (compatible; Marsad/0.1; +https://marsad.example)', false],
  ['Mozilla/5.0 (X11; Linux x86_64)', true],
  ['', true],
])('knows “%s” by its product token', (agent, expected) => {
  expect(allowed('User-agent: Marsad\nDisallow: /', '/a', agent)).toBe(expected);
});

it('names the line that decides, the delay and the sitemaps', () => {
  const text =
    'Sitemap: https://akhbar.example/s.xml\n# x\nUser-agent: *\nCrawl-delay: 0.5\nDisallow: /a';
  expect(isAllowed(parseRobots(text), 'Marsad', '/a/b')).toEqual({
    allowed: false,
    line: 'Disallow: /a',
    lineNumber: 5,
    crawlDelayMs: 500,
    sitemaps: ['https://akhbar.example/s.xml'],
  });
});

it.each([
  ['10', 10_000],
  ['0.5', 500],
  ['.5', 500],
  ['2.', 2000],
  ['1.23456', 1235],
  ['10 s', 10_000],
  ['5 seconds', 5000],
  ['-1', undefined],
  ['soon', undefined],
  ['.', undefined],
])('reads a delay of “%s”', (value, crawlDelayMs) => {
  const robots = parseRobots(`User-agent: *\nCrawl-delay: ${value}`);
  expect(isAllowed(robots, 'Marsad', '/').crawlDelayMs).toBe(crawlDelayMs);
});

it.each([
  ['/news.xml', 'https://akhbar.example/news.xml'],
  ['news.xml', 'https://akhbar.example/news.xml'],
  ['//cdn.example/s.xml', 'https://cdn.example/s.xml'],
  ['https://akhbar.example/s.xml', 'https://akhbar.example/s.xml'],
])('makes the sitemap “%s” absolute', (value, expected) => {
  const { sitemaps } = parseRobots(`Sitemap: ${value}`, 'https://akhbar.example/robots.txt');
  expect(sitemaps).toEqual([expected]);
});

it('reads no more than 500 KiB', () => {
  const text = `${all('Disallow: /a\n')}${`# ${'x'.repeat(998)}\n`.repeat(520)}Disallow: /b\n`;
  expect(allowed(text, '/a')).toBe(false);
  expect(allowed(text, '/b')).toBe(true);
});

it('takes no time over a pattern of many stars', () => {
  const text = all(`Disallow: /${'*a'.repeat(5000)}$`);
  const started = cpuMs();
  expect(allowed(text, `/${'a'.repeat(2000)}b`)).toBe(true);
  // To try every way to match would take hours.
  expect(cpuMs() - started).toBeLessThan(2000);
});
