import type { z } from 'zod';

/** The schema's words for what a value must be, as people say them who write YAML. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys and values',
  record: 'keys and values',
};

/** What a value of the wrong kind is. */
function foundKind(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return KINDS[typeof value] ?? typeof value;
}

/**
 * What is wrong with a value, in plain English; undefined where the schema's own words say it. A key
 * that is not there `is missing`.
 */
export const plainIssue: z.core.$ZodErrorMap = (issue) => {
  const { input } = issue;
  if (issue.code === 'invalid_type') {
    const wanted = `expected ${KINDS[issue.expected] ?? issue.expected}`;
    if (input === undefined || input === null) return `${MISSING}: ${wanted}`;
    // A number that is no whole one is shown as it stands.
    return typeof input === 'number' && issue.expected === 'int'
      ? wanted
      : `${wanted}, not ${foundKind(input)}`;
  }
  if (issue.code === 'invalid_value') return `allowed: ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return 'expected a whole http(s) URL such as https://example.org/';
  if (issue.code === 'too_small') return sizeText('least', issue.minimum, issue.origin);
  if (issue.code === 'too_big') return sizeText('most', issue.maximum, issue.origin);
  return undefined;
};

/** How the text of a missing key begins, behind its name. */
export const MISSING = 'is missing';

/** What is counted of a value. */
const UNITS: Readonly<Record<string, string>> = { string: ' characters', array: ' entries' };

function sizeText(side: 'least' | 'most', bound: number | bigint, origin: string): string {
  if (side === 'least' && bound === 1 && origin in UNITS) return 'is empty';
  return `expected at ${side} ${bound}${UNITS[origin] ?? ''}`;
}
