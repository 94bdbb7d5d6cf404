import { BlockList, isIPv4, isIPv6 } from 'node:net';
import { judgeUrl } from '../../../src/line/discover/link-url.ts';
import { guardUrl } from '../../../src/line/fetch/url-guard.ts';
import { canonicalUrl } from '../../../src/line/normalize/canonical-url.ts';
import { orRefusal } from '../refusal.ts';
import type { FuzzTarget } from '../target.ts';

/** The special-purpose ranges (IANA), stated once more by hand: the guard is held to them. */
const PRIVATE = { ipv4: new BlockList(), ipv6: new BlockList() };
for (const [network, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
  ] as const),
  ...([
    ['172.16.0.0', 12],
    ['192.0.0.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ] as const),
  ...([
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
]) {
  PRIVATE.ipv4.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.ipv6.addSubnet(network, bits, 'ipv6');
}

const policy = { isAllowed: () => false, ports: [80, 443], urlLength: 2048 };
const base = 'https://akhbar.test/news/1';

/** `canonicalUrl`, the judgement of links, and the guard against private addresses. */
export const target: FuzzTarget = {
  extension: 'txt',
  corpus: () => [
    ...[
      'https://www.akhbar.com/news/1?utm_source=rss&id=5&amp;cat=2#c',
      'https://a.test/1;jsessionid=0A1B?id=3',
    ],
    ...[
      'https://www-akhbar-com.cdn.ampproject.org/c/s/www.akhbar.com/1/amp',
      'https://a.test/%25D8%25AE?m=1',
    ],
    ...[
      'https://www.google.com/amp/s/www.akhbar.com/1/amp',
      'https://m.akhbar.com.eg/خبر/عاجل/',
      '/../a//b/?',
    ],
    ...[
      'http://user:secret@a.test:80/1',
      'https://خبر.com/1?q=ا',
      'http://2130706433/',
      'http://[::ffff:10.0.0.1]/',
    ],
    ...[
      'http://0x7f.1/',
      'http://127.0.0.1.nip.test/',
      'https://a.test/news/123-long-slug-of-words.html',
    ],
    ...[
      'https://a.test/ar/2024/05/x.amp.html?outputType=amp&PHPSESSID=1',
      'http://169.254.169.254/latest/',
    ],
  ],
  token: /%[\da-f]{2}|[\w-]+|[^\w\s]/giu,
  pieces: [
    ...[
      'https://',
      'http://',
      '//',
      '/amp',
      '/amp/',
      '?amp',
      '.amp',
      'amp.',
      'm.',
      'www.',
      '?m=1',
      '&utm_source=x',
    ],
    ...[
      '%2e%2e',
      '%252F',
      '%00',
      '%D8',
      '%ff',
      ';jsessionid=1',
      '#',
      '@',
      ':',
      ':99999',
      '[::1]',
      '127.1',
      '0',
    ],
    ...[
      '/c/s/',
      '.cdn.ampproject.org',
      'www.google.com/amp/s/',
      'xn--',
      'xn--80ak6aa92e',
      '。',
      '٠',
      '\t',
      '\n',
    ],
    ...[
      '[64:ff9b::7f00:1]',
      '[fe80::1%25eth0]',
      '0177.0.0.1',
      '１２７.0.0.1',
      'localhost',
      '.internal',
      '..',
    ],
  ],
  isEncoded: false,
  msPerKilobyte: 2,
  check(input) {
    const text = input.toString();
    for (const given of [canonicalUrl(text), canonicalUrl(text, base)]) {
      const again = canonicalUrl(given.url);
      if (again.url !== given.url) return `not idempotent: ${given.url} then ${again.url}`;
      if (again.identity !== given.identity)
        return `another identity: ${given.identity} then ${again.identity}`;
      if (given.identity.length > Math.max(text.length, given.url.length))
        return 'a longer identity';
    }
    const judged = judgeUrl(text, base);
    if ('url' in judged && judgeUrl(judged.url, base) && !URL.canParse(judged.url))
      return 'no address';
    const guarded = orRefusal(() => guardUrl(text, policy, new URL(base)));
    return guarded && privateFault(guarded);
  },
};

function privateFault({ hostname, protocol, username }: URL): string | undefined {
  const host = mappedIPv4(hostname.replace(/^\[|\]$/gu, ''));
  const isPrivate =
    (isIPv4(host) && PRIVATE.ipv4.check(host, 'ipv4')) ||
    (isIPv6(host) && PRIVATE.ipv6.check(host, 'ipv6'));
  if (isPrivate || /^(?:.*\.)?localhost\.?$/u.test(host)) return `a private address: ${host}`;
  return /^https?:$/u.test(protocol) && username === '' ? undefined : `let through: ${protocol}`;
}

/** The IPv4 address that an IPv6 address carries, mapped or translated; another as it is. */
function mappedIPv4(host: string): string {
  const words = /^(?:::ffff|64:ff9b:):([\da-f]{1,4}):([\da-f]{1,4})$/u.exec(host)?.slice(1) ?? [];
  if (words.length < 2) return host;
  const bytes = words.flatMap((word) => [...Buffer.from(word.padStart(4, '0'), 'hex')]);
  return bytes.join('.');
}
