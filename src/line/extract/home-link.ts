import { isTag } from 'domhandler';
import { matchKey } from '../../arabic/key.ts';
import type { Document } from './document.ts';
import type { PlacedElement } from './gathered.ts';
import { innerText, oneLine } from './metadata.ts';

/** What a link to the home page says where it is no logo. */
const LABELS: ReadonlySet<string> = new Set(
  [
    'الرئيسية',
    'الصفحة الرئيسية',
    'الاستقبال',
    'البداية',
    'العودة',
    'home',
    'accueil',
    'logo',
    'شعار',
  ].map(matchKey),
);

/** Longest name of a site, in words, and most links to the home page that are looked at. */
const MAX_WORDS = 4;
const MAX_LINKS = 3;

/** Indices of the blocks that link to the site's home page: its logo is no headline. */
export function homeBlocks({ links, url }: Document): ReadonlySet<number> {
  return new Set(homeLinks({ links, url }).map(({ block }) => block));
}

function homeLinks({ links, url }: Pick<Document, 'links' | 'url'>): readonly PlacedElement[] {
  if (!URL.canParse(url)) return [];
  const { origin } = new URL(url);
  const home = new Set(['/', origin, `${origin}/`]);
  return links.filter(({ element }) => home.has(element.attribs.href ?? ''));
}

/** Names that the links to a site's home page show: their text, or that of the logo in them. */
export function homeNames({ links, url }: Document): readonly string[] {
  return homeLinks({ links, url })
    .slice(0, MAX_LINKS)
    .flatMap(({ element }) => {
      const picture = element.children.find((child) => isTag(child) && child.name === 'img');
      const alt = picture && isTag(picture) ? picture.attribs.alt : undefined;
      const name = oneLine(innerText(element) || (alt ?? ''));
      const isName =
        name !== '' && name.split(' ').length <= MAX_WORDS && !LABELS.has(matchKey(name));
      return isName ? [name] : [];
    });
}
