import { resolveUrl } from '../resolve-url.ts';
import { childrenNamed, textOf, type XmlElement } from '../xml/element.ts';

/** The picture of an entry: media:content, enclosure, media:thumbnail, in that order of size. */
export function findImage(item: XmlElement): string | undefined {
  const groups = [item, ...childrenNamed(item, 'media:group')];
  const contents = groups.flatMap((group) => childrenNamed(group, 'media:content'));
  const enclosures = childrenNamed(item, 'enclosure');
  const thumbnails = [...groups, ...contents].flatMap((group) =>
    childrenNamed(group, 'media:thumbnail'),
  );
  const pictures = [...contents, ...enclosures].filter(isPicture);
  const found = [...pictures, ...thumbnails].map(urlOf).find((url) => url !== undefined);
  return found ?? imageElement(item);
}

function isPicture({ attributes }: XmlElement): boolean {
  const kind = attributes.medium ?? attributes.type ?? '';
  if (kind !== '') return kind.startsWith('image');
  return /\.(jpe?g|png|gif|webp|avif)(\?|$)/iu.test(attributes.url ?? '');
}

function urlOf({ attributes, base }: XmlElement): string | undefined {
  const url = attributes.url ?? attributes.href;
  return url === undefined || url.trim() === '' ? undefined : resolveUrl(url, base);
}

/** `<image>` as some sites of the region write it: with a text, or with a `url` inside. */
function imageElement(item: XmlElement): string | undefined {
  const image = childrenNamed(item, 'image', 'itunes:image')[0];
  if (!image) return undefined;
  const inner = childrenNamed(image, 'url')[0] ?? image;
  const text = textOf(inner).trim();
  return urlOf(image) ?? (/^\S{5,2048}$/u.test(text) ? resolveUrl(text, image.base) : undefined);
}
