import type { Readable } from 'node:stream';
import { TooLargeError } from '../../errors.ts';

/** How much of a body is taken, and what happens to the rest. */
export interface BodyLimit {
  readonly bytes: number;
  /** `refuse` the whole, or `cut` it there (RFC 9309, 2.5: robots.txt). */
  readonly over: 'refuse' | 'cut';
  readonly url: string;
}

/**
 * Reads a body up to its limit and closes the connection where more would come.
 * @throws TooLargeError at the first byte above the limit, or at once by `contentLength`
 */
export async function readBody(
  stream: Readable,
  limit: BodyLimit,
  contentLength?: string,
): Promise<Buffer> {
  if (limit.over === 'refuse' && Number(contentLength ?? 0) > limit.bytes) {
    discard(stream);
    throw tooLarge(limit, `${contentLength} bytes are announced`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > limit.bytes) break;
  }
  if (size <= limit.bytes) return Buffer.concat(chunks, size);
  if (limit.over === 'refuse') throw tooLarge(limit, 'more bytes came');
  return Buffer.concat(chunks, size).subarray(0, limit.bytes);
}

/** Gives up a body that nobody will read, and with it the connection. */
export function discard(stream: Readable): void {
  // Destroying it makes the stream report its own abort, which says nothing new.
  stream.on('error', () => undefined);
  stream.destroy();
}

function tooLarge({ bytes, url }: BodyLimit, found: string): TooLargeError {
  return new TooLargeError(`Body of ${url} is over ${bytes} bytes: ${found}`, {
    hint: 'Raise crawl.bodyBytes if this site’s pages are honestly that large.',
    context: { url, bodyBytes: bytes },
  });
}
