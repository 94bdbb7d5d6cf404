import { readDeclaredEntities, replaceEntities } from './entities.ts';

/** Characters that XML 1.0 (2.2) forbids, and byte order marks wherever they stand. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufeff\ufffe\uffff]/gu;

/** An ampersand that begins no reference: a URL's or a company's name. */
const STRAY = /&(?!(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z][\w.-]{0,60});)/gu;

/** Windows-1252 where Unicode has the C1 controls: bytes that were decoded as ISO-8859-1 (WHATWG). */
const C1 = /[\u0080-\u009f]/gu;
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const CDATA = '<![CDATA[';

/** How far a document type is looked for: it stands before the root. */
const HEAD_LENGTH = 20_000;

/**
 * Makes readable XML of a broken one: control characters out, stray ampersands and undeclared
 * entities replaced. Sections marked CDATA are left as they are. One pass over the text.
 */
export function mendXml(text: string): string {
  const clean = text
    .replace(FORBIDDEN, '')
    .replace(C1, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
  const declared = readDeclaredEntities(clean.slice(0, HEAD_LENGTH));
  if (!clean.includes('&')) return clean;
  let mended = '';
  let at = 0;
  while (at < clean.length) {
    const start = clean.indexOf(CDATA, at);
    const plainEnd = start < 0 ? clean.length : start;
    mended += replaceEntities(clean.slice(at, plainEnd).replace(STRAY, '&amp;'), declared);
    if (start < 0) break;
    const end = clean.indexOf(']]>', start);
    at = end < 0 ? clean.length : end + 3;
    mended += clean.slice(start, at);
  }
  return mended;
}
