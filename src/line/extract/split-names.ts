import { isCity } from './city.ts';

/** What stands between two names, or a name and a city; a dash within a name has no space: `El-Khoury`. */
const BETWEEN = /\s*(?:[|/,،:()&+•]|\s[-–—]|[-–—]\s|\sـ+\s|\s+و\s)\s*/u;

/** A dash between Arabic letters: it parts names and places there, and joins given names. */
const TIGHT = /(?<=\p{Script=Arabic})[-–—](?=\p{Script=Arabic})/u;

/** `and` of other languages, between two full names alone: `Tom and Anna Weber` is as printed. */
const AND = /\s+(?:and|et|und|y|en)\s+/iu;

/** Given names that begin with waw, so that it is no `and`. */
const WAW_NAMES =
  /^(?:وليد|وائل|وسام|وسيم|وجدي|وجيه|وحيد|ولاء|وفاء|وداد|وديع|وهيب|ورد|وردة|وليام|وضاح|وصفي|وعد|والي|وهبي|وهبة|واثق|واصف|ودود|ولد|وطفة|والدي)(?!\p{L})/u;

/** What somebody is called, amid the name: `نجيب (أبو سعد) الشرعبي`, `Rita (Maria) Khoury`. */
const WITHIN =
  /(?<=\p{L} )\((?:(?:أبو|أم|أبي) \p{L}{2,}|(?<=^\p{Lu}\p{Ll}+ \()(?:\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)*|(?:\p{Lu}\.)+))\)(?= \p{L})/gu;

/** Stand for those brackets while a list is split: signs of private use, which no page means. */
const OPEN = '\ue000';
const CLOSE = '\ue001';

/** The names of a list `أحمد علي ومنى سمير - القاهرة`; cities and what is no name stay out. */
export function splitNames(text: string): readonly string[] {
  const apart = text
    .replace(WITHIN, (within) => within.replace('(', OPEN).replace(')', CLOSE))
    .split(BETWEEN)
    .map((part) => part.replace(OPEN, '(').replace(CLOSE, ')').replace(FROM_PLACE, '$1'));
  const parts = apart.flatMap(splitTight).flatMap(splitWord).flatMap(splitAnd);
  return parts.map(trimName).filter((name) => name !== '' && !isCity(name));
}

/** `أحمد علي-منى سمير` and `سمير عطا-القاهرة` are two, `جان-بيار خوري` is one. */
function splitTight(text: string): readonly string[] {
  const parts = text.split(TIGHT);
  return parts.every((part) => part.trim().includes(' ') || isCity(part)) ? parts : [text];
}

function splitWord(text: string): readonly string[] {
  const parts = text.split(AND);
  return parts.every((part) => part.trim().includes(' ')) ? parts : [text];
}

/** Parts two names joined by an attached waw; both need two words, for `و` also opens names. */
function splitAnd(text: string): readonly string[] {
  const at = [...text.matchAll(/\s(?=و\S)/g)].find(({ index }) => {
    const before = text.slice(0, index).trim();
    const after = text.slice(index + 1);
    return before.includes(' ') && after.includes(' ') && !WAW_NAMES.test(after);
  });
  if (!at) return [text];
  return [text.slice(0, at.index), ...splitAnd(text.slice(at.index + 2))];
}

/** `جمال بلة من تازة`: where a writer of two names or more reports from. */
const FROM_PLACE = /^(\p{L}{2,} \p{L}{2,}(?: \p{L}{2,})?)\s+من\s+\p{L}{3,}(?: \p{L}{3,})?$/u;

/** A pen or a person drawn before a name. */
const PICTOGRAM = /\p{Extended_Pictographic}\ufe0f?/gu;

/** The day of the week that ran into a name; `جمعة` and `خميس` are names, too. */
const WEEKDAY =
  /\s+(?:السبت|الأحد|ال[إا]ثنين|الثلاثاء|ال[أا]ربعاء|(?<=\S+\s\S+\s)(?:الجمعة|الخميس))\s*[,،]?\s*$/u;

/** `ريم الهاشمي ووكالات`: a writer who took some of it from agencies. */
const AND_AGENCIES = /(?<=\S\s\S+)\s+و(?:ال)?وكالات(?:\s+(?:ال)?[أا]نباء)?$/u;

/** A name without the marks and spaces around it. */
export function trimName(text: string): string {
  return text
    .replace(PICTOGRAM, ' ')
    .replace(WEEKDAY, '')
    .replace(FROM_PLACE, '$1')
    .replace(AND_AGENCIES, '')
    .replace(/^[\u064b-\u0652]+/, '')
    .replace(/^[\s:.*"“”«»\-–—]+|[\s:*"“”«»\-–—،,|·]+$/g, '')
    .replace(/\s+/g, ' ');
}
