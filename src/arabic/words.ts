/** Words of a text: runs of letters and digits; marks, tatweel and apostrophes do not part one. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}ـ'’.,٫٬-]*/gu)?.length ?? 0;
}
