import { MAX_BYLINE } from './byline-words.ts';
import { isPersonName } from './person.ts';

/** `كتب فلان في "الجريدة":` at the head of a text that was taken over. */
const IN_PAPER =
  /^\s*كتب(?:ت|وا)?\s+([\p{L} .]{5,50}?)\s+(?:في|ل)\s*(?:صحيفة|جريدة|مجلة|موقع)?\s*[«"“]([^«»"“”]{2,40})[»"”]\s*[:：.]?\s*$/u;

/** The writer and the paper of such a line. */
export function parsePaperLine(
  line: string,
): { readonly name: string; readonly paper: string } | undefined {
  if (line.length > MAX_BYLINE) return undefined;
  const [, name, paper] = IN_PAPER.exec(line) ?? [];
  return name && paper && isPersonName(name, []) ? { name, paper } : undefined;
}
