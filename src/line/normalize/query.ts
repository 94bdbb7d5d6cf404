import { isFormParameter } from './amp-url.ts';
import { TRACKING } from './tracking-parameters.ts';

/** A query as it is kept, and what was taken out of it. */
export interface CleanQuery {
  /** With its `?`, or empty. */
  readonly search: string;
  readonly dropped: readonly {
    readonly step: 'tracking' | 'amp-or-mobile';
    readonly name: string;
  }[];
  /** What else was changed. */
  readonly changes: readonly ('escaped-twice' | 'order' | 'repeated')[];
}

/**
 * Takes out what says nothing of the page, and sorts the rest by name. Each parameter stays as it is
 * spelled: `?/news/1`, which old systems use for a path, would break if it were encoded anew.
 */
export function cleanQuery(search: string): CleanQuery {
  const given = search
    .replace(/^\?/u, '')
    .split('&')
    .filter((piece) => piece !== '');
  const pieces = given.map((piece) => piece.replace(/^(?:amp;)+/iu, ''));
  const kept = pieces.filter((piece) => piece !== '' && !whyDropped(piece));
  const sorted = kept.every((piece) => piece.includes('=')) ? kept.toSorted(byName) : kept;
  const unique = [...new Set(sorted)];
  return {
    search: unique.length > 0 ? `?${unique.join('&')}` : '',
    dropped: pieces.flatMap((piece) => {
      const step = whyDropped(piece);
      return step ? [{ step, name: nameOf(piece) }] : [];
    }),
    changes: [
      ...(isSame(pieces, given) ? [] : (['escaped-twice'] as const)),
      ...(isSame(sorted, kept) ? [] : (['order'] as const)),
      ...(isSame(unique, sorted) ? [] : (['repeated'] as const)),
    ],
  };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((piece, index) => piece === b[index]);

function whyDropped(piece: string): 'tracking' | 'amp-or-mobile' | undefined {
  if (isTracking(piece)) return 'tracking';
  return isFormParameter(piece) ? 'amp-or-mobile' : undefined;
}

/** Sorts names by code unit, alike on every machine; values of one name keep their order. */
function byName(a: string, b: string): number {
  const [first, second] = [nameOf(a), nameOf(b)];
  return first === second ? 0 : first < second ? -1 : 1;
}

function isTracking(piece: string): boolean {
  const name = nameOf(piece).toLowerCase();
  const value = piece.slice(piece.indexOf('=') + 1).toLowerCase();
  if (TRACKING.names.has(name)) return true;
  if (TRACKING.prefixes.some((prefix) => name.startsWith(prefix))) return true;
  return TRACKING.byValue.get(name)?.test(piece.includes('=') ? value : '') ?? false;
}

function nameOf(piece: string): string {
  const name = piece.split('=', 1)[0] ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
