import { readLiteral } from './js-literal.ts';
import { isNode } from './json-ld.ts';
import { repairJson } from './json-repair.ts';

/** Names that frameworks keep a page's state under: Nuxt, Redux, Apollo, Remix, Arc's Fusion. */
const NAMES = [
  '__NUXT__',
  '__INITIAL_STATE__',
  '__PRELOADED_STATE__',
  '__APOLLO_STATE__',
  '__INITIAL_DATA__',
  '__remixContext',
  '__REDUX_STATE__',
  '__APP_STATE__',
  '__PAGE_DATA__',
  '__STATE__',
  '__DATA__',
  'Fusion.globalContent',
];

/** How far into a script such a name stands, in UTF-16 units: scripts of a page may hold megabytes. */
const REACH = 5_000;

/** What stands between the name and the value: `window["__NUXT__"] = …`. */
const ASSIGNS = /^["'\]]{0,2}\s{0,9}=(?!=)\s{0,9}/;

/** The state that a script gives to such a name, as text; undefined where it gives none. */
export function assignedState(script: string): string | undefined {
  const head = script.slice(0, REACH);
  for (const name of NAMES) {
    const end = head.indexOf(name) + name.length;
    const [sign] = end < name.length ? [] : (ASSIGNS.exec(head.slice(end, end + 30)) ?? []);
    if (sign !== undefined) return script.slice(end + sign.length);
  }
  return undefined;
}

/** The value of a page's state: JSON with the mistakes put right, Nuxt's table, or a literal. */
export function parseState(text: string): unknown {
  const trimmed = text.trim();
  if (/[}\]]$/.test(trimmed) && /^[{[]/.test(trimmed))
    return untable(repairJson(trimmed)) ?? readLiteral(trimmed);
  return /^[({[f]/.test(trimmed) ? readLiteral(trimmed) : repairJson(trimmed);
}

/** Most values of a table that are put in place, and deepest nesting: it may refer to itself. */
const MAX_VALUES = 50_000;
const MAX_DEPTH = 24;

/** Wrappers of Vue's state in such a table. */
const WRAPPER = /^(?:Shallow)?(?:Reactive|Ref)$|^(?:EmptyRef|EmptyShallowRef|NuxtError)$/;

/** Nuxt 3 prints its state as one list, in which every value is a place in the list (devalue). */
function untable(value: unknown): unknown {
  if (!Array.isArray(value) || !isReference(value[0])) return value;
  let left = MAX_VALUES;
  const resolve = (at: unknown, depth: number): unknown => {
    left -= 1;
    if (typeof at !== 'number' || depth > MAX_DEPTH || left < 0) return undefined;
    const one: unknown = value[at];
    if (Array.isArray(one))
      return typeof one[0] === 'string'
        ? resolve(one[1], depth + 1)
        : one.map((item) => resolve(item, depth + 1));
    if (!isNode(one)) return one;
    const fields = Object.entries(one).map(([name, item]) => [name, resolve(item, depth + 1)]);
    return Object.fromEntries(fields) as object;
  };
  return resolve(0, 0);
}

/** The head of such a table: a wrapper, or an object of places alone. */
function isReference(head: unknown): boolean {
  if (Array.isArray(head)) return typeof head[0] === 'string' && WRAPPER.test(head[0]);
  return isNode(head) && Object.values(head).every((value) => Number.isInteger(value));
}
