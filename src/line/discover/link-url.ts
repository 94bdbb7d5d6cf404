import { isHomograph } from './host.ts';
import { LONGEST_URL } from './resolve-url.ts';

/** Why a link is not followed. */
export type UrlFault = 'invalid' | 'scheme' | 'too long' | 'userinfo' | 'homograph' | 'home';

/** Marks that turn the reading direction: in an address they only serve to deceive. */
const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Judges a link of a document and gives its absolute form without the fragment.
 * @param base the document's own URL
 */
export function judgeUrl(
  stated: string | undefined,
  base: string,
): { readonly url: string } | { readonly fault: UrlFault | 'absent' } {
  const text = stated?.trim() ?? '';
  if (text === '') return { fault: 'absent' };
  if (text.length > LONGEST_URL) return { fault: 'too long' };
  if (BIDI_CONTROL.test(text)) return { fault: 'homograph' };
  if (!URL.canParse(text, base)) return { fault: 'invalid' };
  const url = new URL(text, base);
  url.hash = '';
  const fault = faultOf(url);
  return fault ? { fault } : { url: url.href };
}

function faultOf(url: URL): UrlFault | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return 'scheme';
  if (url.href.length > LONGEST_URL) return 'too long';
  if (url.username !== '' || url.password !== '') return 'userinfo';
  if (isHomograph(url.hostname)) return 'homograph';
  // A site's front page is where feeds point to when they have nothing better.
  return url.pathname === '/' && url.search === '' ? 'home' : undefined;
}
