import type { CheerioAPI } from 'cheerio';
import { shortText } from '../section/link-headline.ts';
import { isArticlePath } from '../section/path.ts';

/** An address and what the site calls it. */
export interface NamedUrl {
  readonly name: string;
  readonly url: string;
}

/** Names in a menu that are no news. */
const NO_SECTION =
  /^(?:الرئيسية|اتصل بنا|تواصل معنا|من نحن|سياسة الخصوصية|أعلن معنا|تسجيل الدخول|english|home|contact|about)/iu;

/** The longest name of a section, in words and in UTF-16 units. */
const LONGEST_NAME = { words: 4, units: 40 } as const;

/** A menu with more entries lists tags or places. */
const MOST_SECTIONS = 30;

/** The sections that a site's menus name, in their order: own pages that are no articles. */
export function findSections($: CheerioAPI, url: string): NamedUrl[] {
  const sections = new Map<string, NamedUrl>();
  for (const element of $('nav a[href], header a[href], .menu a[href]').toArray()) {
    const name = shortText(element) ?? '';
    const section = sectionOf(name, element.attribs.href ?? '', url);
    if (section && !sections.has(section.url)) sections.set(section.url, section);
    if (sections.size >= MOST_SECTIONS) break;
  }
  return [...sections.values()];
}

function sectionOf(name: string, href: string, base: string): NamedUrl | undefined {
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  url.hash = '';
  const isNamed = name !== '' && name.length <= LONGEST_NAME.units;
  const isShort = name.split(' ').length <= LONGEST_NAME.words;
  const isOwn = url.host === new URL(base).host && url.pathname !== '/';
  if (!isNamed || !isShort || !isOwn || NO_SECTION.test(name) || isArticlePath(url.href)) return;
  return { name, url: url.href };
}
