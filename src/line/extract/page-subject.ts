import { matchKey } from '../../arabic/key.ts';
import { hasType, type JsonNode, textIn } from './json-ld.ts';
import { findMeta } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';

/** Types of schema.org for what is sold, let, taught, held, staffed or asked; a story has its own beside. */
const SUBJECT =
  /^(?:Product\w*|IndividualProduct|Vehicle|Car|Motorcycle|\w*Offer|Service|FinancialProduct|Course|CourseInstance|EducationalOccupationalProgram|\w*Event|JobPosting|RealEstateListing|Accommodation|Apartment|House|SingleFamilyResidence|Room|LocalBusiness|Store|Restaurant|Hotel|TouristAttraction|Book|Movie|TVSeries|TVEpisode|RadioEpisode|PodcastEpisode|Game|VideoGame|SoftwareApplication|MobileApplication|WebApplication|Question|Quiz|Dataset|Legislation|Person|SportsTeam)$/;

/**
 * What only data of such a thing have. A plug-in for stars calls any story a product or a book, with
 * the story's headline for a name and a rating, and knows none of these.
 */
const TRAITS: readonly string[] = [
  ...['offers', 'price', 'sku', 'gtin', 'gtin13', 'mpn', 'isbn'],
  ...['provider', 'hasCourseInstance', 'courseCode', 'educationalProgramMode'],
  ...['startDate', 'location', 'hiringOrganization', 'jobLocation', 'baseSalary'],
  ...['floorSize', 'numberOfRooms', 'mileageFromOdometer', 'address', 'telephone', 'openingHours'],
  ...['director', 'partOfSeries', 'operatingSystem', 'applicationCategory', 'distribution'],
  ...['answerCount', 'acceptedAnswer', 'suggestedAnswer', 'legislationIdentifier', 'jobTitle'],
];

/** Types of Open Graph for such a page. */
const OG =
  /^(?:(?:og:)?product(?:\.\w+)?|books?\.book|business\.business|restaurant\.\w+|video\.(?:movie|tv_show)|music\.\w+|game|course|event|hotel|place)$/;

/** Words from which a text is there to be read, whatever its data offer with it: a lesson, a catalogue essay. */
const LONG_TEXT = 250;

/**
 * What the page's own data call the thing that its headline names, where that is no article; undefined
 * where they call something an article, too: a review has its product beside it.
 */
export function findSubject(
  facts: PageFacts,
  { headline, words }: { readonly headline: string; readonly words: number },
): string | undefined {
  if (words >= LONG_TEXT || isStatedArticle(facts)) return undefined;
  const named = matchKey(headline);
  const node = facts.nodes.find((one) => isSubject(one, SUBJECT) && nameOf(one) === named);
  if (node && named !== '') return [node['@type']].flat().map(String).join(', ');
  const type = findMeta(facts.metadata, ['og:type'])?.content ?? '';
  return OG.test(type) ? type : undefined;
}

/** An article in JSON-LD; the opinion of a customer is none, and state has no types. */
const isStatedArticle = ({ article, nodes }: PageFacts): boolean =>
  article !== undefined && nodes.includes(article) && !hasType(article, /^Review$/);

const isSubject = (node: JsonNode, types: RegExp): boolean =>
  hasType(node, types) && TRAITS.some((name) => node[name] !== undefined);

const nameOf = (node: JsonNode): string => matchKey(textIn(node.name ?? node.title) ?? '');
