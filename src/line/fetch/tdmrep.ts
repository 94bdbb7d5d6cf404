import { z } from 'zod';
import { isMatch, literalPath } from './path-pattern.ts';
import { encodePath } from './robots-file.ts';

/** Where a site states its reservations (TDM Reservation Protocol, 2024, "TDM File on the Origin Server"). */
export const TDMREP_PATH = '/.well-known/tdmrep.json';

/** One rule: which paths, and whether mining them is reserved. */
export interface TdmRule {
  readonly location: string;
  readonly isReserved: boolean;
}

/** Real files hold a handful; the first that matches decides, so what is cut stands last. */
const MOST_RULES = 1000;

const Rule = z.object({
  location: z.string().max(2048),
  // A number by the report; files with a string are met.
  'tdm-reservation': z.union([z.number(), z.string()]).transform((value) => String(value)),
});

/**
 * The rules of a `tdmrep.json`; none where the text is no such file, as where a site answers any path
 * with a page. Undefined where it is one that breaks off or is broken.
 */
export function parseTdmRep(text: string): TdmRule[] | undefined {
  const rules = parseJson(text);
  if (rules === undefined && /^\ufeff?\s*\[\s*\{/u.test(text)) return undefined;
  if (!Array.isArray(rules)) return [];
  return rules.slice(0, MOST_RULES).flatMap((rule: unknown) => {
    const { data } = Rule.safeParse(rule);
    // Values other than 0 and 1 are protocol errors: the rule counts as unset.
    if (!data || !/^[01]$/u.test(data['tdm-reservation'])) return [];
    return [{ location: data.location, isReserved: data['tdm-reservation'] === '1' }];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    return undefined;
  }
}

/** The rule that holds for a path and its query: the first in sequence that matches. */
export function findTdmRule(rules: readonly TdmRule[], path: string): TdmRule | undefined {
  const encoded = literalPath(encodePath(path));
  return rules.find(({ location }) => isMatch(encodePath(location), encoded));
}
