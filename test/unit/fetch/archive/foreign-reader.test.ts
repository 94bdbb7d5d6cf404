import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WARCStream from 'warc';
import { z } from 'zod';
import { openArchive } from '../../../../src/line/fetch/archive/archive.ts';
import type { ArchivedAnswer } from '../../../../src/line/fetch/archive/members.ts';

/** What the foreign reader gives of a record. */
const ForeignRecord = z.object({
  protocol: z.string(),
  headers: z.record(z.string(), z.string()),
  content: z.instanceof(Buffer),
});
type ForeignRecord = z.infer<typeof ForeignRecord>;

const PAGE = '<p>فتحت المكتبة أبوابها بعد ترميم دام عاما.</p>';
/** Bytes of every value, and what looks like the borders of records. */
const BINARY = Buffer.concat([
  Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
  Buffer.from('\r\n\r\nWARC/1.1\r\n\r\n'),
]);

const answerOf = (path: string, packed: Buffer, headers = {}): ArchivedAnswer['answer'] => ({
  requestedUrl: `http://news.test${path}`,
  url: `http://news.test${path}`,
  redirects: [],
  status: 200,
  headers: { 'content-type': 'text/html', ...headers },
  body: Buffer.from(PAGE),
  packed,
  ms: 5,
  at: Date.parse('2026-11-03T04:05:06.789Z'),
});

let folder: string;
let file: string;
const places: string[] = [];
const found: ForeignRecord[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-foreign-'));
  const archive = openArchive({ folder });
  const sent = { 'user-agent': 'Marsad/test', accept: '*/*' };
  const about = { kind: 'page', sent, source: 'one' } as const;
  const packed = gzipSync(PAGE);
  const answers: ArchivedAnswer[] = [
    { ...about, via: 'http', answer: answerOf('/a', packed, { 'content-encoding': 'gzip' }) },
    {
      ...about,
      via: 'http',
      answer: answerOf('/b?c=1', BINARY, { 'transfer-encoding': 'chunked' }),
    },
    { ...about, via: 'browser', answer: answerOf('/c', Buffer.from(PAGE)) },
    { ...about, via: 'http', answer: answerOf('/d', Buffer.alloc(0)) },
  ];
  for (const answer of answers) places.push(await archive.write(answer));
  const [name = ''] = await readdir(folder);
  file = join(folder, name);
  const reader = new WARCStream();
  pipeline(createReadStream(file), createGunzip(), reader, () => undefined);
  for await (const record of reader) found.push(ForeignRecord.parse(record));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const TYPES = ['response', 'request', 'metadata'];

describe('an archive of ours, read by a reader that is not', () => {
  it('holds the records of each answer in their order, all of version 1.1', () => {
    const types = found.map(({ headers }) => headers['WARC-Type']);
    expect(types).toEqual(['warcinfo', ...TYPES, ...TYPES, 'resource', 'metadata', ...TYPES]);
    expect(new Set(found.map(({ protocol }) => protocol))).toEqual(new Set(['WARC/1.1']));
  });

  it('has the fields that every record must have (ISO 28500, 5), each name once', () => {
    const ids = found.map(({ headers }) => headers['WARC-Record-ID']);
    expect(new Set(ids).size).toBe(found.length);
    for (const { headers, content } of found) {
      expect(headers['WARC-Record-ID']).toMatch(/^<urn:uuid:[0-9a-f-]{36}>$/u);
      expect(headers['WARC-Date']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u);
      expect(Number(headers['Content-Length'])).toBe(content.length);
    }
  });

  it('has the digests that its fields state (5.8, 5.9)', () => {
    const stated = found.filter(({ headers }) => headers['WARC-Block-Digest'] !== undefined);
    expect(stated).toHaveLength(found.length - 1);
    for (const { headers, content } of stated) {
      const digest = createHash('sha256').update(content).digest('hex');
      expect(headers['WARC-Block-Digest']).toBe(`sha256:${digest}`);
    }
  });

  it('has answers as they came, packed and with every byte', () => {
    const bodies = found
      .filter(({ headers }) => headers['WARC-Type'] === 'response')
      .map(({ content }) => content.subarray(content.indexOf('\r\n\r\n') + 4));
    expect(gunzipSync(bodies[0] ?? '').toString()).toBe(PAGE);
    expect(bodies[1]).toEqual(BINARY);
    expect(bodies[2]).toEqual(Buffer.alloc(0));
    const resource = found.find(({ headers }) => headers['WARC-Type'] === 'resource');
    expect(resource?.content.toString()).toBe(PAGE);
    expect(resource?.headers['Content-Type']).toBe('text/html');
  });

  it('has HTTP messages whose framing is right without chunks (RFC 9112, 6.3)', () => {
    const response = found[4]?.content.toString('latin1') ?? '';
    expect(response).toMatch(/^HTTP\/1\.1 200 \r\n/u);
    expect(response).toContain(`content-length: ${BINARY.length}\r\n`);
    expect(response).not.toContain('transfer-encoding');
    const request = found[5]?.content.toString('latin1') ?? '';
    expect(request).toMatch(/^GET \/b\?c=1 HTTP\/1\.1\r\nhost: news\.test\r\n/u);
  });

  it('joins request and note to their answer', () => {
    const [, response, request, note] = found;
    expect(request?.headers['WARC-Concurrent-To']).toBe(response?.headers['WARC-Record-ID']);
    expect(note?.headers['WARC-Refers-To']).toBe(response?.headers['WARC-Record-ID']);
    expect(JSON.parse(note?.content.toString() ?? '')).toMatchObject({
      source: 'one',
      kind: 'page',
      requestedUrl: 'http://news.test/a',
    });
  });

  it('begins a gzip member at each place that a record names (annex D)', async () => {
    const bytes = await readFile(file);
    for (const [index, path] of ['/a', '/b?c=1', '/c', '/d'].entries()) {
      const offset = Number(places[index]?.split(':')[1]);
      const rest = gunzipSync(bytes.subarray(offset)).toString('latin1');
      const [header = ''] = rest.split('\r\n\r\n', 1);
      expect(header).toContain(`WARC-Target-URI: http://news.test${path}`);
      expect(header).toMatch(/WARC-Type: res(?:ponse|ource)/u);
    }
  });
});
