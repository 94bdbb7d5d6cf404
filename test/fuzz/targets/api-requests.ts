import { once } from 'node:events';
import { connect } from 'node:net';
import { z } from 'zod';
import { type InstalledApi, installApi, TOKENS } from '../../unit/operate/api/installed-api.ts';
import type { FuzzTarget } from '../target.ts';

const source = { id: 'almina', name: 'الميناء', country: 'LB', homepage: 'https://almina.test/' };

/** The installation, from the first request on. */
let opened: Promise<InstalledApi> | undefined;

async function open(): Promise<InstalledApi> {
  const api = await installApi('', '  requests: 1000000\n  streams: 200\n');
  for (const n of [1, 2, 3]) {
    const url = `https://almina.test/${n}`;
    await api.publish({ id: `a${n}`, source, url, headline: `خبر ${n}`, articleBody: `نص ${n}` });
  }
  return api;
}

const GET = (path: string, ...headers: string[]): string =>
  [`GET /api/v1${path} HTTP/1.1`, ...headers, '', ''].join('\n');

const POST = (path: string, body: string, type = 'application/json'): string =>
  [`POST /api/v1${path} HTTP/1.1`, `Content-Type: ${type}`, '', body].join('\n');

const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
});

/** Requests as bytes to the API of a real installation. */
export const target: FuzzTarget = {
  extension: 'http',
  corpus: () => [
    ...[
      '/articles',
      '/articles?limit=1',
      '/articles?sources=almina&tags=a,b&from=2020-01-01&to=2030-01-01T00:00:00Z',
    ].map((path) => GET(path)),
    ...[
      '/articles?q=%D8%AE&cursor=WzEsIjEtMCIsImEiXQ',
      '/articles?changes=updated&roles=original&countries=LB&keywords=a',
    ].map((path) => GET(path)),
    ...[
      '/articles/a1',
      '/articles/a1?revision=1&text=markdown',
      '/articles/a1/revisions',
      '/articles/a1/evidence',
    ].map((path) => GET(path)),
    ...[
      '/articles/a1/diff?from=1&to=2',
      '/stories/a1',
      '/sources',
      '/sources/almina',
      '/sources/almina/visits',
    ].map((path) => GET(path)),
    ...['/openapi.json', '/nothing', '/articles?limit=1&fields=headline'].map((path) =>
      GET(path, 'Accept: */*'),
    ),
    GET('/events?from=0-0', 'Last-Event-ID: 1-0'),
    ...['{"url":"https://almina.test/1"}', '{"url":"http://127.0.0.1/"}', '[]', ''].map((body) =>
      POST('/crawl', body),
    ),
    POST('/crawl', 'url=x', 'application/x-www-form-urlencoded'),
  ],
  token: /[?&][^=&\s]*(?:=[^&\s]*)?|\/[\w.-]+|[^\n]+\n|"[^"\n]*"|[:={}]/gu,
  pieces: [
    ...[
      '?limit=',
      '&cursor=',
      '&from=',
      '&to=',
      '&sources=',
      '&q=',
      '&revision=',
      '&__proto__=a',
      '&a[b]=c',
      '=',
      '&&',
    ],
    ...[
      '1900-01-01',
      '9999-12-31',
      '0',
      '-1',
      '201',
      '1e3',
      'true',
      '%00',
      '%',
      '%F0%9F',
      'W10',
      'WzEsIi0iLCIiXQ',
    ],
    ...[
      '/articles/',
      '/../',
      '/%2e%2e/',
      '/sources/',
      '/events',
      'Last-Event-ID: x\n',
      'Last-Event-ID: 99999999999999999-0\n',
    ],
    ...[
      'Content-Length: 5\n',
      'Transfer-Encoding: chunked\n',
      'Origin: https://b.test\n',
      'Host: b.test\n',
      'HEAD ',
      'OPTIONS ',
      'PUT ',
    ],
    ...['{"url":', '"https://almina.test/خبر"', '{"__proto__":{"a":1}}', '1'.repeat(400), '[['],
  ],
  isEncoded: false,
  msPerKilobyte: 5,
  async check(input) {
    opened ??= open();
    const { url } = await opened;
    const answer = await exchange(new URL(url), wire(input.toString()));
    const [head = '', body = ''] = [
      answer.slice(0, answer.indexOf('\r\n\r\n')),
      answer.slice(answer.indexOf('\r\n\r\n') + 4),
    ];
    const status = Number(/^HTTP\/1\.1 (\d{3})/u.exec(head)?.[1]);
    // What is no HTTP, or too long, the parser of Node answers without a body.
    if (!status || (!/content-type/iu.test(head) && body === '')) return undefined;
    // Another path is the console's, which answers people.
    if (!isOfApi(input.toString()) && status < 500) return undefined;
    return faultOf({ status, head, body, isHead: input.toString().startsWith('HEAD') });
  },
  close: async () => (await opened)?.close(),
};

/** A server error that is no fault: streams that are all taken. */
const MEANT = /problem:too-many-streams/u;

/** Whether a request is for the API, once dots in its path are followed. */
function isOfApi(request: string): boolean {
  const target = /^\S+ (\S+)/u.exec(request)?.[1] ?? '';
  if (!URL.canParse(target, 'http://127.0.0.1')) return false;
  return /^\/api\/v1(?:\/|$)/u.test(new URL(target, 'http://127.0.0.1').pathname);
}

interface Answered {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  readonly isHead: boolean;
}

function faultOf({ status, head, body, isHead }: Answered): string | undefined {
  if (status >= 500 && !MEANT.test(body)) return `status ${status}: ${body.slice(0, 300)}`;
  if (status < 400 || isHead) return undefined;
  if (!/content-type: application\/problem\+json/iu.test(head))
    return `no problem document for ${status}: ${head}`;
  const problem = Problem.safeParse(JSON.parse(body));
  if (!problem.success) return `no problem document: ${body.slice(0, 300)}`;
  return problem.data.status === status
    ? undefined
    : `another status: ${status}, ${body.slice(0, 100)}`;
}

/** The request as it is sent: lines end as HTTP has them, and what a client must send is there. */
function wire(text: string): string {
  const at = text.indexOf('\n\n');
  const [head, body] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 2)];
  const lines = head.split('\n').filter(Boolean);
  const has = (name: string): boolean => lines.some((line) => line.toLowerCase().startsWith(name));
  if (!has('host:')) lines.push('Host: 127.0.0.1');
  if (!has('authorization:')) lines.push(`Authorization: Bearer ${TOKENS.all}`);
  if (!has('content-length:') && !has('transfer-encoding:'))
    lines.push(`Content-Length: ${Buffer.byteLength(body)}`);
  return `${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`;
}

/** An answer that waits for more of the request is not waited for, ms. */
const QUIET_MS = 250;

/** Sends bytes and takes what comes until the end, or the head of a stream. */
async function exchange({ hostname, port }: URL, request: string): Promise<string> {
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => {
    chunks.push(chunk);
    if (chunk.includes('text/event-stream')) socket.destroy();
  });
  socket.on('error', () => socket.destroy());
  socket.setTimeout(QUIET_MS, () => socket.destroy());
  socket.write(request);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}
