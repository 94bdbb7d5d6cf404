/** Words of a text whose white space is collapsed: its spaces and one; nothing is split for it. */
export function countWords(text: string): number {
  let count = 1;
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count += 1;
  return count;
}
