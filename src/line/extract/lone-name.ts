import { matchKey } from '../../arabic/key.ts';
import { isWeekday } from '../../arabic/weekdays.ts';
import { type Candidate, fromNames } from './author-candidate.ts';
import type { BylineView } from './author-places.ts';
import { isBareDate } from './bare-date.ts';
import { INITIALS } from './byline.ts';
import type { BylineSpan } from './byline-span.ts';
import { withoutBehalf } from './byline-when.ts';
import { HELPER_FIRST } from './byline-words.ts';
import { isCity } from './city.ts';
import { parseCredit } from './credit-line.ts';
import { isDateLine } from './date-line.ts';
import { opensWithGivenName } from './given-names.ts';
import { nameForm } from './name-form.ts';
import type { PageFacts } from './page-facts.ts';
import { isAuthorName, isDesk, isLoneName, isPersonName, isSignature } from './person.ts';
import { isPlaceLike } from './place.ts';
import type { Block } from './region.ts';
import { splitNames, trimName } from './split-names.ts';

/** What stands beside a name in one line: a date, a place, the site. */
const BESIDE =
  /\s*[|•·]\s*|\s+(?=(?:نشرت?|تم النشر|published|publié)\s(?:في|بتاريخ|يوم|on|le)\s)|\s+[ـ_]+\s+|\s*،\s+|\s+(?=[\d٠-٩]{1,2}\s\p{L}+(?:\s\/\s\p{L}+)?,?\s[\d٠-٩]{4})|(?<!\d)\s*\/\s*(?!\d)|\s+[-–—]\s+|\s+(?=\d{1,2}\/\d{1,2}\/\d{4})|(?<=[./-]\s?(?:19|20)\d\d(?:\s?م)?)\s+(?=\p{L}{2})|\s+(?=(?:ال)?(?:سبت|أحد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة)[\s،,]+[\d٠-٩])/u;

/** How far above the headline a line of name and day stands, in blocks. */
const RIGHT_ABOVE = 2;

/** A name in a line of its own between headline and text, or below it; a date may stand beside. */
export function fromLoneNames(
  facts: PageFacts,
  { view, span }: { view: BylineView; span: BylineSpan },
): readonly Candidate[] {
  const { headline = Number.POSITIVE_INFINITY } = view;
  const near = [...view.lines, ...linkedNames(facts, view)].filter(
    (block) =>
      block.index >= headline - RIGHT_ABOVE &&
      block.index !== headline &&
      span.holds(block.index) &&
      (!block.isAfterImage || isOpinion(facts) || isPictured(facts, block)) &&
      (block.tag !== 'li' || isDateLine(block.text) || isBesideDay(facts, block.index)) &&
      !NOTE.test(block.tag),
  );
  const names = near.flatMap((block) => nameIn(block, { facts, view }) ?? []);
  return names.slice(0, 1).flatMap(({ names: own, text }) => {
    const place = { from: 'name alone', text, confidence: 0.82, isSeen: true };
    const [first = ''] = own;
    return INITIALS.test(first) ? [{ ...place, names: own }] : fromNames(own.map(trimName), place);
  });
}

interface Where {
  readonly facts: PageFacts;
  readonly view: BylineView;
}

/** The name in a line that holds it and at most a day, a place, a section or the time that it takes. */
function nameIn(block: Block, { facts, view }: Where) {
  const { text, index } = block;
  const { headline = 0, from } = view;
  const { siteNames } = facts;
  const line = withoutBehalf(withoutScene(text, { facts, view }));
  const parts = line.replace(POST_BEHIND, '').split(BESIDE);
  const isDated = parts.some((part) => isDateLine(part) || isBareDate(part));
  // Above a headline stand menus, sections and the names of columns.
  if (index < headline && !isDated) return undefined;
  // Initials below the text are the desk's, above it the writer's.
  const isName = index < from ? isNamed : isLoneName;
  const isAtHead = index < from + LEAD_BLOCKS && isBesideDay(facts, index);
  const isFormed = (part: string): boolean =>
    (isDated || isSignature(block, siteNames) || (isAtHead && OF_FAMILY.test(part))) &&
    isFormedName(part, siteNames);
  const name = parts.find((part) => isName(part, siteNames)) ?? parts.find(isFormed);
  if (parts.length > 1 && parts.every((part) => isLoneName(part, siteNames)))
    return { names: parts, text };
  const others = parts.filter((part) => part !== name);
  // `بيئة | فلان | الخميس 21 تشرين`: the section may stand first.
  const isSection = (part: string): boolean =>
    isDated && part === parts[0] && !/\s\S+\s/.test(part);
  // `فلان، المرسى`: a place that no list knows.
  const isPlace = (part: string): boolean =>
    parts.length === 2 && part === parts[1] && PLACE_MARK.test(text) && !part.includes(' ');
  const isRest = (part: string): boolean => isBesideName(part) || isSection(part) || isPlace(part);
  return name && others.every(isRest) ? { names: splitNames(name), text } : undefined;
}

/** A place that no list knows, before the writer's name: `وادي الدوم: فلانة`. */
const SCENE = /^(?:مكتب )?(\p{L}[\p{L} ]{2,24}?)\s*(?::|\s[-–—_]|[/،])\s*(?=\p{L})/u;

/** The line without the place before the name, where headline or first paragraph speak of it. */
function withoutScene(text: string, { facts: { document }, view }: Where): string {
  const [opening = '', place = ''] = SCENE.exec(text) ?? [];
  // An agency signs the same way, and names its desk: `وام/فلان/فلانة`.
  const isOther = opensWithGivenName(place) || parseCredit(place) !== undefined;
  if (place === '' || !isPlaceLike(place) || isOther) return text;
  const told = [view.headline ?? view.from, view.from].map((at) => document.blocks[at]?.text ?? '');
  return told.some((line) => line.includes(place)) ? text.slice(opening.length) : text;
}

/** What stands between a name and the place that it reports from. */
const PLACE_MARK = /،\s|\s?\/\s/u;

/** A lead may stand between headline and byline, and be the first of the text. */
const LEAD_BLOCKS = 3;

/** What a writer is, right behind the name and in the same line: `فلان كاتب وباحث في شؤون المدن`. */
const POST_BEHIND =
  /(?<=^\S+(?:\s\S+){1,3})\s(?:كاتبة?|باحثة?|صحا?في(?:ة)?|إعلامية?|أكاديمية?|أستاذة?|محللة?|خبيرة?|روائية?|شاعرة?|مدونة?|ناقدة?)(?:\s.{0,60})?$/u;

/** True behind a picture of that name: the writer's. */
function isPictured({ document }: PageFacts, { index, text }: Block): boolean {
  const key = matchKey(text);
  return document.images.some(
    ({ block, element }) => block === index && matchKey(element.attribs.alt ?? '') === key,
  );
}

/** Elements of a page's own make, amid a sentence: `<side-note>`. */
const NOTE = /-/;

const isBesideName = (part: string): boolean =>
  isDateLine(part) ||
  isBareDate(part) ||
  isCity(part) ||
  isWeekday(part) ||
  COUNTED.test(part.trim()) ||
  HELPER_FIRST.test(part) ||
  POSTED.test(part);

/** What leads to the day behind a name: `فلان نشر في الجمعة, 03 أفريل 2026`. */
const POSTED = /^(?:نشرت?|تم النشر|published|publié)\s(?:في|بتاريخ|يوم|on|le)$/iu;

/** The time that a text takes, and how often it was read: `3 دقائق قراءة`, `512 مشاهدة`. */
const COUNTED =
  /^(?:(?:وقت|مدة|زمن) القراءة\s*[:：]?\s*)?[\d٠-٩]+\s*(?:دقيقة|دقائق|دقيقتان|د|mins?|minutes?|مشاهدة|قراءة|زيارة|تعليق|تعليقات)(?:\s(?:قراءة|للقراءة|read|de lecture))?$/iu;

/** A name by its form that no given name opens: beside a date, where sections have none of it. */
const isFormedName = (part: string, siteNames: readonly string[]): boolean =>
  nameForm(part) === 'formed' && isPersonName(part, siteNames);

/**
 * A family's name of a place or a tribe at its end, or whose son it is: in a line above the day places
 * stand too (`قصر هلال`), and of ten such lines in Latin letters seven were labels.
 */
const OF_FAMILY = /\sال\S{2,}[يى]$|\s(?:بن|ابن|بنت|ولد|منت|آل)\s/u;

/** True right before or behind a line that is a day: a list of subjects has none, nor has a section. */
function isBesideDay({ document }: PageFacts, index: number): boolean {
  const beside = [document.blocks[index - 1], document.blocks[index + 1]];
  return beside.some((block) => block !== undefined && isDateLine(block.text));
}

/** Sections of columns, in titles and addresses: there a name below a picture is the writer's. */
const OPINION =
  /(?:^|[\s|/»–-])(?:الرأي|رأي|آراء|مقالات|أعمدة|كت[اّ]+ب|كتابات|أقلام|opinions?|columns?|writers?)(?:$|[\s|/»–-])/i;

function isOpinion({ metadata, document }: PageFacts): boolean {
  const sections = metadata.meta.get('article:section') ?? [];
  return [metadata.title ?? '', document.url, ...sections].some((text) => OPINION.test(text));
}

function isNamed(text: string, siteNames: readonly string[]): boolean {
  if (isLoneName(text, siteNames)) return true;
  return (INITIALS.test(text) || isDesk(text)) && isAuthorName(text, siteNames);
}

/** Names that are links, between headline and text, where no list of subjects stands. */
function linkedNames({ document, siteNames }: PageFacts, view: BylineView): readonly Block[] {
  const from = view.headline ?? view.from;
  return document.blocks
    .slice(from + 1, view.from)
    .filter(
      ({ linkShare, text, tag }) => linkShare >= 0.9 && tag !== 'li' && isNamed(text, siteNames),
    );
}
