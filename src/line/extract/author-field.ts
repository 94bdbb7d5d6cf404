import { withoutWhen } from './byline-when.ts';
import { BYLINE_PREFIX } from './byline-words.ts';
import { isAuthorName } from './person.ts';
import { splitNames } from './split-names.ts';

/** The account of a content system: `sada-admin`, `newsdesk2`; a person's name has a capital or a space. */
const ACCOUNT = /^[a-z\d]+(?:[._-][a-z\d]+)*$/;

/** A name and its address on the web in brackets. */
const OUTLET = /\(\s*(?:https?:|www\.)/i;

/** An address on the web or of mail beside a name. */
const ADDRESS = /\S*(?:https?:|@|www\.)\S*/g;

/** The day before a name: `Dec. 19, 2025 · Rita Khoury`, `12 مارس 2026 - فلان`. */
const DAY_FIRST = /^[^·|•–—-]{0,30}[\d٠-٩]{4}\s*(?:[·|•]|\s[-–—]\s)\s*(?=\p{L})/u;

/** The names in a field that says that an author stands there, its prefix cut. */
export function parseAuthorField(text: string, siteNames: readonly string[]): readonly string[] {
  // `Deutsche Welle (www.dw.com)`: who has an address of the web beside the name is an outlet.
  if (ACCOUNT.test(text.trim()) || OUTLET.test(text)) return [];
  // `أرسلت بواسطة فلان في الإثنين …`: no name holds the word.
  const line = text.replace(DAY_FIRST, '');
  const rest = withoutWhen(BYLINE_PREFIX.exec(line)?.[3] ?? line).replace(ADDRESS, ' ');
  return splitNames(rest).filter((name) => isAuthorName(name, siteNames));
}
