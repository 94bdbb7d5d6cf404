import { connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ConfigError } from '../../../src/errors.ts';
import type { Listening } from '../../../src/operate/listen.ts';
import { openMetrics } from '../../../src/operate/metrics.ts';
import { cpuMs } from '../../cpu.ts';
import { ask, startSample } from './console-server.ts';
import { recordOf, sampleData, sourceOf } from './sample.ts';

let console: Listening;
const metrics = openMetrics();
const lastError = {
  at: '2026-03-05T11:30:00Z',
  code: 'CONNECT',
  message: 'through http://user:hunter22@proxy.test with the-webhook-key',
};
const hostile = recordOf({
  headline: '<script>alert(1)</script>"\'><img src=x onerror=alert(2)>',
  url: 'javascript:alert(3)',
  source: { id: 'x', name: '<b>x</b>', homepage: 'data:text/html,x' },
  author: [{ name: '</li><script>alert(4)</script>' }],
  evidence: { headline: { from: '"><svg onload=alert(5)>', confidence: 1, text: '<i>' } },
});

beforeAll(async () => {
  const data = sampleData({
    recent: async () => [hostile, recordOf()],
    sources: async () => [sourceOf({ homepage: 'javascript:alert(6)' }, { lastError })],
  });
  console = await startSample({
    data,
    metrics,
    hosts: ['marsad.internal'],
    secrets: ['the-webhook-key'],
  });
});
afterAll(() => console.close());

it.each([
  [undefined, '', 'ar', 'rtl'],
  ['en-GB, ar;q=0.4', '', 'en', 'ltr'],
  ['fr, ar;q=0.9, en;q=0.1', '', 'ar', 'rtl'],
  ['de', '', 'ar', 'rtl'],
  ['ar', '?lang=en', 'en', 'ltr'],
  ['ar', '?lang=xx"><script>', 'ar', 'rtl'],
])('with Accept-Language %s and %j is in %s', async (accepted, query, language, direction) => {
  const headers: Record<string, string> =
    accepted === undefined ? {} : { 'accept-language': accepted };
  const answer = await ask(console.url, `/${query}`, { headers });
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toMatch(/^text\/html; charset=utf-8$/iu);
  expect(answer.text).toContain(`<html lang="${language}" dir="${direction}"`);
});

it('escapes whatever a site wrote, and links to the web alone', async () => {
  const { text } = await ask(console.url, '/live');
  expect(text.match(/<script/gu)).toHaveLength(2);
  expect(text).not.toMatch(/<(?:img|svg onload|b>x|i>)/u);
  expect(text).not.toMatch(/(?:href|src)=["']?(?:javascript|data):/u);
  expect(text).toContain('&lt;script&gt;alert(1)');
});

it('forbids a browser whatever is not ours', async () => {
  const { headers } = await ask(console.url, '/');
  const policy = headers['content-security-policy'];
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-frame-options']).toBe('DENY');
  expect(headers['access-control-allow-origin']).toBeUndefined();
});

it.each(['/', '/sources', '/sources/almina', '/live', '/events', '/metrics', '/health'])(
  'tells no secret on %s',
  async (path) => {
    if (path === '/events')
      return expect(await firstBytes(path)).not.toMatch(/hunter22|webhook-key/u);
    const { text } = await ask(console.url, path);
    expect(text).not.toMatch(/hunter22|webhook-key/u);
  },
);

/** What a stream sends within a second. */
async function firstBytes(path: string): Promise<string> {
  const answer = await fetch(new URL(path, console.url), { signal: AbortSignal.timeout(1000) });
  let text = '';
  try {
    for await (const chunk of answer.body ?? []) text += Buffer.from(chunk).toString();
  } catch {
    // The time is over: what came is what is looked at.
  }
  expect(text).toContain('event: state');
  return text;
}

it.each([
  ['127.0.0.1:7700', 200],
  ['localhost:7700', 200],
  ['[::1]:7700', 200],
  ['marsad.internal', 200],
  ['MARSAD.internal:80', 200],
  ['attacker.test', 421],
  ['127.0.0.1.attacker.test', 421],
  ['localhost.attacker.test:7700', 421],
  ['attacker.test/localhost', 400],
  ['[::1', 400],
])('asked as %j answers %i', async (host, status) => {
  expect((await ask(console.url, '/health', { headers: { host } })).status).toBe(status);
});

it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])(
  '%s is refused everywhere',
  async (method) => {
    for (const path of ['/', '/events', '/health', '/queues', '/queues/api/queues/pages/pause']) {
      const { status, headers } = await ask(console.url, path, { method });
      expect([path, status]).toEqual([path, 405]);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  },
);

it.each([
  '/assets/../console.ts',
  '/assets/..%2fconsole.ts',
  '/assets/%2e%2e/%2e%2e/errors.ts',
  '/assets//etc/passwd',
  '/assets/console.css%00.ts',
  '/../../../etc/passwd',
  '/assets/',
])('%s is not there', async (path) => {
  expect((await ask(console.url, path)).status).toBe(404);
});

it.each([
  ['console.css', 'text/css'],
  ['console.mjs', 'text/javascript'],
  ['live.mjs', 'text/javascript'],
  ['arabic-400.woff2', 'font/woff2'],
  ['font-LICENSE.txt', 'text/plain'],
  ['icon.svg', 'image/svg+xml'],
])('serves %s', async (name, type) => {
  const { status, headers, text } = await ask(console.url, `/assets/${name}`);
  expect([status, headers['content-type']?.split(';')[0]]).toEqual([200, type]);
  expect(text.length).toBeGreaterThan(100);
});

it('tells the metrics of the process and of the installation', async () => {
  metrics.observe({ job: 'page', outcome: 'published', ms: 5, source: 'almina' });
  const { text, headers } = await ask(console.url, '/metrics');
  expect(headers['content-type']).toMatch(/^text\/plain/u);
  expect(text).toContain('marsad_jobs_total{job="page",outcome="published",source="almina"} 1');
  expect(text).toContain('marsad_queue_jobs{queue="pages",state="waiting"} 14');
});

it.each([
  [true, 200],
  [false, 503],
])('health ok=%s answers %i', async (ok, status) => {
  const health = async () => ({
    ok,
    checks: [{ name: 'redis', ok, detail: 'redis://:pw-pw-pw@r' }],
  });
  const other = await startSample({ data: sampleData({ health }) });
  const answer = await ask(other.url, '/health');
  expect([answer.status, JSON.parse(answer.text).ok]).toEqual([status, ok]);
  expect(answer.text).not.toContain('pw-pw-pw');
  await other.close();
});

it('answers within seconds while the state is away for good', async () => {
  const never = (): Promise<never> => new Promise(() => undefined);
  const away = sampleData({ sources: never, recent: never, queues: never, health: never });
  const other = await startSample({ data: away });
  const started = cpuMs();
  const [page, health, scrape] = await Promise.all(
    ['/', '/health', '/metrics'].map((path) => ask(other.url, path)),
  );
  expect([page?.status, health?.status, scrape?.status]).toEqual([503, 503, 200]);
  expect(page?.text).toContain('تعذّرت قراءة الحالة');
  expect(scrape?.text).toContain('marsad_healthy 0');
  expect(cpuMs() - started).toBeLessThan(5000);
  await other.close();
});

it('refuses a body of 100 MB without taking it in', async () => {
  const { hostname, port } = new URL(console.url);
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.on('data', (data) => {
    answer += String(data);
  });
  socket.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000000\r\n\r\n');
  const pump = setInterval(() => socket.writable && socket.write(Buffer.alloc(100_000)), 1);
  await ended;
  clearInterval(pump);
  expect(socket.bytesWritten).toBeLessThan(10_000_000);
  // The reset may overtake the answer at a client that goes on writing.
  expect(answer).toMatch(/^(?:HTTP\/1\.1 405 |$)/u);
  expect((await ask(console.url, '/health')).status).toBe(200);
});

it('says which port is taken', async () => {
  const port = Number(new URL(console.url).port);
  await expect(startSample({ port })).rejects.toThrow(ConfigError);
});
