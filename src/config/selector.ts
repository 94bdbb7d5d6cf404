import { parse } from 'css-what';
import type { SourceFile } from '../record/source.ts';

/** A selector of a source file that does not parse. */
export interface SelectorFault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Pseudo-classes that walk the whole tree for each element: a page could make them slow. */
const COSTLY = /:(has|contains|matches)\s*\(/u;

/** Finds the selectors of a source file that are no CSS selector (Selectors Level 4 as css-what reads it). */
export function selectorFaults(source: SourceFile): SelectorFault[] {
  return selectorsOf(source).flatMap(({ path, selector }) => {
    const message = faultOf(selector);
    return message === undefined ? [] : [{ path, message }];
  });
}

function faultOf(selector: string): string | undefined {
  if (COSTLY.test(selector))
    return `the selector "${selector}" uses :has or :contains, which is not bounded`;
  try {
    parse(selector);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `not a CSS selector: "${selector}" (${reason})`;
  }
}

type Placed = { path: (string | number)[]; selector: string };

function selectorsOf(source: SourceFile): Placed[] {
  const routes = source.discover.flatMap((route, index) =>
    'links' in route && route.links
      ? [{ path: ['discover', index, 'links'], selector: route.links }]
      : [],
  );
  const fields = Object.entries(source.article).flatMap(([field, rule]) => {
    const selectors = typeof rule === 'object' && !Array.isArray(rule) ? rule.select : rule;
    const list = selectors === undefined ? [] : [selectors].flat();
    return list.map((selector) => ({ path: ['article', field], selector }));
  });
  return [...routes, ...fields];
}
