import { groupsFor, isAllowed, parseRobots } from './robots.ts';
import type { RobotsRule } from './robots-file.ts';

/** Where a site states what may be taken for AI, in the grammar of robots.txt (Spawning, 2023). */
export const AI_TXT_PATH = '/ai.txt';

/**
 * The tools that make such a file write kinds of content as endings of names: an article's page is
 * a text and a page, whatever its own address ends in.
 */
const TEXT_ENDINGS = /^\/?\*\.(?:txt|html?)\$?$/iu;

/**
 * The rule of an `ai.txt` that reserves a page's text; undefined where none does. Only rules for us
 * or for everybody count.
 * @param agent our product token, or a User-Agent that begins with it
 */
export function findAiTxtRule(text: string, agent: string, url: string): RobotsRule | undefined {
  const file = parseRobots(text);
  const rules = groupsFor(file, agent).flatMap((group) => group.rules);
  const byEnding = rules.find(
    ({ kind, pattern }) => kind === 'disallow' && TEXT_ENDINGS.test(pattern),
  );
  if (byEnding) return byEnding;
  const { allowed, lineNumber } = isAllowed(file, agent, url);
  return allowed ? undefined : rules.find((rule) => rule.lineNumber === lineNumber);
}
