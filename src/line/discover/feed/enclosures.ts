import { type Enclosure, MOST_ENCLOSURES, mediaTypeOf } from '../../../record/media.ts';
import { LONGEST_URL, resolveUrl } from '../resolve-url.ts';
import { childrenNamed, textOf, type XmlElement } from '../xml/element.ts';

/** A sound or film as a feed states it. */
interface Stated {
  readonly url: string | undefined;
  readonly type: string | undefined;
  readonly length: string | undefined;
  readonly title?: string | undefined;
}

/** Longest title that is kept, in UTF-16 units. */
const TITLE_LENGTH = 300;

/** The sounds and films of an entry: `enclosure`, Atom's link of that kind, `media:content`. */
export function readEnclosures(item: XmlElement): readonly Enclosure[] {
  const groups = [item, ...childrenNamed(item, 'media:group')];
  const links = childrenNamed(item, 'link').filter(({ attributes }) => {
    return attributes.rel?.toLowerCase() === 'enclosure';
  });
  const contents = groups.flatMap((group) => childrenNamed(group, 'media:content'));
  return enclosuresOf([...childrenNamed(item, 'enclosure'), ...links, ...contents].map(statedBy));
}

function statedBy(element: XmlElement): Stated {
  const { url, href, type, medium, length, filesize } = element.attributes;
  const address = url ?? href;
  const title = childrenNamed(element, 'media:title')[0];
  return {
    url: address === undefined ? undefined : resolveUrl(address, element.base),
    type: type ?? medium,
    length: length ?? filesize,
    title: title && textOf(title).trim(),
  };
}

/** Those that are sounds or films of the web, each once, within the bound. */
export function enclosuresOf(stated: readonly Stated[]): readonly Enclosure[] {
  const known = new Map<string, Enclosure>();
  for (const { url, type, length, title } of stated) {
    const media = isWeb(url) ? mediaTypeOf(url, type) : undefined;
    if (!isWeb(url) || !media || known.has(url) || known.size >= MOST_ENCLOSURES) continue;
    known.set(url, { url, type: media, ...lengthOf(length), ...titleOf(title) });
  }
  return [...known.values()];
}

const isWeb = (url: string | undefined): url is string =>
  url !== undefined && url.length <= LONGEST_URL && /^https?:\/\//iu.test(url);

const titleOf = (title: string | undefined) =>
  title ? { title: title.slice(0, TITLE_LENGTH) } : {};

/** Bytes; feeds that do not know them write 0 or 1. */
function lengthOf(length: string | undefined): { length?: number } {
  const bytes = /^\d{1,15}$/u.test(length ?? '') ? Number(length) : 0;
  return bytes > 1 ? { length: bytes } : {};
}
