import type { SourceState } from '../console-data.ts';
import type { DeadLetter } from '../operator-data.ts';

/** How often an error of one class stands now. */
export interface ErrorClass {
  readonly code: string;
  /** Routes that cannot be read by it. */
  readonly routes: number;
  /** Sources that have such a route, or whose last page error it is. */
  readonly sources: number;
  readonly letters: number;
}

/** Classes that are shown: the rest has a handful. */
const CLASSES_MOST = 10;

/** The errors that stand, by their code, the most frequent first. */
export function errorClasses(
  sources: readonly SourceState[],
  letters: readonly DeadLetter[],
): ErrorClass[] {
  const routes = new Map<string, number>();
  const touched = new Map<string, Set<string>>();
  const dead = new Map<string, number>();
  const add = (counts: Map<string, number>, code: string): void =>
    void counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const { id, health } of sources) {
    for (const { code } of health.broken) add(routes, code);
    for (const { code } of [...health.broken, ...(health.lastError ? [health.lastError] : [])]) {
      touched.set(code, (touched.get(code) ?? new Set()).add(id));
    }
  }
  for (const { reason } of letters) add(dead, codeOf(reason));
  return [...new Set([...touched.keys(), ...dead.keys()])]
    .map((code) => ({
      code,
      routes: routes.get(code) ?? 0,
      sources: touched.get(code)?.size ?? 0,
      letters: dead.get(code) ?? 0,
    }))
    .toSorted((a, b) => b.sources + b.letters - a.sources - a.letters)
    .slice(0, CLASSES_MOST);
}

/** The code that opens a reason; DEFECT where it has none. */
export function codeOf(reason: string): string {
  return /^([A-Z][A-Z_]{1,40}):/u.exec(reason)?.[1] ?? 'DEFECT';
}
