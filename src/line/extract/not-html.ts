import type { Document } from './document.ts';

/** Bytes that no text holds (WHATWG MIME Sniffing, `binary data byte`). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const BINARY = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/g;

/** Their share from which a document is none: real pages hold below 0.0001, fonts and archives over 0.1. */
const BINARY_SHARE = 0.02;

/** Blocks that are looked at, and texts among them from which a document is a script. */
const LOOKED_AT = 40;
const LEAST_CODE = 2;

/** What a script writes into a page that asks for it. */
const WRITES = /\bdocument\.write(?:ln)?\s*\(/;

/** What a document is that is no page of HTML: a font, an archive, a script; undefined for a page. */
export function findNotHtml({ blocks }: Document): string | undefined {
  const texts = blocks.slice(0, LOOKED_AT).map(({ text }) => text);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const binary = texts.reduce((sum, text) => sum + (text.match(BINARY)?.length ?? 0), 0);
  if (binary > BINARY_SHARE * length) return 'bytes that are no text';
  // An article about scripts shows one behind its headline.
  if (!WRITES.test(texts[0] ?? '')) return undefined;
  return texts.filter((text) => WRITES.test(text)).length >= LEAST_CODE ? 'a script' : undefined;
}
