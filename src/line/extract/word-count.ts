/** Signs of scripts that set no spaces: Chinese and Japanese. */
const isUnspaced = (unit: number): boolean =>
  unit >= 0x3040 && unit <= 0x9fff && (unit <= 0x30ff || unit >= 0x3400);

/** Signs of such a script that make a word, on average. */
const SIGNS_A_WORD = 2;

/** Words of a text whose white space is collapsed: its spaces and one; nothing is split for it. */
export function countWords(text: string): number {
  let [spaces, unspaced] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 0x20) spaces += 1;
    else if (isUnspaced(unit)) unspaced += 1;
  }
  return spaces + 1 + Math.floor(unspaced / SIGNS_A_WORD);
}
