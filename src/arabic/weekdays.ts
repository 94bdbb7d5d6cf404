import { matchKey } from './key.ts';

/** Names of weekdays, folded, from Sunday: Arabic with its spellings, English, French and neighbours. */
const NAMES: readonly string[] = [
  'الاحد|احد|يوم الاحد|sunday|sun|dimanche|dim|sonntag|domenica|domingo|dom|zondag|pazar',
  'الاثنين|الاتنين|اثنين|الاثنينن|monday|mon|lundi|lun|montag|lunedi|lunes|maandag|pazartesi',
  'الثلاثاء|الثلاثا|الثلثاء|ثلاثاء|التلات|tuesday|tue|tues|mardi|dienstag|martedi|martes|dinsdag|sali',
  'الاربعاء|الاربعا|اربعاء|wednesday|wed|mercredi|mer|mittwoch|mercoledi|miercoles|woensdag|carsamba',
  'الخميس|خميس|thursday|thu|thur|thurs|jeudi|jeu|donnerstag|giovedi|gio|jueves|donderdag|persembe',
  'الجمعه|جمعه|friday|fri|vendredi|ven|freitag|venerdi|viernes|vrijdag|cuma',
  'السبت|سبت|saturday|sat|samedi|sam|samstag|sonnabend|sabato|sabado|zaterdag|cumartesi',
];

const DAYS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((row, day) => row.split('|').map((name): [string, number] => [name, day])),
);

/** The weekday that a folded word names, 0 for Sunday. */
export function findWeekday(word: string): number | undefined {
  return DAYS.get(word);
}

/** True for a text that is the name of a weekday and nothing else, however it is spelt. */
export function isWeekday(text: string): boolean {
  return findWeekday(matchKey(text)) !== undefined;
}

const DAY_MS = 86_400_000;

/** 1 January 1970 was a Thursday. */
const EPOCH_WEEKDAY = 4;

/** The weekday of a Gregorian day, 0 for Sunday. */
export function weekdayOf({
  year,
  month,
  day,
}: {
  year: number;
  month: number;
  day: number;
}): number {
  const days = Date.UTC(year, month - 1, day) / DAY_MS;
  return (((days + EPOCH_WEEKDAY) % 7) + 7) % 7;
}
