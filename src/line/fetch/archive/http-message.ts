import { parseFields } from './header-fields.ts';

/** An HTTP answer as an archive keeps it. */
export interface HttpMessage {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Without its chunks, and still packed. */
  readonly body: Buffer;
}

/** Status line of HTTP/1.0 to HTTP/3; some writers note the latter so. */
const STATUS_LINE = /^HTTP\/\d(?:\.\d)? (\d{3})(?: |$)/u;

/** The answer in a record's block; undefined where the block is none. */
export function parseHttpMessage(block: Buffer): HttpMessage | undefined {
  const end = headEnd(block);
  // A byte a character, as the client gives header fields.
  const [first = '', ...lines] = block.toString('latin1', 0, end.head).split(/\r?\n/u);
  const status = STATUS_LINE.exec(first)?.[1];
  if (status === undefined) return undefined;
  const headers = Object.fromEntries(parseFields(lines));
  const body = block.subarray(end.body);
  const isChunked = /\bchunked\b/iu.test(headers['transfer-encoding'] ?? '');
  return { status: Number(status), headers, body: (isChunked && withoutChunks(body)) || body };
}

/** Where the header ends and the body begins; servers that end lines with LF alone are kept so. */
function headEnd(block: Buffer): { head: number; body: number } {
  const ends = ['\r\n\r\n', '\n\n'].map((blank) => {
    const head = block.indexOf(blank);
    return head < 0
      ? { head: block.length, body: block.length }
      : { head, body: head + blank.length };
  });
  return ends.reduce((first, other) => (other.head < first.head ? other : first));
}

/** `1a2b;name=value`, the size in hexadecimal (RFC 9112, 7.1). */
const CHUNK_SIZE = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n/iu;

/** Longest size line: extensions are unheard of in practice. */
const SIZE_LINE_BYTES = 256;

/**
 * The body without its chunks; undefined where it has none, since some writers take them out and
 * leave the field that announces them. What is cut off ends where it is cut.
 */
function withoutChunks(body: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const line = CHUNK_SIZE.exec(body.toString('latin1', at, at + SIZE_LINE_BYTES));
    if (!line) return at === 0 ? undefined : Buffer.concat(chunks);
    const start = at + line[0].length;
    const size = Number.parseInt(line[1] ?? '0', 16);
    if (size === 0) break;
    chunks.push(body.subarray(start, start + size));
    at = start + size + (body[start + size] === 0x0d ? 2 : 1);
  }
  return Buffer.concat(chunks);
}
