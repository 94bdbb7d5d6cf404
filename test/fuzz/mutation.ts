import fc from 'fast-check';
import iconv from 'iconv-lite';
import type { FuzzTarget } from './target.ts';

/** A place in a text: its start and its end. */
type Span = readonly [from: number, to: number];

/** One change of a text; numbers are taken modulo what there is. */
interface Edit {
  readonly kind: keyof typeof EDITS;
  readonly one: number;
  readonly other: number;
  readonly length: number;
  readonly isToken: boolean;
  readonly piece: string;
  readonly times: number;
}

/** What an edit works on. */
interface Place {
  readonly text: string;
  readonly at: Span;
  readonly and: Span;
  /** A part of another input of the corpus. */
  readonly foreign: string;
}

/** Inputs are kept below that, in UTF-16 units: slowness that grows with the square shows there. */
const LONGEST = 200_000;

const cut = (text: string, [from, to]: Span, by: string): string =>
  text.slice(0, from) + by + text.slice(to);
const part = (text: string, [from, to]: Span): string => text.slice(from, to);

/** The kinds of change. */
const EDITS = {
  drop: ({ text, at }: Place) => cut(text, at, ''),
  replace: ({ text, at }: Place, { piece }: Edit) => cut(text, at, piece),
  insert: ({ text, at }: Place, { piece }: Edit) => cut(text, [at[0], at[0]], piece),
  double: ({ text, at }: Place) => cut(text, at, part(text, at).repeat(2)),
  swap: ({ text, at, and }: Place) => {
    const [first, second] = at[0] <= and[0] ? [at, and] : [and, at];
    if (first[1] > second[0]) return text;
    const between = text.slice(first[1], second[0]);
    return cut(text, [first[0], second[1]], part(text, second) + between + part(text, first));
  },
  /** The same many times over: nesting, huge attributes, lists without end. */
  repeat: ({ text, at }: Place, { times }: Edit) => {
    const one = part(text, at);
    const most = Math.floor((LONGEST - text.length) / Math.max(1, one.length));
    return cut(text, at, one.repeat(Math.max(1, Math.min(times, most))));
  },
  /** A piece many times over. */
  flood: ({ text, at }: Place, { piece, times }: Edit) => {
    const most = Math.floor((LONGEST - text.length) / Math.max(1, piece.length));
    return cut(text, [at[0], at[0]], piece.repeat(Math.max(1, Math.min(times, most))));
  },
  truncate: ({ text, at }: Place) => text.slice(0, at[0]),
  splice: ({ text, at, foreign }: Place) => cut(text, at, foreign),
  /** A number at the edge of what it may be. */
  number: ({ text, at }: Place, { piece, one }: Edit) => {
    const digits = /\p{Nd}+/u.exec(text.slice(at[0]));
    if (!digits) return cut(text, at, piece);
    const from = at[0] + digits.index;
    return cut(text, [from, from + digits[0].length], NUMBERS[one % NUMBERS.length] ?? '');
  },
};

const NUMBERS = (
  '0 -1 00 7 13 31 32 60 99 1447 2026 9999 10000 1e309 NaN 0x7f 2147483648 1795000000 ' +
  '1795000000000 9007199254740993 ٣ ٢٠٢٦ ۱۴ 12.5 1.2.3.4'
).split(' ');

/** Pieces that break readers of any form. */
const PIECES = [
  '\u0000',
  '\ufeff',
  '\u202e',
  '\u200f',
  '\ud800',
  '\u0640',
  '\u2028',
  '\r',
  '\r\n',
  '\t',
  ' ',
  '"',
  "'",
  '\\',
  '%',
  '%00',
  '%zz',
  '&',
  '&amp;',
  '<',
  '>',
  ':',
  '/',
  '//',
  '../',
  '?',
  '#',
  '@',
  '=',
  '-',
  '{',
  '[',
  '__proto__',
  'constructor',
  'ـ',
  'ﷺ',
  '𞸀',
  'https://a.test/1',
  'javascript:alert(1)',
  'data:,x',
  'file:///etc/passwd',
];

const isLarge = ({ kind }: Edit): boolean => kind === 'repeat' || kind === 'flood';

function spanOf(spans: readonly Span[], number: number): Span {
  return spans[number % Math.max(1, spans.length)] ?? [0, 0];
}

/** Tokens of a text; bounded, as a text of one letter has 200,000. */
const MOST_TOKENS = 5000;

function tokensOf(text: string, token: RegExp): Span[] {
  const spans: Span[] = [];
  for (const { index, 0: found } of text.matchAll(token)) {
    spans.push([index, index + found.length]);
    if (spans.length === MOST_TOKENS) break;
  }
  return spans;
}

function placeOf(text: string, edit: Edit, { token, foreign }: { token: RegExp; foreign: string }) {
  const tokens = edit.isToken ? tokensOf(text, token) : [];
  const spanAt = (number: number): Span => {
    if (tokens.length > 0) return spanOf(tokens, number);
    const from = number % (text.length + 1);
    return [from, Math.min(text.length, from + edit.length)];
  };
  const from = edit.other % (foreign.length + 1);
  return {
    text,
    at: spanAt(edit.one),
    and: spanAt(edit.other),
    foreign: foreign.slice(from, from + 10 * edit.length),
  };
}

/** The encodings that the region's sites send, and one of two bytes. */
const ENCODINGS = ['utf-8', 'windows-1256', 'iso-8859-6', 'utf-16le', 'utf-16be'];

/** Inputs of a target, each a corpus member with some changes. */
export function mutated(
  target: FuzzTarget,
  corpus: readonly string[],
): fc.Arbitrary<Buffer<ArrayBufferLike>> {
  const piece = fc.oneof(
    { arbitrary: fc.constantFrom(...target.pieces, ...PIECES), weight: 5 },
    { arbitrary: fc.string({ maxLength: 12, unit: 'binary' }), weight: 1 },
  );
  const few = fc.constantFrom<Edit['kind']>(
    'drop',
    'replace',
    'insert',
    'double',
    'swap',
    'splice',
  );
  const rare = fc.constantFrom<Edit['kind']>('repeat', 'flood', 'truncate');
  const edit: fc.Arbitrary<Edit> = fc.record({
    kind: fc.oneof(
      { arbitrary: few, weight: 12 },
      { arbitrary: fc.constant<Edit['kind']>('number'), weight: 2 },
      { arbitrary: rare, weight: 1 },
    ),
    one: fc.nat(),
    other: fc.nat(),
    length: fc.nat(60),
    isToken: fc.boolean(),
    piece,
    times: fc.constantFrom(3, 20, 300, 20_000),
  });
  const member = fc.constantFrom(...corpus);
  const edits = fc.array(edit, { minLength: 1, maxLength: 8, size: 'max' });
  return fc
    .tuple(member, member, edits, encoding(target.isEncoded))
    .map(([text, foreign, changes, encode]) => {
      const change = (before: string, one: Edit): string =>
        EDITS[one.kind](placeOf(before, one, { token: target.token, foreign }), one);
      // What makes a text long comes last: to find tokens in one takes its time.
      const ordered = changes.toSorted((a, b) => Number(isLarge(a)) - Number(isLarge(b)));
      return encode(ordered.reduce(change, text).slice(0, LONGEST));
    });
}

/** How a text becomes bytes: nearly always as UTF-8, at times in another encoding, or cut amid it. */
function encoding(isEncoded: boolean): fc.Arbitrary<(text: string) => Buffer> {
  const utf8 = fc.constant((text: string): Buffer => Buffer.from(text));
  if (!isEncoded) return utf8;
  const other = fc
    .tuple(fc.constantFrom(...ENCODINGS), fc.nat(), fc.nat(255))
    .map(([name, at, byte]) => (text: string): Buffer => {
      const bytes = iconv.encode(text, name);
      if (bytes.length > 0) bytes[at % bytes.length] = byte;
      return bytes;
    });
  return fc.oneof({ arbitrary: utf8, weight: 7 }, { arbitrary: other, weight: 1 });
}
