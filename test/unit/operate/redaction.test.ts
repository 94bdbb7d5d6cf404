import { expect, it } from 'vitest';
import { isSecretField, redactor } from '../../../src/operate/redaction.ts';
import { cpuMs } from '../../cpu.ts';

it.each([
  ['redis://:s3cr3t-word@redis.test:6379/0', 's3cr3t-word'],
  ['http://user:pa:ss@proxy.test:8080 refused', 'pa:ss'],
  ['GET https://hook.test/in?token=abc123&x=1', 'abc123'],
  ['https://hook.test/in?api_key=abc123', 'abc123'],
  ['x-api-key: "abc-123"', 'abc-123'],
  ['{"password":"hunter22"}', 'hunter22'],
  ['Authorization: Bearer eyJhbGciOi.J9', 'eyJhbGciOi'],
  ['sent Basic dXNlcjpwYXNz and got 401', 'dXNlcjpwYXNz'],
  ['Cookie: sid=0af3', '0af3'],
  ['the value hook-key-77/+ stands alone', 'hook-key-77/+'],
  ['and encoded hook-key-77%2F%2B too', 'hook-key-77%2F%2B'],
])('%s', (text, secret) => {
  const clean = redactor(['hook-key-77/+'])(text);
  expect(clean).not.toContain(secret);
  expect(clean).toContain('[redacted]');
});

it.each([
  'https://news.test/article/1?page=2',
  'expected 200, found 503 at https://news.test/feed',
  'محرر المواطن @almowaten',
  'http://news.test/@writer/1',
])('leaves %s', (text) => {
  expect(redactor(['x'])(text)).toBe(text);
});

it.each([
  ['password', true],
  ['webhookSecret', true],
  ['proxy', true],
  ['Authorization', true],
  ['source', false],
  ['tokens', false],
])('field %s', (name, secret) => {
  expect(isSecretField(name)).toBe(secret);
});

it('reads hostile text in linear time', () => {
  const started = cpuMs();
  for (const part of ['//a', 'token=', 'token', 'bearer ']) redactor()(part.repeat(100_000));
  expect(cpuMs() - started).toBeLessThan(3000);
});
