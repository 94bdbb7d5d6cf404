import { compile } from 'css-select';
import type { SourceFile } from '../source.ts';

/** A selector of a source file that does not parse. */
export interface SelectorFault {
  readonly path: (string | number)[];
  readonly message: string;
}

/**
 * Finds the selectors of a source file that are no CSS selector (Selectors Level 4 as css-select knows
 * it). What one costs depends on the page: `src/select.ts` bounds it there.
 */
export function selectorFaults(source: SourceFile): SelectorFault[] {
  return selectorsOf(source).flatMap(({ path, selector }) => {
    const message = faultOf(selector);
    return message === undefined ? [] : [{ path, message }];
  });
}

function faultOf(selector: string): string | undefined {
  try {
    compile(selector);
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
