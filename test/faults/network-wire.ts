import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';

/** A server that speaks bytes instead of HTTP. */
export interface Wire {
  readonly port: number;
  /** Sockets that are open now: a client that gave up has closed its own. */
  readonly open: () => number;
  readonly close: () => Promise<void>;
}

/** Serves every connection with `speak`, which gets the socket once a request came in. */
export async function wire(speak: (socket: Socket) => void): Promise<Wire> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => undefined);
    socket.once('data', () => speak(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    open: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A TLS server whose certificate ran out in 2020. */
export async function expiredTls(): Promise<{ port: number; close: () => Promise<void> }> {
  const pem = readFileSync(new URL('./expired.pem', import.meta.url));
  const server = createTlsServer({ key: pem, cert: pem }, (socket) => socket.end());
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Repeats `bytes` every `everyMs` until the client is gone. */
export function drip(socket: Socket, bytes: string, everyMs: number): void {
  const timer = setInterval(() => socket.write(bytes), everyMs);
  socket.on('close', () => clearInterval(timer));
}
