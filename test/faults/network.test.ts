import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, expect, it } from 'vitest';
import * as errors from '../../src/errors.ts';
import { createFetcher } from '../../src/line/fetch/fetcher.ts';
import { drip, expiredTls, type Wire, wire } from './network-wire.ts';

/** Sizes that are small, and times that only a fault takes, also where a busy machine is late. */
const LIMITS = { bodyBytes: 200_000, headerBytes: 8192, firstByteMs: 60_000, totalMs: 120_000 };
/** Of an answer that never comes whole: each is waited for until they run out. */
const SHORT = { ...LIMITS, firstByteMs: 400, totalMs: 1200 };

const fetcherOf = (limits: typeof LIMITS) =>
  createFetcher({
    userAgent: 'Marsad/test',
    allowHosts: ['127.0.0.1', 'localhost', 'nowhere.invalid'],
    limits,
  });
const fetcher = fetcherOf(LIMITS);
const hasty = fetcherOf(SHORT);
const wires: Wire[] = [];

afterEach(async () => {
  await Promise.all(wires.splice(0).map((one) => one.close()));
});
afterAll(() => Promise.all([fetcher.close(), hasty.close()]));

const HEAD = 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n';

async function failure(url: string, by = fetcher): Promise<unknown> {
  return by.fetch({ url, kind: 'feed' }).catch((error: unknown) => error);
}

async function against(speak: (socket: Socket) => void, by = fetcher): Promise<unknown> {
  const server = await wire(speak);
  wires.push(server);
  return failure(`http://127.0.0.1:${server.port}/`, by);
}

it('tells a name that does not resolve', async () => {
  expect(await failure('http://nowhere.invalid/')).toBeInstanceOf(errors.DnsError);
});

it('tells a refused connection', async () => {
  const server = await wire(() => undefined);
  await server.close();
  expect(await failure(`http://127.0.0.1:${server.port}/`)).toBeInstanceOf(errors.ConnectError);
});

it('tells an expired certificate', async () => {
  const server = await expiredTls();
  expect(await failure(`https://localhost:${server.port}/`)).toBeInstanceOf(errors.TlsError);
  await server.close();
});

const reset = (socket: Socket): void => {
  socket.write(`${HEAD}content-length: 1000\r\n\r\n<p>`);
  setTimeout(() => socket.resetAndDestroy(), 50);
};

it.each<[string, (socket: Socket) => void, new (...args: never[]) => errors.MarsadError]>([
  ['a reset in the body', reset, errors.ConnectError],
  [
    'an end before the announced length',
    (s) => s.end(`${HEAD}content-length: 99\r\n\r\n<p>`),
    errors.ConnectError,
  ],
  ['an end before any answer', (s) => s.end(), errors.ConnectError],
  ['no HTTP at all', (s) => s.end('220 mail.akhbar.example ESMTP\r\n'), errors.MalformedError],
  ['silence', () => undefined, errors.TimeoutError],
  [
    'silence after the header',
    (s) => s.write(`${HEAD}content-length: 9\r\n\r\n`),
    errors.TimeoutError,
  ],
  [
    'headers that never end',
    (s) => {
      s.write(HEAD);
      drip(s, 'x-more: yes\r\n', 20);
    },
    errors.TimeoutError,
  ],
  [
    'a header field that never ends',
    (s) => {
      s.write(`${HEAD}x: `);
      drip(s, 'y'.repeat(4000), 5);
    },
    errors.TooLargeError,
  ],
  [
    'a byte now and then',
    (s) => {
      s.write(`${HEAD}\r\n`);
      drip(s, '.', 300);
    },
    errors.TimeoutError,
  ],
  [
    'a body without end',
    (s) => {
      s.write(`${HEAD}\r\n`);
      drip(s, 'x'.repeat(60_000), 1);
    },
    errors.TooLargeError,
  ],
  [
    'an announced 100 MB',
    (s) => s.write(`${HEAD}content-length: 100000000\r\n\r\n`),
    errors.TooLargeError,
  ],
  [
    'two lengths',
    (s) => s.end(`${HEAD}content-length: 3\r\ncontent-length: 4\r\n\r\n<p>`),
    errors.MalformedError,
  ],
  [
    'a chunk without size',
    (s) => s.end(`${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n`),
    errors.MalformedError,
  ],
])('ends on %s, with its class, and closes the connection', async (_, speak, expected) => {
  const isEndless = expected === errors.TimeoutError;
  // Each of them would go on for ever.
  expect(await against(speak, isEndless ? hasty : fetcher)).toBeInstanceOf(expected);
  await expect.poll(() => wires[0]?.open()).toBe(0);
});

it('cuts a body that says less than it sends at what it said', async () => {
  const server = await wire((socket) => socket.end(`${HEAD}content-length: 3\r\n\r\n<p>خبر`));
  wires.push(server);
  const page = await fetcher.fetch({ url: `http://127.0.0.1:${server.port}/`, kind: 'feed' });
  expect(page.text).toBe('<p>');
});

it('stops a bomb at the ratio, long before its end', async () => {
  const bomb = gzipSync(Buffer.alloc(80_000_000));
  const head = `${HEAD}content-encoding: gzip\r\ncontent-length: ${bomb.length}\r\n\r\n`;
  const before = process.memoryUsage().rss;
  const error = await against((socket) => {
    socket.write(head);
    socket.end(bomb);
  });
  expect(error).toBeInstanceOf(errors.TooLargeError);
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
});

it('names a cut gzip', async () => {
  const packed = gzipSync('<p>خبر طويل</p>'.repeat(100)).subarray(0, 40);
  const error = await against((socket) => {
    socket.write(`${HEAD}content-encoding: gzip\r\ncontent-length: 40\r\n\r\n`);
    socket.end(packed);
  });
  expect(error).toBeInstanceOf(errors.MalformedError);
});
