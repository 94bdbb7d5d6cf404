import type { Element } from 'domhandler';
import { type Found, found } from '../../record/evidence.ts';
import { type Enclosure, MOST_ENCLOSURES, mediaTypeOf } from '../../record/media.ts';
import { absoluteUrl } from './absolute-url.ts';
import { isNode, textIn } from './json-ld.ts';
import type { PageFacts } from './page-facts.ts';
import { isPrivateAddress } from './private-address.ts';

/** A sound or film as it was met, its address not judged yet. */
interface Stated {
  readonly url: string | undefined;
  readonly type?: string | undefined;
  readonly length?: number | undefined;
  readonly title?: string | undefined;
}

/** How far above and below the text its player stands, in blocks. */
const REACH = 6;

/** The sounds and films of the article: those of its feed, its data and the players in its text. */
export function readEnclosures(
  facts: PageFacts,
  span: { from: number; to: number },
): Found<readonly Enclosure[]> | undefined {
  const places: [string, readonly Stated[], number][] = [
    ['feed', facts.context.link?.enclosures ?? [], 0.95],
    ['jsonld', fromJsonLd(facts), 0.9],
    ['audio, video', fromPlayers(facts, span), 0.85],
  ];
  const known = new Map<string, Enclosure>();
  for (const stated of places.flatMap(([, list]) => list)) {
    const enclosure = enclosureOf(stated, facts.document.url);
    if (enclosure && !known.has(enclosure.url)) known.set(enclosure.url, enclosure);
  }
  const all = [...known.values()].slice(0, MOST_ENCLOSURES);
  const place = places.find(([, list]) => list.length > 0);
  return place && all.length > 0
    ? found(all, { from: place[0], text: all[0]?.url ?? '', confidence: place[2] })
    : undefined;
}

function enclosureOf({ url, type, length, title }: Stated, base: string): Enclosure | undefined {
  const address = absoluteUrl(url, base);
  const media = address && mediaTypeOf(address, type);
  if (!address || !media || isPrivateAddress(address)) return undefined;
  return {
    url: address,
    type: media,
    ...(length ? { length } : {}),
    ...(title ? { title } : {}),
  };
}

/** AudioObject and VideoObject of the article's node (schema.org). */
function fromJsonLd({ article }: PageFacts): Stated[] {
  const nodes = [article?.video, article?.audio, article?.associatedMedia].flat().filter(isNode);
  return nodes.map((node) => ({
    url: textIn(node.contentUrl),
    type: textIn(node.encodingFormat),
    title: textIn(node.name),
  }));
}

function fromPlayers({ document }: PageFacts, { from, to }: { from: number; to: number }) {
  const near = document.media.filter(({ block }) => block >= from - REACH && block <= to + REACH);
  return near.flatMap(({ element }): Stated[] => sourceOf(element));
}

/** A player's own address, or the first of its sources: the others are the same in other formats. */
function sourceOf(element: Element): Stated[] {
  const own = element.attribs.src ?? element.attribs['data-src'];
  const sources = element.children.filter(
    (child): child is Element => 'name' in child && child.name === 'source',
  );
  const first = sources.find(({ attribs }) => attribs.src);
  if (own) return [{ url: own, type: element.attribs.type ?? element.name }];
  return first ? [{ url: first.attribs.src, type: first.attribs.type }] : [];
}
