import { matchKey } from '../../../../arabic/key.ts';
import type { PageFacts } from '../../page-facts.ts';
import { isLoneName, isPersonName } from '../../person.ts';
import type { Block } from '../../region.ts';
import type { RemovalRule } from '../removal-rule.ts';

/** Who signs: the trades of those who write for papers. */
const TRADES = new Set(
  (
    'كاتب كاتبة باحث باحثة أستاذ أستاذة محلل محللة صحافي صحفي صحافية صحفية خبير خبيرة أكاديمي أكاديمية روائي روائية ' +
    'شاعر شاعرة ناشط ناشطة محام محامي محامية مستشار مستشارة دبلوماسي إعلامي إعلامية مراسل مراسلة مؤرخ مؤرخة ناقد ' +
    'ناقدة مفكر سفير رئيس مدير عضو وزير طبيب طبيبة مهندس مهندسة مدون مدونة مترجم مترجمة'
  )
    .split(' ')
    .map(matchKey),
);

/** Those of them that open no other line: `رئيس`, `وزير` need a star before them. */
const WRITERS = new Set(
  'كاتب كاتبة باحث باحثة أستاذ أستاذة محلل محللة صحافي صحفي صحافية صحفية أكاديمي أكاديمية روائي روائية مراسل مراسلة'
    .split(' ')
    .map(matchKey),
);

/** Such notes are among the last blocks. */
const TAIL = 3;

/** Longest note, in words. */
const MAX_WORDS = 16;

/** Longest note that nothing marks as one, in words. */
const PLAIN_WORDS = 9;

/** What a writer is, below the text: `* كاتب وباحث من تونس`; and the name above such a line. */
export const authorNoteReason: RemovalRule = ({ block, position, count, facts }) => {
  if (position < count - TAIL) return undefined;
  if (isNote(block)) return 'a note on the author';
  if (isLife(facts, block)) return 'a note on the author';
  const next = facts.document.blocks[block.index + 1];
  const signs = next !== undefined && (isNote(next) || isLife(facts, next)) && block.words <= 4;
  return signs && isPersonName(block.text, facts.siteNames)
    ? 'the author below the text'
    : undefined;
};

/** Longest life of a writer, in words. */
const LIFE_WORDS = 60;

/** A writer's life right behind the name: `كاتب وقاص. صدرت له …`. */
function isLife({ document, siteNames }: PageFacts, block: Block): boolean {
  const [first = ''] = matchKey(block.text).split(' ');
  if (!TRADES.has(first) || block.words > LIFE_WORDS) return false;
  const name = document.blocks[block.index - 1];
  return name !== undefined && name.words <= 4 && isLoneName(name.text, siteNames);
}

/** A name and behind a mark what the person is: `* سامر الحجلي: كاتب وصحافي من عدن.` */
const NAMED = /^[\s*•]*([\p{L} .]{5,30}?)\s*[:،,|/–-]\s*(\p{L}+)/u;

function isNote({ text, words, boldShare }: Block): boolean {
  if (words > MAX_WORDS || /[؟!:]$/.test(text)) return false;
  const [first = ''] = matchKey(text).split(' ');
  if (/^\s*[*•✍]/u.test(text) && TRADES.has(first)) return true;
  const [, name = '', trade = ''] = NAMED.exec(text) ?? [];
  if (WRITERS.has(matchKey(trade)) && isPersonName(name, [])) return true;
  if (/^(?:ال)?كاتبة?(?: المقال)? ?:|^كاتبة? المقال /u.test(text)) return true;
  const isPlain = !/[.،]/.test(text) && words <= PLAIN_WORDS;
  return WRITERS.has(first) && words > 1 && (isPlain || (boldShare > 0.8 && !/\.$/.test(text)));
}
