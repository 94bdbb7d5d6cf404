import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { createFetcher } from '../../../../src/line/fetch/fetcher.ts';
import { answer, type Loopback, serve, status } from '../loopback.ts';

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
    ['metadata', `${site.origin}/a`, ''],
    ['response', `${site.origin}/b?c=1`, 'HTTP/1.1 200'],
    ['request', `${site.origin}/b?c=1`, 'GET /b?c=1 HTTP/1.1'],
    ['metadata', `${site.origin}/b?c=1`, ''],
    ['response', `${site.origin}/gone`, 'HTTP/1.1 410'],
    ['request', `${site.origin}/gone`, 'GET /gone HTTP/1.1'],
    ['metadata', `${site.origin}/gone`, ''],
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

it('begins a new file when one is old', async () => {
  const own = join(folder, 'old');
  const fetcher = createFetcher({
    userAgent: 'Marsad/test',
    allowHosts: ['127.0.0.1'],
    archive: { folder: own, fileMs: 0 },
  });
  for (const path of ['/a', '/b?c=1'])
    await fetcher.fetch({ url: site.origin + path, kind: 'feed' });
  await fetcher.close();
  expect(await readdir(own)).toHaveLength(2);
});

it('says where a record begins, and keeps no key that a source sends', async () => {
  const own = join(folder, 'place');
  const fetcher = createFetcher({
    userAgent: 'Marsad/test',
    allowHosts: ['127.0.0.1'],
    archive: { folder: own },
  });
  const source = { id: 'one', headers: { 'x-api-key': 'k-4711' } };
  await fetcher.fetch({ url: `${site.origin}/a`, kind: 'page', source });
  const page = await fetcher.fetch({ url: `${site.origin}/b?c=1`, kind: 'page', source });
  await fetcher.close();
  const [name = '', offset = ''] = page.archive?.split(':') ?? [];
  const bytes = await readFile(join(own, name));
  const [first] = gunzipSync(bytes.subarray(Number(offset)))
    .toString()
    .split('\r\n\r\n', 1);
  expect(first).toContain(`WARC-Target-URI: ${site.origin}/b?c=1`);
  expect(first).toContain('WARC-Type: response');
  expect(site.asked.at(-1)?.headers['x-api-key']).toBe('k-4711');
  expect(gunzipSync(bytes).toString()).not.toContain('k-4711');
});

it('takes back what a full disk took of an answer, and goes on when there is room', async () => {
  const own = join(folder, 'full');
  // The limit on a file's size acts as a full disk does: a part is written, then no more.
  const writer = ['ulimit -f 8; exec "$0" --import tsx test/unit/fetch/archive/writer.ts "$1"'];
  const args = ['-c', ...writer, process.execPath, own];
  const told = JSON.parse(execFileSync('bash', args, { encoding: 'utf8' }));
  expect(told).toMatchObject({ code: 'STATE', again: 'STATE' });
  expect(told.written).toBeGreaterThan(0);
  const types = [];
  for (const name of await readdir(own)) {
    const found = await records(join(own, name));
    types.push(...found.map(({ type }) => type));
  }
  expect(types.filter((type) => type === 'response')).toHaveLength(told.written);
  expect(types.filter((type) => type === 'metadata')).toHaveLength(told.written);
});
