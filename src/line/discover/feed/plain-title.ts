import { repairMojibake } from '../../../arabic/mojibake.ts';
import { plainText } from '../html-text.ts';
import { decodeHtml } from '../xml/entities.ts';
import { looksLikeMarkup } from './safe-markup.ts';

/** References that a system wrote once too often: they name characters, and no headline holds one. */
const REFERENCE =
  /&(?:#\d{2,7}|#x[\da-f]{2,6}|amp|quot|apos|lt|gt|nbsp|[lr][sd]quo|[lr]aquo|hellip|[mn]dash|zwn?j);/iu;

/** Systems escape what another system had escaped already; a third time has not been seen. */
const MOST_TURNS = 2;

/**
 * A title as the plain text that was meant: markup out where it is markup, references decoded
 * however often they were escaped, mojibake mended. `<title>` in a plain title is a word of it.
 */
export function plainTitle(title: string, isMarkup = false): string {
  let text = isMarkup ? plainText(title) : oneLine(title);
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const isLeft = REFERENCE.test(text) || (isMarkup && looksLikeMarkup(text));
    if (!isLeft) break;
    const decoded = decodeHtml(text);
    text = looksLikeMarkup(decoded) ? plainText(decoded) : oneLine(decoded);
  }
  return repairMojibake(text).text;
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
