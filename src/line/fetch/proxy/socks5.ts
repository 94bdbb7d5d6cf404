import { isIP, type Socket } from 'node:net';
import ipaddr from 'ipaddr.js';
import { ProxyError } from '../../../errors.ts';
import { readAnswer } from './socket-answer.ts';
import type { TunnelEnd } from './tunnel-end.ts';

const VERSION = 5;
/** Methods of RFC 1928, 3: none, and user name with password (RFC 1929). */
const NO_LOGIN = 0;
const LOGIN = 2;
/** Address types of RFC 1928, 5. */
const IPV4 = 1;
const NAME = 3;
const IPV6 = 4;

/** The longest answer: head, a name with its length, port. */
const ANSWER_BYTES = 4 + 1 + 255 + 2;

/** Replies of RFC 1928, 6, in words. */
const REPLIES = [
  'done',
  'general failure',
  'not allowed by its rules',
  'network unreachable',
  'host unreachable',
  'connection refused',
  'time ran out',
  'command not known',
  'address type not known',
];

/**
 * Opens a tunnel through a SOCKS5 proxy (RFC 1928), with user name and password where its URL has
 * them (RFC 1929). Names are handed to the proxy as they are.
 * @throws ProxyError where the proxy refuses
 */
export async function connectThroughSocks(
  socket: Socket,
  proxy: URL,
  end: TunnelEnd,
): Promise<Socket> {
  const fail = (reason: string): never => {
    throw new ProxyError(`The proxy ${proxy.host} refuses ${end.host}:${end.port}: ${reason}`, {
      hint: 'Look at fetch.proxy of the source and at what the proxy lets through.',
      context: { proxy: proxy.host, reason },
    });
  };
  const methods = proxy.username === '' ? [NO_LOGIN] : [NO_LOGIN, LOGIN];
  const [version, method] = await ask(socket, [VERSION, methods.length, ...methods], 2);
  if (version !== VERSION) fail('it does not speak SOCKS5');
  if (method === LOGIN) {
    const [, status] = await ask(socket, loginBytes(proxy), 2);
    if (status !== 0) fail('it takes another login');
  } else if (method !== NO_LOGIN) fail('it asks for a login');
  socket.write(Buffer.from([VERSION, 1, 0, ...targetBytes(end)]));
  const [, reply = 1] = await readAnswer(socket, ANSWER_BYTES, replyLength);
  if (reply !== 0) fail(REPLIES[reply] ?? `reply ${reply}`);
  return socket;
}

async function ask(socket: Socket, bytes: readonly number[], length: number): Promise<Buffer> {
  socket.write(Buffer.from(bytes));
  return readAnswer(socket, ANSWER_BYTES, (got) => (got.length < length ? undefined : length));
}

/** Lengths are one byte each: a longer login is cut, which the proxy then refuses. */
function loginBytes({ username, password }: URL): number[] {
  const parts = [username, password].map((part) => [
    ...Buffer.from(decodeURIComponent(part)).subarray(0, 255),
  ]);
  return [1, ...parts.flatMap((part) => [part.length, ...part])];
}

function targetBytes({ host, port }: TunnelEnd): number[] {
  const ports = [port >> 8, port & 255];
  if (isIP(host)) {
    const bytes = ipaddr.parse(host).toByteArray();
    return [bytes.length === 4 ? IPV4 : IPV6, ...bytes, ...ports];
  }
  const name = [...Buffer.from(host).subarray(0, 255)];
  return [NAME, name.length, ...name, ...ports];
}

function replyLength(bytes: Buffer): number | undefined {
  const lengths: Record<number, number> = { [IPV4]: 4, [IPV6]: 16, [NAME]: 1 + (bytes[4] ?? 0) };
  if (bytes.length < 5) return undefined;
  const length = 4 + (lengths[bytes[3] ?? 0] ?? 0) + 2;
  return bytes.length < length ? undefined : length;
}
