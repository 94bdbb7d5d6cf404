import type { DateToken } from './date-token.ts';
import { textOf } from './stated-date.ts';
import {
  findIanaZone,
  findPlaceZone,
  findSeasonlessZone,
  findZoneAbbreviation,
  isZoneArea,
  isZoneNoun,
} from './zones.ts';

interface ZoneAt {
  readonly zone: string;
  readonly to: number;
}

/** Tokens between a time and its zone: a comma, a bracket, `حسب`. */
const REACH = 4;

/**
 * The zone beside a time: `GMT`, `GMT+3`, `+0300`, `بتوقيت مكة المكرمة`, `ت.غ`; `GMT 14:05` before
 * it. With where the tokens go on, when it is behind.
 */
export function findZoneBeside(
  tokens: readonly DateToken[],
  time: { readonly from: number; readonly to: number },
): ZoneAt | { readonly zone: string } | undefined {
  const end = Math.min(tokens.length, time.to + REACH);
  for (let at = time.to; at < end; at += 1) {
    const zone = zoneAt(tokens, at);
    if (zone) return zone;
    // What stands behind another number is of another time or date; fractions of a second are not.
    if (tokens[at]?.kind === 'number' && textOf(tokens[at - 1]) !== '.') break;
  }
  const before = textOf(tokens[time.from - 1]);
  return before === 'gmt' || before === 'utc' ? { zone: '+00:00' } : undefined;
}

function zoneAt(tokens: readonly DateToken[], at: number): ZoneAt | undefined {
  const word = textOf(tokens[at]);
  if (word === '+' || word === '-') {
    return signedAt(tokens, at);
  }
  if (isZoneNoun(word)) return placeAt(tokens, at + 1);
  if (word === '(') return bracketAt(tokens, at + 1);
  if (isZoneArea(word)) return namedAt(tokens, at);
  if (word === 'تغ') return { zone: '+00:00', to: at + 1 };
  if (word === 'ت') return greenwichAt(tokens, at);
  const token = tokens[at];
  const isCapitals = token?.kind === 'word' && token.isCapitals;
  const short = findZoneAbbreviation(word) ?? (isCapitals ? findSeasonlessZone(word) : undefined);
  if (!short) return undefined;
  // GMT+3 states an offset; GMT alone is UTC.
  return behindUniversal(tokens, at + 1) ?? { zone: short, to: at + 1 };
}

/** Most words of an IANA name: `America/Argentina/Buenos_Aires`, `America/North_Dakota/New_Salem`. */
const MOST_PARTS = 9;

/** `Asia/Riyadh`, `America/Los_Angeles`: the longest name that there is. */
function namedAt(tokens: readonly DateToken[], from: number): ZoneAt | undefined {
  let name = textOf(tokens[from]);
  let found: ZoneAt | undefined;
  for (let at = from + 1; at + 1 < from + MOST_PARTS; at += 2) {
    const mark = textOf(tokens[at]);
    const part = textOf(tokens[at + 1]);
    if ((mark !== '/' && mark !== '-') || tokens[at + 1]?.kind !== 'word') break;
    // An underscore is a dash among the tokens; Port-au-Prince has dashes.
    name += `${mark === '/' ? '/' : '_'}${part}`;
    const zone = findIanaZone(name) ?? findIanaZone(name.replaceAll('_', '-'));
    if (zone) found = { zone, to: at + 2 };
  }
  return found;
}

/** What stands right behind a time and names no zone: halves, and words of the hour. */
const NO_ZONE = new Set(['am', 'pm', 'uhr', 'h', 'hrs', 'hr', 'th', 'st', 'nd', 'rd', 't']);

/**
 * True where a zone is named behind a time that nobody here knows: `14:05 XYZ` at the end of the
 * text, `14:05 بتوقيت كوالالمبور`. Such a time is of no clock, and only its day counts.
 */
export function isUnknownZone(tokens: readonly DateToken[], at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || NO_ZONE.has(token.text)) return false;
  if (isZoneNoun(token.text)) return !LOCAL.has(textOf(tokens[at + 1]));
  if (isZoneArea(token.text)) return textOf(tokens[at + 1]) === '/';
  if (!token.isCapitals) return false;
  const next = tokens[at + 1];
  return next === undefined || (next.kind === 'number' && next.digits === 4);
}

/** The time of the place itself: `بالتوقيت المحلي`. */
const LOCAL = new Set(['المحلي', 'المحليه', 'محلي', 'الصيفي', 'الشتوي']);

/** Places whose name alone in brackets behind a time is its zone; other cities are where it was. */
const CLOCKS = /^(?:مكه|غرينتش|جرينتش|غرينيتش|gmt|utc)$/;

/** `12:30 (مكة المكرمة)`, `12:30 (غرينتش)`. */
function bracketAt(tokens: readonly DateToken[], at: number): ZoneAt | undefined {
  return CLOCKS.test(textOf(tokens[at])) ? placeAt(tokens, at) : undefined;
}

/** `ت.غ` and `ت غ`: the time of Greenwich. */
function greenwichAt(tokens: readonly DateToken[], at: number): ZoneAt | undefined {
  const letter = textOf(tokens[at + 1]) === '.' ? at + 2 : at + 1;
  return textOf(tokens[letter]) === 'غ' ? { zone: '+00:00', to: letter + 1 } : undefined;
}

/** `+0300`, and `+ 3 غرينتش`; a plus apart from its number joins something else to the line. */
function signedAt(tokens: readonly DateToken[], at: number): ZoneAt | undefined {
  const sign = tokens[at];
  const offset = offsetAt(tokens, at);
  if (!offset || sign?.kind !== 'mark') return undefined;
  const isUniversal = findZoneAbbreviation(textOf(tokens[offset.to])) === '+00:00';
  if (isUniversal) return { ...offset, to: offset.to + 1 };
  return sign.isSign ? offset : undefined;
}

/** Words between `بتوقيت` and the place: `بتوقيت دولة الإمارات`, `التوقيت المحلي لمدينة القاهرة`. */
const BEFORE_PLACE = 3;

function placeAt(tokens: readonly DateToken[], from: number): ZoneAt | undefined {
  for (let at = from; at <= from + BEFORE_PLACE; at += 1) {
    const token = tokens[at];
    if (token?.kind !== 'word') return undefined;
    const two = findPlaceZone(`${token.text} ${textOf(tokens[at + 1])}`);
    const zone = two ?? findPlaceZone(token.text);
    if (!zone) continue;
    const to = two ? at + 2 : at + 1;
    return (zone === '+00:00' ? behindUniversal(tokens, to) : undefined) ?? { zone, to };
  }
  return undefined;
}

/** `+3`, `+03:00` and `-5` behind GMT. */
function behindUniversal(tokens: readonly DateToken[], at: number): ZoneAt | undefined {
  const offset = offsetAt(tokens, at);
  const sign = tokens[at];
  const token = tokens[at + 1];
  if (offset || sign?.kind !== 'mark' || sign.text !== '-') return offset;
  const isHour = sign.isSign && token?.kind === 'number' && token.value <= LAST_HOUR.west;
  return isHour ? { zone: `-${two(token.value)}:00`, to: at + 2 } : undefined;
}

/** Zones with people reach from Hawaii to the Line Islands; further west `10:05-11:00` is a span. */
const LAST_HOUR = { west: 10, east: 14 } as const;

/** Minutes that offsets of zones have. */
const OFFSET_MINUTES = new Set([0, 30, 45]);

const two = (value: number): string => String(value).padStart(2, '0');

/** `+0300`, `+03:00`, `+3`; a dash is a sign only right before four digits or a colon. */
function offsetAt(tokens: readonly DateToken[], at: number): ZoneAt | undefined {
  const sign = tokens[at];
  const token = tokens[at + 1];
  if (sign?.kind !== 'mark' || token?.kind !== 'number') return undefined;
  if (sign.text !== '+' && sign.text !== '-') return undefined;
  const isFour = token.digits === 4;
  if (!isFour && token.digits > 2) return undefined;
  const behind = textOf(tokens[at + 2]) === ':' && !isFour ? tokens[at + 3] : undefined;
  if (sign.text === '-' && !(sign.isSign && (isFour || behind))) return undefined;
  const hours = isFour ? Math.floor(token.value / 100) : token.value;
  const minutes = isFour ? token.value % 100 : behind?.kind === 'number' ? behind.value : 0;
  const last = sign.text === '+' ? LAST_HOUR.east : LAST_HOUR.west;
  if (hours > last || !OFFSET_MINUTES.has(minutes)) return undefined;
  return { zone: `${sign.text}${two(hours)}:${two(minutes)}`, to: at + (behind ? 4 : 2) };
}
