/** Numbers in words, folded, with the forms that hours and counts take. */
const WORDS: readonly (readonly [string, number])[] = [
  ['واحد|واحده|الواحده|الاولي', 1],
  ['اثنين|اثنان|اثنتين|اثنتان|الثانيه', 2],
  ['ثلاث|ثلاثه|الثالثه', 3],
  ['اربع|اربعه|الرابعه', 4],
  ['خمس|خمسه|الخامسه', 5],
  ['ست|سته|السادسه', 6],
  ['سبع|سبعه|السابعه', 7],
  ['ثمان|ثماني|ثمانيه|الثامنه', 8],
  ['تسع|تسعه|التاسعه', 9],
  ['عشر|عشره|العاشره', 10],
];

const VALUES: ReadonlyMap<string, number> = new Map(
  WORDS.flatMap(([names, value]) =>
    names.split('|').map((name): [string, number] => [name, value]),
  ),
);

/** The number that a folded word says, one to ten. */
export function findNumberWord(word: string): number | undefined {
  return VALUES.get(word);
}
