import type { Element } from 'domhandler';

/** Attributes in which pages keep a date for their script, which shows an age of it. */
const NAMES = [
  'data-seconds',
  'data-ts',
  'data-timestamp',
  'data-time',
  'data-date',
  'data-dt',
  'data-datetime',
  'data-published',
] as const;

const KNOWN: ReadonlySet<string> = new Set(NAMES);

/** Seconds or milliseconds since 1970, of the years that newspapers are on the web. */
const EPOCH = /^\d{9,10}(?:\d{3})?$/;
const ISO = /^(?:19|20)\d\d-\d\d-\d\d/;
const SECONDS_LENGTH = 10;

/** The date that an element keeps for the page's script, as text; undefined where it keeps none. */
export function scriptDate({ attribs }: Element): string | undefined {
  if (!holdsOne(attribs)) return undefined;
  for (const name of NAMES) {
    const value = attribs[name];
    if (value === undefined) continue;
    if (ISO.test(value)) return value;
    if (!EPOCH.test(value)) continue;
    const milliseconds = value.length > SECONDS_LENGTH ? Number(value) : Number(value) * 1000;
    return new Date(milliseconds).toISOString();
  }
  return undefined;
}

/** Most elements have two attributes, none of these: eight look-ups for each would cost more. */
function holdsOne(attribs: Element['attribs']): boolean {
  for (const name in attribs) if (name.startsWith('data-') && KNOWN.has(name)) return true;
  return false;
}
