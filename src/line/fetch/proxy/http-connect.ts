import type { Socket } from 'node:net';
import { ProxyError } from '../../../errors.ts';
import { readAnswer } from './socket-answer.ts';
import type { TunnelEnd } from './tunnel-end.ts';

/** Answers of proxies are some lines; a page of HTML with the refusal comes behind them. */
const ANSWER_BYTES = 16_384;

/** The `Proxy-Authorization` of a proxy's login (RFC 7617), where it has one. */
export function proxyAuthorization({ username, password }: URL): Record<string, string> {
  if (username === '') return {};
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` };
}

/** Opens a tunnel by CONNECT (RFC 9110, 9.3.6). @throws ProxyError where the proxy refuses */
export async function connectThroughHttp(
  socket: Socket,
  proxy: URL,
  { host, port }: TunnelEnd,
): Promise<Socket> {
  const authority = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const fields = { host: authority, ...proxyAuthorization(proxy) };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`CONNECT ${authority} HTTP/1.1\r\n${lines.join('')}\r\n`);
  const answer = await readAnswer(socket, ANSWER_BYTES, (bytes) => {
    const end = bytes.indexOf('\r\n\r\n');
    return end < 0 ? undefined : end + 4;
  });
  const status = /^HTTP\/1\.[01] (\d{3})/u.exec(answer.toString('latin1', 0, 20))?.[1];
  if (status?.startsWith('2')) return socket;
  throw refusal(proxy, authority, status);
}

function refusal(proxy: URL, authority: string, status: string | undefined): ProxyError {
  const what = status === undefined ? 'with no HTTP' : `with ${status}`;
  return new ProxyError(`The proxy ${proxy.host} answered CONNECT ${authority} ${what}`, {
    hint:
      status === '407'
        ? 'Look at the login of fetch.proxy.'
        : 'Look at what the proxy lets through, and at fetch.proxy of the source.',
    context: { proxy: proxy.host, status },
  });
}
