/** Signs of scripts that set no spaces: Chinese and Japanese. */
const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff]/g;

/** Signs of such a script that make a word, on average. */
const SIGNS_A_WORD = 2;

/** Words of a text whose white space is collapsed: its spaces and one; nothing is split for it. */
export function countWords(text: string): number {
  let count = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count += 1;
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  return count + Math.floor(unspaced / SIGNS_A_WORD);
}
