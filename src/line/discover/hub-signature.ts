import { createHmac, timingSafeEqual } from 'node:crypto';

/** The methods a hub may sign by (W3C WebSub, 7.1) and the hexadecimal digits of each. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['sha1', 40],
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/**
 * Whether `X-Hub-Signature: method=hex` is the HMAC of the body as it came (W3C WebSub, 7.1, RFC
 * 2104). False for a field that is absent, of another method or of another length.
 */
export function isSigned(body: Uint8Array, field: string | undefined, secret: string): boolean {
  const [, method = '', hex = ''] =
    /^\s*(sha\d{1,3})=([\da-f]{40,128})\s*$/iu.exec(field ?? '') ?? [];
  const name = method.toLowerCase();
  if (DIGITS.get(name) !== hex.length) return false;
  const expected = createHmac(name, secret).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(hex, 'hex'));
}
