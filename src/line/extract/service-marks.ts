import { matchKey } from '../../arabic/key.ts';
import { hasType } from './json-ld.ts';
import { findMeta } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import type { Block } from './region.ts';

/** Types of schema.org whose page is no article. */
const OTHER =
  /^(?:ProfilePage|CollectionPage|SearchResultsPage|ItemList|ContactPage|AboutPage|FAQPage|CheckoutPage|MediaGallery|ImageGallery|VideoGallery|\w*Event|EventSeries|JobPosting|BroadcastService|TelevisionChannel|PodcastSeries|RadioSeries|TVSeries|ExchangeRateSpecification|Comment|SportsOrganization|SportsTeam|Corporation|Product|OfferCatalog|DataFeed|Dataset)$/;

/** True where structured data tell of what no article is, and of no article. */
export function saysOther({ nodes, article, metadata }: PageFacts): boolean {
  if (article !== undefined) return false;
  const type = findMeta(metadata, ['og:type'])?.content ?? '';
  return type === 'profile' || nodes.some((node) => hasType(node, OTHER));
}

/** True where structured data call the page an article, with its day. */
export const isDatedArticle = ({ article }: PageFacts): boolean =>
  article?.datePublished !== undefined;

/** The signs of the zodiac, by key. */
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

/** Signs of the zodiac from which a page is one of the stars. */
const LEAST_SIGNS = 5;

/** True where lines of a page are signs of the zodiac. */
export const tellsStars = (blocks: readonly Block[]): boolean =>
  blocks.filter(({ words, text }) => words <= 2 && SIGNS.has(matchKey(text))).length >= LEAST_SIGNS;

/** Last words of the addresses of such pages; behind them numbers, a day or one name may stand. */
const ADDRESS =
  /\/(?:tenders?|auctions|monaqasat|munaqasat|currency|currencies|rates?|exchange-rates?|(?:gold-|fuel-)?prices?|gold-price-today|stocks|markets-data|tv-guide|tv|guide|schedule|programmes?|programs?|shows?|episodes|podcasts?|timetable|calendar|agenda|events?|whats-on|obituaries|deaths|wafayat|prayer-times|prayers|weather|forecast|standings|tables?|fixtures|results|scores|matches|live-?scores?|jobs|vacancies|careers|classifieds|ads|polls?|votes?|surveys?|horoscopes?|abraj|galler(?:y|ies)|albums|photos|videos|cartoons?|caricatures?|channels?|playlists?|comments|talk|newsletters?|subscribe|subscriptions?|plans|support-us|donate|contact|advertise(?:\/\w+)?|send-news|submit|services?|numbers|directory|pharmac(?:y|ies)|flights|most-read\S*|trending|authors?|writers?|people|profiles?|columnists?|contributors?)(?:\/(?:[\d/-]+|[^/\d-]+|today|live|latest))?(?:\.(?:php|html?|aspx?))?\/?$/i;

/** True for the address of such a page. */
export function isAtServiceAddress(url: string): boolean {
  return URL.canParse(url) && ADDRESS.test(new URL(url).pathname);
}
