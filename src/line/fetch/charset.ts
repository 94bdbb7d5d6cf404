import { isAscii, isUtf8 } from 'node:buffer';
import { hasMojibakeTraces, repairMojibake } from '../../arabic/mojibake.ts';
import { joinChunks } from '../../record/fetched-page.ts';
import { readDeclarations } from './charset-declaration.ts';
import { chooseSingleByte } from './charset-statistics.ts';
import { countUtf8 } from './utf8.ts';

/** A document as text, and how its bytes were read. */
export interface DecodedText {
  readonly text: string;
  /** The text as it was decoded, chunk by chunk: a parser that takes them needs no long string. */
  readonly chunks: readonly string[];
  /** WHATWG name. */
  readonly charset: string;
  readonly charsetFrom: 'bom' | 'header' | 'meta' | 'xml' | 'statistics';
}

/** What came with the bytes. */
export interface Declared {
  /** The `Content-Type` field. */
  readonly contentType?: string | undefined;
}

type Choice = Omit<DecodedText, 'text' | 'chunks'>;

/**
 * Decodes a document by what its bytes are, not by what is said of them: a byte-order mark, then
 * what proves itself (UTF-16, UTF-8), then the declarations against letter statistics. The answer
 * names the first declaration that agrees, or `statistics` where none does.
 */
export function decodeBytes(bytes: Buffer, declared: Declared = {}): DecodedText {
  const choice = chooseCharset(bytes, declared.contentType);
  const chunks = decodeChunks(bytes, choice.charset);
  const mended = choice.charset === 'utf-8' ? repairDecoded(chunks) : undefined;
  if (mended === undefined) return { text: joinChunks(chunks), chunks, ...choice };
  return { text: mended, chunks: [mended], charset: 'utf-8', charsetFrom: 'statistics' };
}

/** Bytes in a chunk: far below the 64K units over which V8 gives a string memory of its own. */
const CHUNK_BYTES = 32_768;

/** UTF-8, as nearly every page is, is cut between characters; other encodings are not. */
function decodeChunks(bytes: Buffer, charset: string): string[] {
  if (charset !== 'utf-8') return [new TextDecoder(charset).decode(bytes)];
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; ) {
    const end = characterEnd(bytes, at + CHUNK_BYTES);
    // A byte-order mark is dropped where the document begins.
    const decoder = new TextDecoder(charset, { ignoreBOM: at > 0 });
    chunks.push(decoder.decode(bytes.subarray(at, end)));
    at = end;
  }
  return chunks;
}

/** Where the character at a place begins: behind three continuation bytes none goes on. */
function characterEnd(bytes: Buffer, place: number): number {
  if (place >= bytes.length) return bytes.length;
  const starts = [0, 1, 2, 3].map((back) => place - back);
  return starts.find((at) => ((bytes[at] ?? 0) & 0xc0) !== 0x80) ?? place;
}

function repairDecoded(chunks: readonly string[]): string | undefined {
  if (!hasMojibakeTraces(chunks)) return undefined;
  const { text, isRepaired } = repairMojibake(joinChunks(chunks));
  return isRepaired ? text : undefined;
}

function chooseCharset(bytes: Buffer, contentType: string | undefined): Choice {
  const marked = findByteOrderMark(bytes);
  if (marked) return { charset: marked, charsetFrom: 'bom' };
  const declarations = readDeclarations(contentType, bytes);
  const charset = chooseByContent(
    bytes,
    declarations.map((one) => one.charset),
  );
  const agreeing = declarations.find((one) => one.charset === charset);
  return { charset, charsetFrom: agreeing?.from ?? 'statistics' };
}

/** Encoding Standard, 6: decode. */
function findByteOrderMark(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** East Asian and other encodings of several bytes: believed where declared. */
const MULTIBYTE = /^(?:gbk|gb18030|big5|euc-jp|euc-kr|shift_jis|iso-2022-jp)$/u;

/** A page of UTF-8 with some bytes of another encoding in it: one in ten at most. */
const STRAY_SHARE = 0.1;

function chooseByContent(bytes: Buffer, declared: readonly string[]): string {
  const wide = findUtf16(bytes);
  if (wide) return wide;
  if (isAscii(bytes)) return declared.find(isAsciiCompatible) ?? 'utf-8';
  // Nearly every page: Node's own check takes a hundredth of the time of the count.
  if (isUtf8(bytes)) return 'utf-8';
  const { multibyte, stray } = countUtf8(bytes);
  // Text of another encoding is valid UTF-8 by chance about never, already at some ten letters.
  if (stray <= multibyte * STRAY_SHARE) return 'utf-8';
  return declared.find((one) => MULTIBYTE.test(one)) ?? chooseSingleByte(bytes, declared);
}

function isAsciiCompatible(charset: string): boolean {
  return !charset.startsWith('utf-16') && charset !== 'replacement';
}

/** Enough to see the rhythm of two bytes a character. */
const SAMPLE_BYTES = 4096;

/** Every second byte of markup in UTF-16 is zero: the high one of each ASCII character. */
function findUtf16(bytes: Buffer): string | undefined {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at += 1) {
    if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  // Arabic prose has spaces only; a tenth of the characters is ASCII in any document.
  const least = Math.max(1, sample.length / 20);
  if (odd >= least && odd > even * 10) return 'utf-16le';
  return even >= least && even > odd * 10 ? 'utf-16be' : undefined;
}
