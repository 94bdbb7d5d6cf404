import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on loopback: its origin, the paths it was asked for with their times, and its end. */
export interface Loopback {
  readonly origin: string;
  readonly asked: { path: string; at: number; headers: IncomingMessage['headers'] }[];
  readonly close: () => Promise<void>;
}

/** Serves `paths`; anything else is 404. */
export async function serve(paths: Readonly<Record<string, Handler>>): Promise<Loopback> {
  const asked: Loopback['asked'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push({ path, at: performance.now(), headers: request.headers });
    const handler = paths[path] ?? paths['*'];
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
  return { origin: await listen(server), asked, close: () => stop(server) };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

/** Answers with a body and header fields. */
export function answer(body: string | Buffer, headers: Record<string, string> = {}): Handler {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);
  };
}

/** Answers with a status only. */
export function status(code: number, headers: Record<string, string> = {}): Handler {
  return (_, response) => {
    response.writeHead(code, headers).end();
  };
}
