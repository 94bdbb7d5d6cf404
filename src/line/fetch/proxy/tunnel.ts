import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { buildConnector } from 'undici';
import { MarsadError, ProxyError } from '../../../errors.ts';
import { withoutBrackets } from '../ip-address.ts';
import { connectThroughHttp } from './http-connect.ts';
import { connectThroughSocks } from './socks5.ts';
import type { TunnelEnd } from './tunnel-end.ts';

/**
 * A connector whose sockets go through a proxy. Names are resolved by the proxy: what it may reach
 * is for its operator to limit.
 * @param connectMs for the proxy's own connection, its handshake and TLS together
 */
export function proxyConnector(proxy: URL, connectMs: number): buildConnector.connector {
  const secure = buildConnector({ timeout: connectMs });
  return (target, done) => {
    const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80));
    const end = { host: withoutBrackets(target.hostname), port };
    openTunnel(proxy, end, connectMs).then(
      (socket) => {
        if (target.protocol === 'https:') secure({ ...target, httpSocket: socket }, done);
        else done(null, socket);
      },
      (error: Error) => done(error, null),
    );
  };
}

/** A connector to the proxy itself, for requests that it forwards. */
export function proxyDialer(proxy: URL, connectMs: number): buildConnector.connector {
  return (_target, done) => {
    withinTime(proxy, connectMs, async (socket) => socket).then(
      (socket) => done(null, socket),
      (error: Error) => done(error, null),
    );
  };
}

function openTunnel(proxy: URL, end: TunnelEnd, connectMs: number): Promise<Socket> {
  const handshake = proxy.protocol.startsWith('socks') ? connectThroughSocks : connectThroughHttp;
  return withinTime(proxy, connectMs, (socket) => handshake(socket, proxy, end));
}

/** @throws ProxyError that names the proxy's host and never its login */
async function withinTime(
  proxy: URL,
  connectMs: number,
  work: (socket: Socket) => Promise<Socket>,
): Promise<Socket> {
  const socket = dial(proxy);
  const late = new ProxyError(`The proxy ${proxy.host} did not answer in ${connectMs} ms`);
  const timer = setTimeout(() => socket.destroy(late), connectMs);
  const hungUp = new ProxyError(`The proxy ${proxy.host} hung up`);
  let fail: (error: Error) => void = () => undefined;
  const onClose = (): void => fail(hungUp);
  try {
    const failed = new Promise<never>((_, reject) => {
      fail = reject;
    });
    failed.catch(() => undefined);
    socket.once('error', fail).once('close', onClose);
    const connected = new Promise<void>((resolve) => {
      socket.once(proxy.protocol === 'https:' ? 'secureConnect' : 'connect', resolve);
    });
    await Promise.race([connected, failed]);
    return await Promise.race([work(socket), failed]);
  } catch (error) {
    // Errors of a socket that is being closed are not reported again.
    socket.on('error', () => undefined).destroy();
    throw error instanceof MarsadError ? error : outOfReach(proxy, error);
  } finally {
    clearTimeout(timer);
    socket.off('close', onClose).off('error', fail);
  }
}

/** The port of a proxy where its URL names none: RFC 1928, 3, and the ports of HTTP. */
const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'socks:': 1080,
  'socks5:': 1080,
};

function dial(proxy: URL): Socket {
  const port = Number(proxy.port) || (DEFAULT_PORTS[proxy.protocol] ?? 0);
  const host = withoutBrackets(proxy.hostname);
  if (proxy.protocol !== 'https:') return connect({ host, port });
  return connectTls({ host, port, servername: host });
}

function outOfReach(proxy: URL, cause: unknown): ProxyError {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no connection';
  return new ProxyError(`The proxy ${proxy.host} could not be reached: ${code}`, {
    hint: 'Look at fetch.proxy of the source, or at the variable it names.',
    context: { proxy: proxy.host, code },
  });
}
