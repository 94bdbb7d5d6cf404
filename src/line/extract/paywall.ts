import { matchKey } from '../../arabic/key.ts';
import type { PageFacts } from './page-facts.ts';

/** What stands behind a teaser where the rest is for subscribers, by key. */
const PHRASES: readonly string[] = [
  'هذا المحتوى للمشتركين',
  'هذا المحتوى متاح للمشتركين',
  'هذا المقال للمشتركين',
  'هذا المقال متاح للمشتركين',
  'هذه المادة للمشتركين',
  'محتوى للمشتركين',
  'محتوى حصري للمشتركين',
  'حصري للمشتركين',
  'للمشتركين فقط',
  'اشترك لقراءة',
  'اشترك الآن لقراءة',
  'اشترك لمتابعة القراءة',
  'اشترك لمواصلة القراءة',
  'لقراءة المقال كاملا اشترك',
  'لقراءة بقية المقال',
  'لمتابعة القراءة اشترك',
  'سجل الدخول لمتابعة القراءة',
  'سجل الدخول لقراءة',
  'سجل دخولك لمتابعة القراءة',
  'سجل دخولك لقراءة',
  'this article is for subscribers',
  'this content is for subscribers',
  'this content is reserved for subscribers',
  'subscribe to continue reading',
  'subscribe to read',
  'to continue reading subscribe',
  'to read the full',
  'already a subscriber',
  'cet article est réservé',
  'article réservé aux abonnés',
  'contenu réservé aux abonnés',
  'réservé aux abonnés',
  'la suite est réservée aux abonnés',
  'abonnez vous pour lire',
  'pour lire la suite',
  'il vous reste',
].map(matchKey);

/** How far behind the text such a line stands, in blocks, and how long it is, in words. */
const REACH = 6;
const MAX_WORDS = 40;

/** A teaser is short, in words: a whole text may have an offer to subscribe behind it. */
const TEASER_WORDS = 200;

/** The class of a box that offers to subscribe, and its size in blocks. */
const CLASS = /(?:^|[\s_-])(?:pay-?wall|regwall|subscriber-only)(?:$|[\s_-])/i;
const BOX_BLOCKS = 8;

/** True where the page says behind a short text that the rest is for subscribers. */
export function hasPaywall(
  { document }: PageFacts,
  { from, to, words }: { readonly from: number; readonly to: number; readonly words: number },
): boolean {
  if (words > TEASER_WORDS) return false;
  const box = document.regions.find(
    ({ element, from: start, to: end }) =>
      start >= to &&
      start <= to + REACH &&
      end - start <= BOX_BLOCKS &&
      CLASS.test(element.attribs.class ?? ''),
  );
  if (box) return true;
  return document.blocks.slice(from, to + REACH).some((block) => {
    if (block.words > MAX_WORDS) return false;
    const key = matchKey(block.text);
    return PHRASES.some((phrase) => key.startsWith(phrase));
  });
}
