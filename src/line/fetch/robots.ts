import { isMatch, literalPath } from './path-pattern.ts';
import {
  decodeUnreserved,
  encodePath,
  type Robots,
  type RobotsGroup,
  type RobotsRule,
  upperHex,
} from './robots-file.ts';

export { parseRobots, type Robots } from './robots-file.ts';

/** What a robots.txt says of one URL to one agent. */
export interface RobotsVerdict {
  readonly allowed: boolean;
  /** The line that decides; absent where no rule matches. */
  readonly line?: string | undefined;
  readonly lineNumber?: number | undefined;
  readonly crawlDelayMs?: number | undefined;
  readonly sitemaps: readonly string[];
}

/**
 * Whether `agent` may ask for `url` (RFC 9309, 2.2): the groups that name it, joined, or else those
 * of `*`; of the rules that match, the longest pattern; of two as long, allow.
 * @param agent a product token or a whole User-Agent value that begins with one
 * @param url absolute, or a path with its query, percent-encoded as it is asked for
 */
export function isAllowed(robots: Robots, agent: string, url: string): RobotsVerdict {
  const groups = groupsFor(robots, agent);
  const crawlDelayMs = groups.find((group) => group.crawlDelayMs !== undefined)?.crawlDelayMs;
  const about = { crawlDelayMs, sitemaps: robots.sitemaps };
  const path = pathOf(url);
  // "The /robots.txt URI is implicitly allowed" (2.2.2).
  const rule = path === '/robots.txt' ? undefined : chooseRule(groups, formsOf(path));
  if (!rule) return { allowed: true, ...about };
  const { line, lineNumber } = rule;
  return { allowed: rule.kind === 'allow', line, lineNumber, ...about };
}

/** The groups that hold for an agent: those that name it, or those of everybody else. */
export function groupsFor(robots: Robots, agent: string): RobotsGroup[] {
  const token = productToken(agent);
  const named = robots.groups.filter(({ agents }) => token !== '' && agents.includes(token));
  return named.length > 0 ? named : robots.groups.filter(({ agents }) => agents.includes('*'));
}

/** Robots that call themselves a browser name themselves in its comment. */
const COMPATIBLE = /^Mozilla\/[\d.]+ \([^)]*?\bcompatible;\s*(?<token>[a-z_-]+)/iu;

/**
 * The product token that an agent goes by, in lower case; empty where it names none. A product may
 * carry a version and a comment (RFC 9110, 10.1.5); "Foo Bar" is no product.
 */
function productToken(agent: string): string {
  const compatible = COMPATIBLE.exec(agent)?.groups?.token;
  return (compatible ?? /^[a-z_-]+(?=\/|$)/iu.exec(agent)?.[0] ?? '').toLowerCase();
}

type Forms = Readonly<Record<RobotsRule['kind'], string>>;

/**
 * The forms in which a path meets rules. RFC 9309, 2.2.2 wants raw octets encoded and needless
 * encoding undone on both sides; the parser that its authors published compares as written. Where
 * the two differ, the reading that forbids holds: disallow by the first, allow by the second.
 */
function formsOf(path: string): Forms {
  return {
    allow: literalPath(upperHex(path)),
    disallow: literalPath(decodeUnreserved(encodePath(path))),
  };
}

function chooseRule(groups: readonly RobotsGroup[], path: Forms): RobotsRule | undefined {
  let chosen: RobotsRule | undefined;
  for (const rule of groups.flatMap((group) => group.rules)) {
    if (chosen && !isStronger(rule, chosen)) continue;
    if (isMatch(rule.pattern, path[rule.kind])) chosen = rule;
  }
  return chosen;
}

function isStronger(rule: RobotsRule, than: RobotsRule): boolean {
  if (rule.octets !== than.octets) return rule.octets > than.octets;
  return rule.kind === 'allow' && than.kind === 'disallow';
}

/** Path and query of a URL, as patterns are compared with. */
export function pathOf(url: string): string {
  const whole = url.split('#', 1)[0] ?? '';
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/?]*(.*)$/isu.exec(whole)?.[1] ?? whole;
  return path.startsWith('/') ? path : `/${path}`;
}
