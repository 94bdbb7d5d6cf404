import { keyTokens, matchKey } from '../../arabic/key.ts';
import { wordHash } from './hash.ts';

/**
 * News agencies whose text Arab newsrooms run: where one of them is itself the source, it is the
 * original of all copies of its text, even where a copy was met first. Names as they stand in a source's
 * `name`; compared as whole names or as an opening.
 */
const AGENCIES = [
  'وكالة', // «وكالة الأنباء …», «وكالة … للأنباء»: any agency that says so
  'رويترز',
  'فرانس برس',
  'أسوشيتد برس',
  'الأناضول',
  'سبوتنيك',
  'شينخوا',
  'واس',
  'وام',
  'بترا',
  'سانا',
  'كونا',
  'بنا',
  'قنا',
  'وفا',
  'وات',
  'واج',
  'سونا',
  'سبأ',
  'معا',
].map(matchKey);

/** Words that open an agency's name in one place and not in another. */
const OPENING = new Set(['وكاله', 'انباء', 'الانباء', 'صحيفه', 'جريده', 'موقع', 'قناه', 'شبكه']);

/**
 * 16-bit hash of a newsroom's name as source and credits state it: «وكالة الأناضول» is «الأناضول».
 * 0 where there is no name.
 */
export function bylineOf(name: string): number {
  const words = keyTokens(matchKey(name));
  const own = words.filter((word) => !OPENING.has(word));
  return own.length === 0 ? 0 : wordHash(own.join(' ')) >>> 16;
}

/** Whether a source of this name is a news agency. */
export function isAgency(name: string): boolean {
  const key = matchKey(name);
  return AGENCIES.some((agency) => key === agency || key.startsWith(`${agency} `));
}
