import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener, RequestError } from '@hono/node-server';
import type { Hono } from 'hono';
import { ConfigError } from '../errors.ts';

/** Where a server listens. */
export interface Address {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** How a server differs from the console's. */
export interface ListenOptions extends Address {
  /** The setting that names the port. */
  readonly setting?: string;
  readonly socketsMost?: number;
}

/** A server that listens. */
export interface Listening {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Sockets at a time: the streams, and room for pages and scrapes. More are closed as they come,
 * so that a flood takes neither memory nor the process's file descriptors.
 */
const SOCKETS_MOST = 400;

/** A socket without any data for this long is dead: streams send a heartbeat every 15 s. */
const IDLE_MS = 60_000;

/** How long a request may take to come in: loopback or one network away. */
const REQUEST_MS = 15_000;

/**
 * The answer where a request never reached the app: no URL can be made of its target, such as a path
 * with a backslash. What the app throws it answers itself. @returns a problem document (RFC 9457)
 */
function outsideOfApp(error: unknown): Response {
  const isRequest = error instanceof RequestError;
  const status = isRequest ? 400 : 500;
  const title = isRequest ? 'Bad Request' : 'Internal Server Error';
  const detail = isRequest ? error.message : 'The request failed';
  return Response.json(
    { type: 'about:blank', title, status, detail },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}

/** What the parser of Node takes for no HTTP, and what is said of it beside its status. */
const UNPARSED: Readonly<Record<string, readonly [status: string, detail: string]>> = {
  // Browsers percent-encode Arabic in an address; scripts must do so themselves.
  HPE_INVALID_URL: ['400 Bad Request', 'Percent-encode what is no ASCII in the address, as UTF-8'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'The headers are too long'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'The request did not come in whole in time'],
};

function refuseUnparsed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const [line, detail] = UNPARSED[error.code ?? ''] ?? ['400 Bad Request', 'This is no HTTP'];
  const [status, title] = [Number(line.slice(0, 3)), line.slice(4)];
  const body = JSON.stringify({ type: 'about:blank', title, status, detail });
  const head = [
    `HTTP/1.1 ${line}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  socket.end([...head, '', body].join('\r\n'));
}

/** Serves the app. @throws ConfigError where the address cannot be taken */
export async function listen(app: Pick<Hono, 'fetch'>, options: ListenOptions): Promise<Listening> {
  const { host, port, setting = 'console.port', socketsMost = SOCKETS_MOST } = options;
  const listener = getRequestListener(app.fetch, { hostname: host, errorHandler: outsideOfApp });
  const server = createServer((request, response) => void listener(request, response));
  server.on('clientError', refuseUnparsed);
  server.maxConnections = socketsMost;
  server.requestTimeout = REQUEST_MS;
  server.headersTimeout = REQUEST_MS;
  server.setTimeout(IDLE_MS);
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new ConfigError(`${setting}: cannot listen on ${host}:${port}: ${String(error)}`, {
      hint: `Set ${setting} in marsad.yaml to a free port, or 0 for any.`,
      cause: error,
    });
  }
  const address = server.address();
  const taken = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
