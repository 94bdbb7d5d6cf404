import { plainText } from '../html-text.ts';
import { childrenNamed, textOf, type XmlElement } from '../xml/element.ts';

/** More names or tags of one entry are spam. */
const MOST = 50;

/** An address by e-mail: RSS 2.0 wants one in `author`, with the name in brackets. */
const EMAIL = /[\w.+-]{1,80}@[\w-]{1,80}(?:\.[\w-]{1,60}){1,6}/gu;

/** A tag with its letters, or a reference: brackets alone stood around an e-mail address. */
const MARKUP = /<\/?[a-z][^<>]*>|&(?:#\d{1,7}|[a-z]{2,10});/iu;

/** Who an entry is by, in order: dc:creator before RSS's author; e-mail addresses left out. */
export function readAuthors(item: XmlElement): string[] {
  const creators = childrenNamed(item, 'dc:creator', 'dc:author');
  const authors = childrenNamed(item, 'author', 'itunes:author');
  const names = (creators.length > 0 ? creators : authors).map(nameOf);
  return distinct(names);
}

function nameOf(author: XmlElement): string {
  const name = childrenNamed(author, 'name')[0];
  const text = textOf(name ?? author).replace(EMAIL, ' ');
  return (MARKUP.test(text) ? plainText(text) : text)
    .replace(/mailto:|[()<>]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What an entry is filed under: category, dc:subject, media:keywords. */
export function readCategories(item: XmlElement): string[] {
  const categories = childrenNamed(item, 'category', 'dc:subject', 'media:category');
  const terms = categories.map(
    ({ attributes, ...rest }) =>
      attributes.label ?? attributes.term ?? textOf({ attributes, ...rest }),
  );
  const lists = childrenNamed(item, 'media:keywords', 'itunes:keywords', 'keywords');
  return distinct([...terms, ...lists.flatMap((list) => textOf(list).split(/[,،]/u))]);
}

function distinct(texts: readonly string[]): string[] {
  const trimmed = texts.map((text) => text.trim()).filter((text) => text !== '');
  return [...new Set(trimmed)].slice(0, MOST);
}
