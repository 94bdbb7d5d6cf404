import { expect, it } from 'vitest';
import { BlockedAddressError, MalformedError, TooLargeError } from '../../../src/errors.ts';
import { allowListOf } from '../../../src/line/fetch/allow-list.ts';
import { guardUrl } from '../../../src/line/fetch/url-guard.ts';

const policy = { isAllowed: allowListOf([]), ports: [80, 443], urlLength: 2048 };

it.each([
  ['https://akhbar.example/خبر', 'https://akhbar.example/%D8%AE%D8%A8%D8%B1'],
  ['http://أخبار.example/', 'http://xn--igbicxr.example/'],
  ['http://8.8.8.8/', 'http://8.8.8.8/'],
  ['https://akhbar.example:443/a', 'https://akhbar.example/a'],
])('lets %s pass', (text, href) => {
  expect(guardUrl(text, policy).href).toBe(href);
});

it.each([
  ['loopback', 'http://127.0.0.1/'],
  ['IPv6 loopback', 'http://[::1]/'],
  ['any', 'http://0.0.0.0/'],
  ['ten', 'http://10.20.30.40/'],
  ['metadata', 'http://169.254.169.254/latest/meta-data/'],
  ['mapped', 'http://[::ffff:10.0.0.1]/'],
  ['one number', 'http://2130706433/'],
  ['hexadecimal', 'http://0x7f.1/'],
  ['octal', 'http://0177.1/'],
  ['full-width digits', 'http://１２７.0.0.1/'],
  ['localhost', 'http://localhost/'],
  ['localhost with a dot', 'http://localhost./'],
  ['a name of the local network', 'http://printer.local/'],
  ['a cloud’s own name', 'http://metadata.google.internal/'],
  ['login', 'https://user:secret@akhbar.example/'],
  ['a user only', 'https://akhbar.example@evil.example/'],
  ['script', 'javascript:alert(1)'],
  ['data', 'data:text/html,x'],
  ['file', 'file:///etc/passwd'],
  ['ftp', 'ftp://akhbar.example/'],
  ['a port of another service', 'http://akhbar.example:6379/'],
  ['Cyrillic a in a Latin name', 'https://аkhbar.example/'],
  ['Greek o in a Latin name', 'https://gοοgle.example/'],
])('refuses %s', (_, text) => {
  expect(() => guardUrl(text, policy)).toThrow(BlockedAddressError);
});

it.each([
  ['no URL', 'خبر عاجل'],
  ['a right-to-left override in the host', 'https://akh\u202ebar.example/'],
  ['no host', 'http://'],
])('finds %s', (_, text) => {
  expect(() => guardUrl(text, policy)).toThrow(MalformedError);
});

it('refuses a URL of 10,000 characters before it looks at it', () => {
  expect(() => guardUrl(`https://akhbar.example/${'a'.repeat(10_000)}`, policy)).toThrow(
    TooLargeError,
  );
});

it('never shows a login', () => {
  expect(() => guardUrl('https://user:secret@akhbar.example/', policy)).not.toThrow(/secret/u);
});

it.each([
  ['127.0.0.1', 'http://127.0.0.1:4321/', true],
  ['127.0.0.1:4321', 'http://127.0.0.1:4321/', true],
  ['127.0.0.1:4321', 'http://127.0.0.1:4322/', false],
  ['[::1]:80', 'http://[::1]/', true],
  ['localhost', 'http://LOCALHOST/', true],
  ['localhost', 'http://127.0.0.1/', false],
])('with %s allowed, %s passes: %s', (host, text, passes) => {
  const own = { ...policy, isAllowed: allowListOf([host]) };
  const guard = (): URL => guardUrl(text, own);
  if (passes) expect(guard().protocol).toBe('http:');
  else expect(guard).toThrow(BlockedAddressError);
});
