import { isTag } from 'domhandler';
import { matchKey } from '../../arabic/key.ts';
import type { Document } from './document.ts';
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

/** Names that the links to a site's home page show: their text, or that of the logo in them. */
export function homeNames({ links, url }: Document): readonly string[] {
  if (!URL.canParse(url)) return [];
  const { origin } = new URL(url);
  const home = links.filter(({ element }) => {
    const href = element.attribs.href ?? '';
    return href === '/' || href === origin || href === `${origin}/`;
  });
  return home.slice(0, MAX_LINKS).flatMap(({ element }) => {
    const picture = element.children.find((child) => isTag(child) && child.name === 'img');
    const alt = picture && isTag(picture) ? picture.attribs.alt : undefined;
    const name = oneLine(innerText(element) || (alt ?? ''));
    const isName =
      name !== '' && name.split(' ').length <= MAX_WORDS && !LABELS.has(matchKey(name));
    return isName ? [name] : [];
  });
}
