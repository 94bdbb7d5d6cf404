import { matchKey } from '../../arabic/key.ts';

/**
 * News agencies whose text Arab newsrooms run: where one of them is itself the source, it is the
 * origin of its text's copies, also when a copy was met first. Names as they stand in a source's
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

/** Whether a source of this name is a news agency. */
export function isAgency(name: string): boolean {
  const key = matchKey(name);
  return AGENCIES.some((agency) => key === agency || key.startsWith(`${agency} `));
}
