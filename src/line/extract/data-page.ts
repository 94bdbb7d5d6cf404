import { isUpdateLabel } from '../../arabic/date-role.ts';
import { matchKey } from '../../arabic/key.ts';
import { isBareDate } from './bare-date.ts';
import { parseByline } from './byline.ts';
import { hasType } from './json-ld.ts';
import { findMeta } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import type { Block } from './region.ts';
import { findRepeatedUnits, type RepeatedUnits } from './repeated-units.ts';

/** What speaks for a page of data, and what for an article with some: summed, the threshold below. */
const WEIGHT = {
  /** Units hold three of five words of the text, or three of four. */
  most: 1,
  nearlyAll: 2,
  /** Each has a day, a price, a count. */
  data: 1,
  /** Each has a linked title. */
  linked: 1,
  /** Nobody signed the page, and no day stands on it. */
  unsigned: 1,
  /** Its structured data say that it is a list, a profile, a calendar. */
  type: 2,
  /** It lives where such pages do. */
  address: 1,
  /** Its units are the signs of the zodiac. */
  signs: 1,
  /** Structured data or metadata call it an article of some day. */
  article: -2,
  /** Text of several paragraphs stands beside the units. */
  prose: -1,
  /** The units are paragraphs with a heading each. */
  paragraphs: -2,
} as const;

/** Evidence from which a page is one of data. */
const ENOUGH = 4;

const MOST = 0.6;
const NEARLY_ALL = 0.75;

/** Shortest paragraph that goes on, in words, and how many of them are a text. */
const PROSE_WORDS = 15;
const PROSE_PARAGRAPHS = 2;

/** The sentence of a unit from which it is a paragraph, in words: a teaser or a remark is shorter. */
const PARAGRAPH_WORDS = 18;

/** Words beside the units from which a page is looked at as a text, whatever else it holds. */
const TEXT_WORDS = 200;

/** Where text and headline of a page stand. */
interface Placed {
  readonly kept: readonly Block[];
  readonly headline: number | undefined;
}

/**
 * Why a page is one of services or data (rates, a schedule, a calendar, a board, an index), and no
 * article with some; undefined where it is none. Told by units of one make that hold most of the
 * text, and by what the page says of itself.
 */
export function findDataPage(facts: PageFacts, { kept, headline }: Placed): string | undefined {
  const first = kept[0]?.index;
  const last = kept.at(-1)?.index;
  if (first === undefined || last === undefined || isText(kept)) return undefined;
  const near = findRepeatedUnits(facts.document).filter(
    (one) => one.to > first && one.from <= last + 1 && (one.isLinked || isKept(one, kept)),
  );
  if (near.length === 0) return undefined;
  const view = { facts, kept, headline, units: near };
  return sumOf(view) >= ENOUGH
    ? `${countOf(near)} units of one make and no longer text`
    : undefined;
}

/** Words of paragraphs from which nothing else is looked at. */
const LONG_TEXT = 300;

const isText = (kept: readonly Block[]): boolean =>
  LONG_TEXT <=
  kept.reduce(
    (sum, { words, endsSentence }) => sum + (endsSentence && words >= PARAGRAPH_WORDS ? words : 0),
    0,
  );

/** Share of a list's blocks that are kept as text, or it is a list beside it: captions, sizes. */
const KEPT_SHARE = 1 / 3;

function isKept({ from, to }: RepeatedUnits, kept: readonly Block[]): boolean {
  const inside = kept.filter(({ index }) => index >= from && index < to);
  return inside.length >= KEPT_SHARE * (to - from);
}

interface View extends Placed {
  readonly facts: PageFacts;
  readonly units: readonly RepeatedUnits[];
}

const countOf = (units: readonly RepeatedUnits[]): number =>
  units.reduce((sum, { count }) => sum + count, 0);

function sumOf(view: View): number {
  const { facts, kept, units } = view;
  const beside = kept.filter(
    ({ index, kind }) =>
      kind !== 'cell' && !units.some(({ from, to }) => index >= from && index < to),
  );
  const words = beside.reduce((sum, block) => sum + block.words, 0);
  if (words >= TEXT_WORDS) return 0;
  const weight = units.reduce((sum, one) => sum + one.weight, 0);
  const share = weight / (weight + words);
  if (share < MOST) return 0;
  const long = beside.filter((one) => one.words >= PROSE_WORDS && one.endsSentence);
  const of = (name: keyof typeof WEIGHT, holds: boolean): number => (holds ? WEIGHT[name] : 0);
  return (
    of('most', share < NEARLY_ALL) +
    of('nearlyAll', share >= NEARLY_ALL) +
    of(
      'data',
      units.some(({ hasData }) => hasData),
    ) +
    of(
      'linked',
      units.some(({ isLinked }) => isLinked),
    ) +
    of('type', saysOther(facts)) +
    of('signs', kept.filter(({ text }) => SIGNS.has(matchKey(text))).length >= LEAST_SIGNS) +
    of('address', isAtDataAddress(facts.document.url)) +
    of('prose', long.length >= PROSE_PARAGRAPHS) +
    of(
      'paragraphs',
      units.every(({ sentence }) => sentence >= PARAGRAPH_WORDS),
    ) +
    signature(view)
  );
}

function signature(view: View): number {
  if (isDatedArticle(view.facts)) return WEIGHT.article;
  return isSigned(view) ? 0 : WEIGHT.unsigned;
}

/** Types of schema.org whose page is no article. */
const OTHER =
  /^(?:ProfilePage|CollectionPage|SearchResultsPage|ItemList|ContactPage|AboutPage|FAQPage|CheckoutPage|MediaGallery|ImageGallery|VideoGallery|\w*Event|EventSeries|JobPosting|BroadcastService|TelevisionChannel|ExchangeRateSpecification|Comment)$/;

/** True where structured data tell of what no article is, and of no article. */
function saysOther({ nodes, article, metadata }: PageFacts): boolean {
  if (article !== undefined) return false;
  const type = findMeta(metadata, ['og:type'])?.content ?? '';
  return type === 'profile' || nodes.some((node) => hasType(node, OTHER));
}

/** True where structured data or metadata call the page an article, with its day. */
const isDatedArticle = ({ article, metadata }: PageFacts): boolean =>
  article?.datePublished !== undefined || metadata.meta.has('article:published_time');

/** How many blocks above the headline may hold section, name and day. */
const ABOVE = 3;

/** True where a day or a byline stands between headline and units; that of an update tells nothing. */
function isSigned({ facts: { document, siteNames }, headline, units, kept }: View): boolean {
  const from = Math.max(0, (headline ?? kept[0]?.index ?? 0) - ABOVE);
  const to = Math.min(...units.map((one) => one.from));
  return document.blocks.slice(from, to).some(({ index, text, words }) => {
    if (index === headline || words > 20) return false;
    if (isUpdateLabel(matchKey(text).split(' ')[1] ?? '') || isUpdateLabel(matchKey(text)))
      return false;
    return isBareDate(text) || parseByline(text, siteNames) !== undefined;
  });
}

/** The signs of the zodiac, by key, and how many of them make a page of the stars. */
const SIGNS: ReadonlySet<string> = new Set(
  [
    ...'الحمل الثور الجوزاء السرطان الأسد العذراء الميزان العقرب القوس الجدي الدلو الحوت'.split(
      ' ',
    ),
    ...'aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn aquarius pisces'.split(
      ' ',
    ),
    ...'bélier taureau gémeaux lion vierge balance scorpion sagittaire capricorne verseau poissons'.split(
      ' ',
    ),
  ].flatMap((sign) => [matchKey(sign), matchKey(`برج ${sign}`)]),
);
const LEAST_SIGNS = 5;

/** Last words of the addresses of such pages; behind them numbers, a day or one name may stand. */
const ADDRESS =
  /\/(?:tenders?|auctions|monaqasat|munaqasat|currency|currencies|rates?|exchange-rates?|(?:gold-|fuel-)?prices?|stocks|markets-data|tv-guide|tv|guide|schedule|programmes?|programs?|timetable|calendar|agenda|events?|whats-on|obituaries|deaths|wafayat|prayer-times|prayers|weather|forecast|standings|tables?|fixtures|results|scores|jobs|vacancies|careers|classifieds|ads|polls?|votes?|surveys?|horoscopes?|abraj|galler(?:y|ies)|albums|photos|videos|channels?|playlists?|comments|talk|newsletters?|subscribe|contact|advertise|authors?|writers?|people|profiles?|columnists?|contributors?)(?:\/(?:[\d/-]+|[^/\d-]+|today|live|latest))?\/?$/i;

function isAtDataAddress(url: string): boolean {
  return URL.canParse(url) && ADDRESS.test(new URL(url).pathname);
}
