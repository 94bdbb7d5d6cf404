import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { createFetcher } from '../../../src/line/fetch/fetcher.ts';
import { answer, type Loopback, serve, status } from './loopback.ts';

const PAGE = '<p>عاد القطار إلى المدينة بعد عشر سنوات.</p>';

let site: Loopback;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-archive-'));
  site = await serve({
    '/a': answer(gzipSync(PAGE), { 'content-encoding': 'gzip', etag: '"1"' }),
    '/b?c=1': answer(PAGE),
    '/gone': status(410),
  });
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

/** What a reader of the format finds: type, URL, status line, body. */
async function records(file: string) {
  const found = [];
  for await (const record of new WARCParser([await readFile(file)])) {
    const payload = await record.readFully(false);
    const line = record.httpHeaders?.statusline ?? '';
    found.push({ type: record.warcType, url: record.warcTargetURI, line, payload });
  }
  return found;
}

it('keeps answers as they came, with their requests, also those that are refused', async () => {
  const own = join(folder, 'all');
  const fetcher = createFetcher({
    userAgent: 'Marsad/test',
    allowHosts: ['127.0.0.1'],
    archive: { folder: own },
  });
  for (const path of ['/a', '/b?c=1', '/gone']) {
    await fetcher.fetch({ url: site.origin + path, kind: 'feed' }).catch(() => undefined);
  }
  await fetcher.close();
  const [file = ''] = await readdir(own);
  expect(file).toMatch(/\.warc\.gz$/u);
  const found = await records(join(own, file));
  expect(found.map(({ type, url, line }) => [type, url, line.trim()])).toEqual([
    ['warcinfo', null, ''],
    ['response', `${site.origin}/a`, 'HTTP/1.1 200'],
    ['request', `${site.origin}/a`, 'GET /a HTTP/1.1'],
    ['response', `${site.origin}/b?c=1`, 'HTTP/1.1 200'],
    ['request', `${site.origin}/b?c=1`, 'GET /b?c=1 HTTP/1.1'],
    ['response', `${site.origin}/gone`, 'HTTP/1.1 410'],
    ['request', `${site.origin}/gone`, 'GET /gone HTTP/1.1'],
  ]);
  const packed = Buffer.from(found[1]?.payload ?? []);
  expect(gunzipSync(packed).toString()).toBe(PAGE);
  // Each record is a gzip member, and all of them together one gzip file.
  expect(gunzipSync(await readFile(join(own, file))).toString()).toContain('WARC/1.1');
});

it('begins a new file when one is full', async () => {
  const own = join(folder, 'small');
  const fetcher = createFetcher({
    userAgent: 'Marsad/test',
    allowHosts: ['127.0.0.1'],
    archive: { folder: own, fileBytes: 1 },
  });
  await Promise.all(
    ['/a', '/b?c=1'].map((path) => fetcher.fetch({ url: site.origin + path, kind: 'feed' })),
  );
  await fetcher.close();
  expect(await readdir(own)).toHaveLength(2);
});
