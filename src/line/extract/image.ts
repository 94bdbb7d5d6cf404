import type { Element } from 'domhandler';
import type { Image } from '../../record/article.ts';
import { type Found, found } from '../../record/evidence.ts';
import { absoluteUrl } from './absolute-url.ts';
import type { Document } from './document.ts';
import type { PlacedImage } from './gathered.ts';
import { findGiven } from './given.ts';
import { isNode, textIn } from './json-ld.ts';
import { findMeta } from './metadata.ts';
import type { PageFacts } from './page-facts.ts';
import { isPrivateAddress } from './private-address.ts';
import type { Block } from './region.ts';
import { BIT } from './signal.ts';

/** File names of pictures that stand for the site, not the article. */
const SITE_PICTURE =
  /logo|placeholder|default[-_.]|no-?image|blank\.|spacer|sprite|avatar|favicon/i;

/** A picture and where it stands. */
export interface PlacedPicture {
  readonly placed: PlacedImage;
  readonly image: Image;
}

/** A width and height as image services write them into names: `-780x470.jpg`. */
const SIZE_IN_NAME = /[-_/](\d{2,4})x(\d{2,4})(?=\.[a-z]{3,4}(?:$|\?))/i;

/** The picture that stands for the article, with its size and the caption on the page. */
export function readImage(
  facts: PageFacts,
  span: { from: number; to: number },
): Found<Image> | undefined {
  const given = findGiven<Image>(facts, 'image');
  if (given?.value) return found(given.value, { from: given.from, confidence: 0.95 });
  const element = given?.elements[0];
  const own = absoluteUrl(element?.attribs.src ?? element?.attribs.content, facts.document.url);
  const places: [string, Image | undefined, number][] = [
    [given?.from ?? '', own ? { url: own } : undefined, 0.95],
    ['og:image', fromOpenGraph(facts), 0.95],
    ['jsonld image', fromJsonLd(facts), 0.93],
    ['twitter:image', fromMeta(facts, ['twitter:image', 'twitter:image:src']), 0.9],
    ['image_src', imageSource(facts), 0.88],
    ['img', fromPage(facts, span), 0.75],
  ];
  for (const [from, image, confidence] of places)
    if (image && !SITE_PICTURE.test(image.url) && !isPrivateAddress(image.url))
      return found(
        { ...sizeInName(image.url), ...image, ...captionOf(facts, image.url) },
        { from, text: image.url, confidence },
      );
  return undefined;
}

function fromOpenGraph(facts: PageFacts): Image | undefined {
  const image = fromMeta(facts, ['og:image', 'og:image:secure_url', 'og:image:url']);
  return image && { ...image, ...sizeOf(facts, 'og:image:width', 'og:image:height') };
}

function fromMeta(facts: PageFacts, names: readonly string[]): Image | undefined {
  const url = absoluteUrl(findMeta(facts.metadata, names)?.content, facts.document.url);
  return url ? { url } : undefined;
}

function sizeOf(facts: PageFacts, width: string, height: string): Partial<Image> {
  return sizeFrom(
    findMeta(facts.metadata, [width])?.content,
    findMeta(facts.metadata, [height])?.content,
  );
}

function sizeFrom(width: unknown, height: unknown): Partial<Image> {
  const [w, h] = [Number.parseInt(String(width), 10), Number.parseInt(String(height), 10)];
  return w > 0 && h > 0 ? { width: w, height: h } : {};
}

function sizeInName(url: string): Partial<Image> {
  const match = SIZE_IN_NAME.exec(url);
  return match ? sizeFrom(match[1], match[2]) : {};
}

function fromJsonLd({ article, document }: PageFacts): Image | undefined {
  const value = [article?.image ?? article?.thumbnailUrl].flat()[0];
  const address = isNode(value)
    ? textIn(value.url ?? value.contentUrl ?? value['@id'])
    : textIn(value);
  const url = absoluteUrl(address, document.url);
  if (!url) return undefined;
  return isNode(value) ? { url, ...sizeFrom(textIn(value.width), textIn(value.height)) } : { url };
}

function imageSource({ metadata, document }: PageFacts): Image | undefined {
  const url = absoluteUrl(metadata.links.get('image_src')?.[0]?.attribs.href, document.url);
  return url ? { url } : undefined;
}

function fromPage(facts: PageFacts, span: { from: number; to: number }): Image | undefined {
  return picturesOf(facts, span)[0]?.image;
}

/** The pictures in and right above the text that are none of the site, its authors or other pages. */
export function picturesOf(
  { document }: PageFacts,
  { from, to }: { from: number; to: number },
): readonly PlacedPicture[] {
  const near = document.images.filter(
    ({ block, region }) => block >= from - 4 && block <= to && !isPortrait(document, region),
  );
  return near.flatMap((placed) => {
    const { src, width, height } = placed.element.attribs;
    const url = absoluteUrl(
      placed.element.attribs['data-src'] ?? placed.element.attribs['data-lazy-src'] ?? src,
      document.url,
    );
    const size = sizeFrom(width, height);
    const isOfArticle = url && !SITE_PICTURE.test(url) && (size.width ?? 200) >= 150;
    return isOfArticle ? [{ placed, image: { url, ...size } }] : [];
  });
}

/** True for a picture of the author, or of another article. */
function isPortrait({ regions }: Document, index: number): boolean {
  let region = regions[index];
  for (let level = 0; region && level < 3; level += 1) {
    if (region.signals & (BIT.byline | BIT.authorBox | BIT.related | BIT.sidebar)) return true;
    region = regions[region.parent];
  }
  return false;
}

/** Furthest that a caption stands behind its picture, in blocks. */
const CAPTION_REACH = 2;

/** Size and caption that the page itself gives the picture. */
function captionOf({ document }: PageFacts, url: string): Partial<Image> {
  const name = fileName(url);
  const placed = document.images.find(
    ({ element }) => name !== '' && namesOf(element).includes(name),
  );
  if (!placed) return {};
  const { width, height } = placed.element.attribs;
  const caption = captionBehind(document, placed);
  return { ...sizeFrom(width, height), ...(caption ? { caption } : {}) };
}

/** The caption that stands behind a picture. */
export function captionBehind(document: Document, { block, region }: PlacedImage) {
  const near = document.blocks.slice(block, block + CAPTION_REACH);
  return near.find((text) => isCaption(document, text, region))?.text;
}

/** True for a block that a class or a figure around it and the picture calls a caption. */
function isCaption({ regions }: Document, block: Block, imageRegion: number): boolean {
  if (!block.isAfterImage || block.linkShare > 0.8) return false;
  for (let region = regions[block.region]; region; region = regions[region.parent]) {
    if (region.signals & BIT.caption) return true;
    if (region.index === imageRegion) return false;
  }
  return false;
}

function namesOf({ attribs }: Element): readonly string[] {
  return [attribs.src, attribs['data-src'], attribs['data-lazy-src']].map((address) =>
    fileName(address ?? ''),
  );
}

/** The last part of an address's path: sizes of one picture stand in folders and queries. */
export function fileName(address: string): string {
  return /[^/?#]*(?=[?#]|$)/.exec(address.slice(address.lastIndexOf('/') + 1))?.[0] ?? '';
}
