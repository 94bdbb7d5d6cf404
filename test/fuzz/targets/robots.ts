import { findAiTxtRule } from '../../../src/line/fetch/ai-txt.ts';
import { decodeBytes } from '../../../src/line/fetch/charset.ts';
import { isAllowed, parseRobots } from '../../../src/line/fetch/robots.ts';
import { findTdmRule, parseTdmRep } from '../../../src/line/fetch/tdmrep.ts';
import type { FuzzTarget } from '../target.ts';

const place = 'https://akhbar.test/robots.txt';
const PATHS = [
  '/',
  '/robots.txt',
  '/a',
  '/news/1.html?b=2',
  '/%D8%B3/*$',
  '/a/../b',
  `/${'a'.repeat(500)}b`,
];
const AGENTS = [
  'Marsad',
  'Marsad/1.0 (+https://a.test/)',
  'Googlebot',
  '',
  'Mozilla/5.0 (compatible; Marsad)',
];

/** robots.txt, ai.txt and tdmrep.json. */
export const target: FuzzTarget = {
  extension: 'txt',
  corpus: () => [
    'User-agent: *\nDisallow: /a\nAllow: /a/b$\nCrawl-delay: 5\n\nUser-agent: Marsad\nDisallow: /*?s=\nSitemap: /maps/news.xml\n',
    '\ufeffuser-agent: Googlebot\r\nuser-agent: marsad/2\r\nDisallow: /سياسة # مغلق\r\nDissallow: /%d8%b3*x*y$\r\n',
    'User-Agent: *\rDisallow:\rHost: akhbar.test\rClean-param: utm /\r',
    'User-Agent: *\nDisallow: *.jpg\nAllow: /\nUser-Agent: Marsad\nDisallow: /\n',
    '[{"location":"/","tdm-reservation":1,"tdm-policy":"https://akhbar.test/p.json"},{"location":"/news/*","tdm-reservation":0}]',
    '<!doctype html><html><body>404</body></html>',
  ],
  token: /[^\r\n]{1,200}(?:\r\n|\r|\n)|[\w-]+:|\*|\$/gu,
  pieces: [
    ...[
      'User-agent: *\n',
      'User-agent: Marsad\n',
      'Disallow: /\n',
      'Allow: /\n',
      'Disallow:\n',
      '*',
      '$',
      '**',
    ],
    ...[
      '*a',
      '%',
      '%2A',
      '%24',
      '%d8',
      '#',
      'Crawl-delay: 1e9\n',
      'Crawl-delay: -1\n',
      'Sitemap: ::\n',
      '\n\n',
    ],
    ...[
      '"location":"',
      '"tdm-reservation":',
      'Disallow : /a\n',
      'Disallow /a\n',
      'user agent: *\n',
    ],
  ],
  isEncoded: true,
  msPerKilobyte: 3,
  check(input) {
    const { text } = decodeBytes(input);
    const robots = parseRobots(text, place);
    const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
    const rules = parseTdmRep(text) ?? [];
    findAiTxtRule(text, 'Marsad', 'https://akhbar.test/news/1.html');
    for (const path of PATHS) {
      findTdmRule(rules, path);
      for (const agent of AGENTS) {
        const verdict = isAllowed(robots, agent, new URL(path, place).href);
        const { allowed, line, lineNumber = 0, crawlDelayMs = 0 } = verdict;
        if (!allowed && line === undefined) return 'forbidden by no line';
        if (!allowed && path === '/robots.txt') return 'robots.txt is forbidden';
        if (line !== undefined && lines[lineNumber - 1]?.trim() !== line)
          return `not that line: ${line}`;
        if (!(crawlDelayMs >= 0 && Number.isFinite(crawlDelayMs)))
          return `a delay: ${crawlDelayMs}`;
      }
    }
    return undefined;
  },
};
