import { matchKey } from '../../arabic/key.ts';
import { innerText } from './metadata.ts';
import { nameForm } from './name-form.ts';
import type { PageFacts } from './page-facts.ts';
import { siteKeys } from './site-keys.ts';
import { partsBesideHeading } from './site-name.ts';

/** What stands in the title between headline and site, and is no person: `خبر - اقتصاد - الموقع`. */
export function titleSection({ metadata, headings, siteNames }: PageFacts): readonly string[] {
  const texts = headings.map(({ text }) => text);
  const { after } = partsBesideHeading(metadata.title ?? '', texts);
  const last = matchKey(after.at(-1) ?? '');
  if (after.length < 2 || !siteKeys(siteNames).has(last)) return [];
  // The writer of a column stands there, too.
  const isSection = (part: string): boolean =>
    part.split(' ').length <= 3 && nameForm(part) !== 'given';
  return after.slice(0, 1).filter(isSection);
}

/** The link that WordPress marks as the article's category, at its head or foot. */
export function categoryLink({ document }: PageFacts): readonly string[] {
  const link = document.links.find(({ element }) => /category/.test(element.attribs.rel ?? ''));
  return link ? [innerText(link.element)] : [];
}

/** The link to the folder that the article lies in: `/culture/` for `/culture/2026/4411`. */
export function folderLink({ document, siteNames }: PageFacts): readonly string[] {
  const path = pathOf(document.url, document.url);
  const folder = /^\/[^/]+(?=\/)/.exec(path)?.[0];
  if (!folder || /^\/(?:[a-z]{2}|news|article|articles|story|content|node|\d+)$/i.test(folder))
    return [];
  // An address is parsed where it can be that of the folder: a page has hundreds.
  const link = document.links.find(({ element: { attribs } }) => {
    const href = attribs.href ?? '';
    const mayBe = folder.includes('%') || href.startsWith('.') || href.includes(folder.slice(1));
    return mayBe && pathOf(href, document.url).replace(/\/$/, '') === folder;
  });
  const name = link ? innerText(link.element) : '';
  // `/almasira/` of `شبكة المسيرة` is the site itself.
  const isSite = [...siteKeys(siteNames)].some((site) =>
    ` ${site} `.includes(` ${matchKey(name)} `),
  );
  return name === '' || isSite ? [] : [name];
}

function pathOf(address: string, base: string): string {
  if (address === '' || !URL.canParse(address, base)) return '';
  const url = new URL(address, base);
  return url.host === new URL(base).host ? url.pathname : '';
}
