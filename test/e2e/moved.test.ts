import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMarsad } from '../marsad.ts';

const TEXT =
  'أعلنت بلدية وادي السرو فتح الطريق الجبلي أمام الحافلات ابتداء من صباح الأحد بعد انتهاء أعمال تدعيم الجدار. ';
const page = (title: string): string =>
  `<!doctype html><html lang="ar"><head><title>${title}</title><meta property="article:published_time" content="2026-11-01T08:00:00Z"></head><body><h1>${title}</h1><div class="post">${`<p>${TEXT}</p>`.repeat(4)}</div></body></html>`;

/** A site whose answers the test sets: by path, a status with headers and a body. */
const answers = new Map<string, [number, Record<string, string>, string]>();
const asked: string[] = [];
const server = createServer((request, response) => {
  const path = request.url ?? '/';
  asked.push(path);
  const [status, headers, body] = answers.get(path) ?? [404, {}, 'no'];
  response.writeHead(status, headers).end(body);
});

let folder: string;
let origin: string;
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'marsad-moved-'));
  mkdirSync(join(folder, 'config/sources'), { recursive: true });
  writeFileSync(
    join(folder, 'config/marsad.yaml'),
    `redis: { folder: ${folder}/state }\ncrawl: { delay: 10ms, totalTime: 3s, allowHosts: ['${new URL(origin).host}'] }\nlog: { level: error }\nsinks: [{ jsonLines: { path: ${folder}/out.jsonl } }]\n`,
  );
  writeFileSync(
    join(folder, 'config/sources/one.yaml'),
    `name: الوادي\nhomepage: ${origin}/\ndiscover: [{ feed: ${origin}/old }]\n`,
  );
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const feed = (...paths: string[]): string =>
  `<rss version="2.0"><channel><title>الوادي</title>${paths.map((path) => `<item><title>خبر</title><link>${origin}${path}</link></item>`).join('')}</channel></rss>`;
const drain = async () => {
  const end = await startMarsad(['run', '--drain', '--json'], { cwd: folder }).ended;
  return { ...JSON.parse(end.stdout || '{}'), status: end.status };
};

it('follows a moved feed, leaves out what is no article, and keeps what fails with its reason', async () => {
  answers.set('/old', [301, { location: '/new' }, '']);
  answers.set('/new', [
    200,
    { 'content-type': 'application/rss+xml' },
    feed('/good', '/gone', '/secret', '/list', '/inside'),
  ]);
  answers.set('/good', [
    200,
    { 'content-type': 'text/html; charset=utf-8' },
    page('فتح الطريق الجبلي'),
  ]);
  answers.set('/gone', [410, {}, '']);
  answers.set('/secret', [403, {}, '']);
  answers.set('/list', [200, { 'content-type': 'text/html' }, '<html><body></body></html>']);
  // A page of the site that leads into the house of whoever runs the crawler.
  answers.set('/inside', [302, { location: 'http://169.254.169.254/latest/meta-data' }, '']);
  expect(await drain()).toMatchObject({ status: 0, published: 1, skipped: 1, 'dead-letter': 3 });
  const { stdout } = await startMarsad(['failures', 'list', '--json'], { cwd: folder }).ended;
  const reasons = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).reason.split(':')[0]);
  expect(reasons.sort()).toEqual(['BLOCKED_ADDRESS', 'FORBIDDEN', 'GONE']);
}, 60_000);

it('tries dead letters again when it is told to', async () => {
  answers.set('/secret', [
    200,
    { 'content-type': 'text/html; charset=utf-8' },
    page('وثيقة مفتوحة للجميع الآن').replaceAll('السرو', 'الرمان'),
  ]);
  const { stdout } = await startMarsad(['failures', 'retry'], { cwd: folder }).ended;
  expect(stdout).toContain('3 put back');
  expect(await drain()).toMatchObject({ status: 0, published: 1, 'dead-letter': 2 });
}, 60_000);

it('obeys a robots.txt that forbids', async () => {
  answers.set('/robots.txt', [
    200,
    { 'content-type': 'text/plain' },
    'User-agent: Marsad\nDisallow: /\n',
  ]);
  rmSync(join(folder, 'state'), { recursive: true });
  asked.length = 0;
  await drain();
  expect(asked).toEqual(['/robots.txt']);
}, 60_000);
