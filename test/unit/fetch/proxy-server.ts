import { createServer as createHttp, request } from 'node:http';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { pipeline } from 'node:stream';

/** A proxy on loopback: what it was asked for, and its end. */
export interface TestProxy {
  readonly host: string;
  /** `CONNECT host:port` or `GET http://host:port/path`, with the login that came. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
}

/** The login that both kinds of proxy want. */
export const LOGIN = { user: 'amin', password: 'p@ss-4711' };

/** Every name is this machine: the proxy resolves, not who asks it. */
const HERE = '127.0.0.1';

async function listen(server: Server, asked: string[]): Promise<TestProxy> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
  });
  await new Promise<void>((ready) => server.listen(0, HERE, ready));
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  };
  return { host: `${HERE}:${(server.address() as AddressInfo).port}`, asked, close };
}

const join = (a: Socket, b: Socket): void => {
  pipeline(a, b, () => undefined);
  pipeline(b, a, () => undefined);
};

/** An HTTP proxy (RFC 9110, 7.7): forwards plain requests, opens tunnels. */
export function serveHttpProxy(): Promise<TestProxy> {
  const asked: string[] = [];
  const wanted = `Basic ${Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString('base64')}`;
  const server = createHttp((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    if (incoming.headers['proxy-authorization'] !== wanted) {
      outgoing.writeHead(407, { 'proxy-authenticate': 'Basic realm="x"' }).end();
      return;
    }
    const { port, pathname, search, host } = new URL(incoming.url ?? '');
    const path = pathname + search;
    const { 'proxy-authorization': _, ...fields } = incoming.headers;
    const headers = { ...fields, host };
    const asking = request({ host: HERE, port, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    asking.on('error', () => outgoing.writeHead(502).end()).end();
  });
  server.on('connect', (incoming, socket: Socket) => {
    asked.push(`CONNECT ${incoming.url}`);
    if (incoming.headers['proxy-authorization'] !== wanted) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const upstream = connect({ host: HERE, port: Number(incoming.url?.split(':').at(-1)) });
    upstream.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n'));
    upstream.on('connect', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      join(socket, upstream);
    });
  });
  return listen(server, asked);
}

/** A SOCKS5 proxy (RFC 1928) that wants a login (RFC 1929). */
export function serveSocksProxy(): Promise<TestProxy> {
  const asked: string[] = [];
  const server = createServer(async (socket) => {
    const next = (): Promise<Buffer> => new Promise((got) => socket.once('data', got));
    const methods = await next();
    if (!methods.subarray(2).includes(2)) {
      socket.end(Buffer.from([5, 0xff]));
      return;
    }
    socket.write(Buffer.from([5, 2]));
    const login = await next();
    const userEnd = 2 + (login[1] ?? 0);
    const user = login.toString('utf8', 2, userEnd);
    const isRight = user === LOGIN.user && login.toString('utf8', userEnd + 1) === LOGIN.password;
    socket.write(Buffer.from([1, isRight ? 0 : 1]));
    if (!isRight) return;
    const target = await next();
    const name = target.toString('utf8', 5, 5 + (target[4] ?? 0));
    const port = target.readUInt16BE(target.length - 2);
    asked.push(`SOCKS ${target[3] === 3 ? name : 'address'}:${port}`);
    const upstream = connect({ host: HERE, port });
    upstream.on('error', () => socket.end(Buffer.from([5, 5, 0, 1, 0, 0, 0, 0, 0, 0])));
    upstream.on('connect', () => {
      socket.write(Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]));
      join(socket, upstream);
    });
  });
  return listen(server, asked);
}

/** Accepts, and never says a word. */
export function serveSilence(): Promise<TestProxy> {
  return listen(createServer(), []);
}
