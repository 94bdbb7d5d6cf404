import { expect, it } from 'vitest';
import { hostKey } from '../../../src/line/fetch/host-key.ts';

it.each([
  ['https://www.akhbar.com/a', 'akhbar.com'],
  ['http://m.akhbar.com:8080/', 'akhbar.com'],
  ['https://news.akhbar.com.eg/', 'akhbar.com.eg'],
  ['https://one.blogspot.com/', 'one.blogspot.com'],
  ['http://127.0.0.1:4000/', '127.0.0.1:4000'],
  ['http://[::1]:4000/', '[::1]:4000'],
  ['http://localhost/', 'localhost:80'],
  ['https://8.8.8.8/', '8.8.8.8:443'],
])('%s shares the pause of %s', (url, key) => {
  expect(hostKey(new URL(url))).toBe(key);
});
