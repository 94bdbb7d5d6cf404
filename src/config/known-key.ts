import { z } from 'zod';

/** The keys that the schema allows at a path, from its JSON Schema. */
export function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let node: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  for (const part of path) {
    const step = typeof part === 'number' ? ['items'] : ['properties', String(part)];
    for (const key of step) node = property(node, key);
  }
  const branches: unknown = property(node, 'anyOf') ?? [];
  const shapes = Array.isArray(branches) && branches.length > 0 ? branches : [node];
  return [...new Set(shapes.flatMap((shape) => Object.keys(property(shape, 'properties') ?? {})))];
}

function property(node: unknown, key: string): object | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const value: unknown = Reflect.get(node, key);
  return typeof value === 'object' && value !== null ? value : undefined;
}

/** Letters in which a slip of the pen differs. */
const DISTANCE_MOST = 2;

/** The known key with at most two letters changed, added or lost: what was probably meant. */
export function nearestKey(key: string, known: readonly string[]): string | undefined {
  // Words of other lengths are further away, and a text of megabytes would be compared for minutes.
  const near = known.filter((word) => Math.abs(word.length - key.length) <= DISTANCE_MOST);
  const ranked = near.map((word) => ({ word, distance: distance(key, word) }));
  return ranked
    .toSorted((a, b) => a.distance - b.distance)
    .find((one) => one.distance <= DISTANCE_MOST)?.word;
}

/** For a word that is not allowed, the allowed one that was probably meant: `; did you mean x?` */
export function meantText(value: unknown, issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_value') return '';
  const meant = nearestKey(String(valueAt(value, issue.path)), issue.values.map(String));
  return meant === undefined ? '' : `; did you mean ${meant}?`;
}

/** What stands at a path of a value. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) {
    found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  }
  return found;
}

/** Levenshtein distance of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const swap = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, swap));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
