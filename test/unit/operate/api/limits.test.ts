import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type InstalledApi, installApi, TOKENS } from './installed-api.ts';

let api: InstalledApi;
beforeAll(async () => {
  api = await installApi('', '  requests: 3\n');
});
afterAll(() => api.close());

describe('an installation with few requests a minute', () => {
  it('counts them by token and says when to come again', async () => {
    const left: unknown[] = [];
    for (let n = 0; n < 3; n += 1)
      left.push((await api.ask('/sources')).headers['ratelimit-remaining']);
    expect(left).toEqual(['2', '1', '0']);
    const refused = await api.ask('/sources');
    expect([refused.status, JSON.parse(refused.text).type]).toEqual([
      429,
      'urn:marsad:problem:too-many-requests',
    ]);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect((await api.ask('/sources', { token: TOKENS.reader })).status).toBe(200);
  });

  it('counts wrong tokens by address', async () => {
    const statuses = new Set<number>();
    for (let n = 0; n < 40; n += 1)
      statuses.add((await api.ask('/sources', { token: `x${n}` })).status);
    expect([...statuses]).toEqual([401, 429]);
  });

  it('allows no other origin, and finds words without a database', async () => {
    const source = { id: 'almina', name: 'الميناء', homepage: 'https://almina.test/' };
    const about = (id: string) => ({ id, source, url: `https://almina.test/${id}` });
    await api.publish({ ...about('a1'), headline: 'إفتتاح مكتبةٍ عامّة على الكورنيش' });
    await api.publish({ ...about('a2'), headline: 'أمطار غزيرة على الساحل' });
    const asked = { token: TOKENS.reader, headers: { origin: 'https://desk.example' } };
    const path = `/articles?q=${encodeURIComponent('مكتبة افتتاح')}`;
    const { status, headers, text } = await api.ask(path, asked);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ data: [{ id: 'a1' }], next: null, scanned: 2 });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });
});

it.each([
  ['a name that is not ours', 'GET /api/v1/sources HTTP/1.1\r\nHost: evil.test', 421],
  ['no name at all', 'GET /api/v1/sources HTTP/1.1\r\nHost:', 421],
  ['a target of no URL', 'GET /api/v1\\ HTTP/1.1\r\nHost: 127.0.0.1', 400],
  ['Arabic as it is', 'GET /api/v1/articles?q=النيل HTTP/1.1\r\nHost: 127.0.0.1', 400],
  ['no HTTP', 'مرحبا', 400],
  ['endless headers', `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ${'x'.repeat(20_000)}`, 431],
])('answers %s by a problem document', async (_name, request, status) => {
  const { hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname);
  socket.write(`${request}\r\nConnection: close\r\n\r\n`);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  expect(head).toContain(`HTTP/1.1 ${status} `);
  expect(head).toMatch(/^content-type: application\/problem\+json/imu);
  expect(JSON.parse(body)).toMatchObject({ status, title: expect.any(String) });
});
