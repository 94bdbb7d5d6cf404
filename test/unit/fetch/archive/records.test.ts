import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCaptures } from '../../../../src/line/fetch/archive/captures.ts';
import { parseHttpMessage } from '../../../../src/line/fetch/archive/http-message.ts';
import { isFault, readRecords } from '../../../../src/line/fetch/archive/warc-records.ts';
import { DEFAULT_LIMITS } from '../../../../src/line/fetch/limits.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'marsad-records-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A record as any writer makes it, by the grammar of ISO 28500, 4. */
function record(
  type: string,
  block: string | Buffer,
  fields: Record<string, string> = {},
  version = '1.0',
): Buffer {
  const header = {
    'WARC-Type': type,
    'WARC-Record-ID': `<urn:test:${type}:${String(block).length}>`,
    'WARC-Date': '2021-03-04T05:06:07Z',
    'WARC-Target-URI': 'http://news.test/1',
    'Content-Length': String(Buffer.byteLength(block)),
    ...fields,
  };
  const lines = Object.entries(header).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([
    Buffer.from(`WARC/${version}\r\n${lines.join('')}\r\n`),
    Buffer.from(block),
    Buffer.from('\r\n\r\n'),
  ]);
}

const page = (text: string): string =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>${text}</p>`;

let count = 0;
async function fileOf(...parts: Buffer[]): Promise<string> {
  count += 1;
  const path = join(folder, `${count}.warc`);
  await writeFile(path, Buffer.concat(parts));
  return path;
}

const ALL = { isWanted: () => true, mostBytes: 1_000_000 };

/** Type and block of each record; a fault as its offset and reason. */
async function readAll(path: string, choice = ALL): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const one of readRecords(path, choice)) {
    if (isFault(one)) found.push([one.offset, one.reason]);
    else found.push([one.fields.get('warc-type'), one.block?.toString()]);
  }
  return found;
}

const a = record('response', page('وصلت القافلة إلى الواحة'));
const b = record('response', page('غادرت السفينة الميناء'), {}, '1.1');
const info = record('warcinfo', 'software: other/1\r\n');
const [sizeInfo, sizeA] = [gzipSync(info).length, gzipSync(a).length];
const both = [
  ['warcinfo', 'software: other/1\r\n'],
  ['response', page('وصلت القافلة إلى الواحة')],
  ['response', page('غادرت السفينة الميناء')],
];

describe('whole files', () => {
  it.each([
    ['plain', [info, a, b]],
    ['a gzip member a record', [gzipSync(info), gzipSync(a), gzipSync(b)]],
    ['one gzip member for all', [gzipSync(Buffer.concat([info, a, b]))]],
    [
      'records over the border of members',
      [
        gzipSync(Buffer.concat([info, a]).subarray(0, 150)),
        gzipSync(Buffer.concat([info, a]).subarray(150)),
        gzipSync(b),
      ],
    ],
    ['more line ends than there should be', [info, Buffer.from('\r\n\r\n\n'), a, b]],
  ])('%s', async (_name, parts) => {
    expect(await readAll(await fileOf(...parts))).toEqual(both);
  });

  it('an empty file holds nothing', async () => {
    expect(await readAll(await fileOf())).toEqual([]);
  });

  it('blocks larger than a read, and those that are not wanted, are passed', async () => {
    const large = record('response', Buffer.alloc(300_000, 'x'));
    const path = await fileOf(large, a, gzipSync(Buffer.alloc(0)));
    const found = await readAll(path, { ...ALL, mostBytes: 200_000 });
    expect(found.slice(0, 2)).toEqual([['response', undefined], both[1]]);
    const packed = await fileOf(gzipSync(large), gzipSync(a));
    const [first] = await readAll(packed);
    expect(first).toEqual(['response', 'x'.repeat(300_000)]);
  });
});

/** A byte of the packed text of `a` is changed. */
const damaged = Buffer.from(gzipSync(a));
damaged.writeUInt8(damaged.readUInt8(60) ^ 0xff, 60);

describe('broken files: place and reason are told and the rest is read', () => {
  it.each([
    [
      'a last member that is cut off',
      [gzipSync(info), gzipSync(a), gzipSync(b).subarray(0, 90)],
      [both[0], both[1], [sizeInfo + sizeA, expect.stringMatching(/end of file/u)]],
    ],
    [
      'a last member without its checksum',
      [gzipSync(info), gzipSync(a).subarray(0, -4)],
      [both[0], [sizeInfo, expect.stringMatching(/cut off/u)]],
    ],
    [
      'a damaged member between whole ones: nothing of it is given',
      [gzipSync(info), damaged, gzipSync(b)],
      [both[0], [sizeInfo, expect.any(String)], both[2]],
    ],
    [
      'garbage between members',
      [gzipSync(info), Buffer.from('\x1f\x8b\x08 no member'), gzipSync(b)],
      [both[0], [sizeInfo, expect.any(String)], both[2]],
    ],
    [
      'a plain record that is cut off',
      [info, a.subarray(0, -20)],
      [both[0], [info.length, expect.stringMatching(/cut off: \d+ of \d+ bytes/u)]],
    ],
    [
      'a header that is cut off',
      [info, a.subarray(0, 40)],
      [both[0], [info.length, 'the header is cut off']],
    ],
    [
      'garbage between plain records',
      [info, Buffer.from('<html>not a record</html>\r\n'), b],
      [both[0], [info.length, 'expected a record of WARC 1.0 or 1.1'], both[2]],
    ],
    [
      'a header without end',
      [
        info,
        Buffer.from('WARC/1.0\r\n'),
        Buffer.alloc(200_000, 'X-A: b\r\n'),
        Buffer.from('\r\n'),
        b,
      ],
      [both[0], [info.length, 'the header is longer than 65536 bytes'], both[2]],
    ],
    [
      'a length that is no number',
      [record('response', 'x', { 'Content-Length': '-5' }), b],
      [[0, 'the record has no Content-Length'], both[2]],
    ],
    [
      'a length that is too small',
      [record('resource', 'تمر', { 'Content-Length': '2' }), b],
      [expect.any(Array), [expect.any(Number), 'expected a record of WARC 1.0 or 1.1'], both[2]],
    ],
    [
      'a length that reaches over the next member',
      [gzipSync(record('response', 'x', { 'Content-Length': '9999' })), gzipSync(b)],
      [[0, expect.stringMatching(/of 9999 bytes/u)], both[2]],
    ],
    [
      'no archive at all',
      [Buffer.from('%PDF-1.4 …')],
      [[0, 'expected a record of WARC 1.0 or 1.1']],
    ],
  ])('%s', async (_name, parts, wanted) => {
    expect(await readAll(await fileOf(...parts))).toEqual(wanted);
  });
});

it('gives answers with what is noted beside them, and reads over the rest', async () => {
  const note = { marsad: 1, kind: 'page', via: 'http', requestedUrl: 'http://news.test/0' };
  const whole = JSON.stringify({ ...note, redirects: [], status: 200, ms: 3 });
  const id = { 'WARC-Record-ID': '<urn:test:a>' };
  const refers = { 'WARC-Refers-To': '<urn:test:a>' };
  const json = { ...refers, 'Content-Type': 'application/json' };
  const path = await fileOf(
    info,
    record('request', 'GET / HTTP/1.1\r\n\r\n'),
    record('response', page('أ'), id),
    record('request', 'GET / HTTP/1.1\r\n\r\n', { 'WARC-Concurrent-To': '<urn:test:a>' }),
    record('metadata', 'via: http://news.test/', refers),
    record('metadata', whole, json),
    record('revisit', 'HTTP/1.1 200 OK\r\n\r\n'),
    record('response', page('ب'), { 'WARC-Record-ID': '<urn:test:b>' }),
    record('metadata', '{"other":"writer"}', { ...json, 'WARC-Refers-To': '<urn:test:b>' }),
    record('resource', '<p>ج</p>', { 'Content-Type': 'text/html' }),
    record('conversion', 'text'),
    record('response', page('د'), { 'Marsad-Note': '<urn:test:lost>' }),
  );
  const found: unknown[] = [];
  for await (const one of readCaptures(path, DEFAULT_LIMITS)) {
    if ('reason' in one) found.push(one.reason);
    else found.push([one.record.block?.toString().at(-5), one.note?.requestedUrl]);
  }
  expect(found).toEqual([
    ['أ', 'http://news.test/0'],
    ['ب', undefined],
    ['ج', undefined],
    'what was noted beside the answer is lost',
  ]);
});

describe('HTTP answers as writers keep them', () => {
  const head = 'HTTP/1.1 200 OK\r\nContent-Type: text/html';
  const chunked = `${head}\r\nTransfer-Encoding: chunked\r\n\r\n`;
  it.each([
    ['as it came', `${head}\r\n\r\nabc`, 'abc'],
    ['lines ended by LF alone', `${head.replace('\r', '')}\n\nabc`, 'abc'],
    ['in chunks', `${chunked}3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n`, 'abcde'],
    ['in chunks, cut off', `${chunked}3\r\nabc\r\nff\r\nde`, 'abcde'],
    ['said to be in chunks and is not', `${chunked}<p>abc</p>`, '<p>abc</p>'],
    ['in chunks, with a size that is none', `${chunked}3\r\nabc\r\nzz\r\nde`, 'abc'],
    ['without a body', `${head}\r\n\r\n`, ''],
  ])('%s', (_name, block, body) => {
    const message = parseHttpMessage(Buffer.from(block));
    expect(message).toMatchObject({ status: 200, headers: { 'content-type': 'text/html' } });
    expect(message?.body.toString()).toBe(body);
  });

  it.each([
    ['HTTP/2 304\r\n\r\n', 304],
    ['HTTP/1.0 200\r\n\r\n', 200],
    ['HTTP/1.1 200 OK\r\n folded\r\nA: b\r\n\r\n', 200],
    ['<p>no answer</p>', undefined],
    ['', undefined],
  ])('%j has status %s', (block, status) => {
    expect(parseHttpMessage(Buffer.from(block))?.status).toBe(status);
  });
});
