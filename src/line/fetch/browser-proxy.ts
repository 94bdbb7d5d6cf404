import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { pipeline, Transform } from 'node:stream';
import type { buildConnector, Dispatcher } from 'undici';
import { failureOf } from './failure.ts';
import { guardUrl, type UrlPolicy } from './url-guard.ts';

/** What the proxy holds requests against. */
export interface ProxyParts {
  readonly policy: UrlPolicy;
  readonly connect: buildConnector.connector;
  readonly dispatcher: Dispatcher;
  /** Bytes of one answer or tunnel. */
  readonly mostBytes: number;
}

/** The browser's only way out: a proxy on loopback. */
export interface BrowserProxy {
  readonly port: number;
  /** Why the last request to a host failed, as one of our classes; told once. */
  readonly takeFailure: (host: string) => Error | undefined;
  readonly close: () => Promise<void>;
}

/**
 * Starts a forward proxy (RFC 9110, 7.6 and 9.3.6) that connects through the guarded connector. A
 * browser follows redirects, resolves names and opens sockets where no hook of its own reaches, so
 * what its pages may touch is decided here, on every connection.
 */
export async function startBrowserProxy(parts: ProxyParts): Promise<BrowserProxy> {
  const failures = new Map<string, Error>();
  const note = (host: string, error: unknown): void => {
    // Bounded by the hosts of the pages in hand; the oldest go.
    if (failures.size > 200) failures.clear();
    failures.set(host, failureOf(error, host));
  };
  const server = createServer((request, response) => {
    void forward({ request, response }, parts, note);
  });
  server.on('connect', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    tunnel({ target: request.url ?? '', socket, head }, parts, note);
  });
  server.on('clientError', (_, socket: Duplex) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    takeFailure(host) {
      const error = failures.get(host);
      failures.delete(host);
      return error;
    },
    close: () => stop(server),
  };
}

type Note = (host: string, error: unknown) => void;

/** Fields that are between two neighbours only (RFC 9110, 7.6.1). */
const HOP_FIELDS = new Set([
  ...['connection', 'proxy-connection', 'keep-alive', 'te', 'trailer', 'upgrade'],
  ...['transfer-encoding', 'proxy-authorization', 'proxy-authenticate', 'host'],
]);

function endToEnd(fields: NodeJS.Dict<string | string[]>): Record<string, string | string[]> {
  const kept = Object.entries(fields).filter(([name]) => !HOP_FIELDS.has(name));
  return Object.fromEntries(kept.map(([name, value]) => [name, value ?? '']));
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** Plain HTTP: the request line holds the whole URL. */
async function forward(
  { request, response }: Exchange,
  parts: ProxyParts,
  note: Note,
): Promise<void> {
  try {
    const url = guardUrl(request.url ?? '', parts.policy);
    const answer = await parts.dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: (request.method ?? 'GET') as Dispatcher.HttpMethod,
      headers: endToEnd(request.headers),
      body: request.method === 'GET' || request.method === 'HEAD' ? null : request,
    });
    response.writeHead(answer.statusCode, endToEnd(answer.headers));
    pipeline(answer.body, limited(parts.mostBytes), response, () => undefined);
  } catch (error) {
    note(hostOf(request.url ?? ''), error);
    response.writeHead(502).end();
  }
}

interface Tunnel {
  readonly target: string;
  readonly socket: Socket;
  readonly head: Buffer;
}

/** CONNECT host:port, for TLS and web sockets: bytes are passed on unread. */
function tunnel({ target, socket, head }: Tunnel, parts: ProxyParts, note: Note): void {
  socket.on('error', () => socket.destroy());
  const refuse = (error: unknown): void => {
    note(target.replace(/:443$/u, ''), error);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  };
  try {
    const { hostname, port } = guardUrl(`https://${target}/`, parts.policy);
    parts.connect({ hostname, protocol: 'http:', port: port || '443' }, (error, upstream) => {
      if (error) {
        refuse(error);
        return;
      }
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      pipeline(socket, upstream, () => undefined);
      pipeline(upstream, limited(parts.mostBytes), socket, () => undefined);
    });
  } catch (error) {
    refuse(error);
  }
}

/** Ends a stream that brings more than `most` bytes. */
function limited(most: number): Transform {
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length;
      done(size > most ? new RangeError(`more than ${most} bytes`) : null, chunk);
    },
  });
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : url;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
