import { OptOutError } from '../../errors.ts';
import type { SourceRules } from '../../record/source-rules.ts';
import type { Robots } from './robots.ts';
import type { RobotsGroup } from './robots-file.ts';

/** A site's word against text mining or AI use of its pages. */
export interface OptOut {
  /** The line that says so, as it stands. */
  readonly line: string;
  /** True where it holds for every machine reader; false where it names only some. */
  readonly binding: boolean;
}

/**
 * Product tokens of crawlers that gather text for AI, as their operators document them. A site that
 * shuts these out has said what it thinks of such use, though not to us by name.
 */
const AI_AGENTS: ReadonlySet<string> = new Set([
  'ai2bot',
  'amazonbot',
  'anthropic-ai',
  'applebot-extended',
  'bytespider',
  'ccbot',
  'chatgpt-user',
  'claude-web',
  'claudebot',
  'cohere-ai',
  'diffbot',
  'duckassistbot',
  'facebookbot',
  'google-extended',
  'gptbot',
  'imagesiftbot',
  'meta-externalagent',
  'oai-searchbot',
  'omgilibot',
  'perplexitybot',
  'timpibot',
  'youbot',
]);

/**
 * The opt-out that an answer's header states, or else its origin's robots.txt. What stands in the
 * page itself is for the readers of pages.
 * @param agent our own product token: a field that names another robot is not for us
 */
export function findOptOut(
  headers: Readonly<Record<string, string>>,
  robots: Robots,
  agent: string,
): OptOut | undefined {
  return findTagOptOut(headers, agent) ?? findReservation(headers) ?? findSiteOptOut(robots);
}

/** `X-Robots-Tag: noai`; a value may name the robot that it is for: `gptbot: noai`. */
function findTagOptOut(
  headers: Readonly<Record<string, string>>,
  agent: string,
): OptOut | undefined {
  const tag = headers['x-robots-tag'] ?? '';
  const parts = tag.split(',').map((part) => part.trim());
  const found = parts.find((part) => /(?:^|:\s*)no(?:ai|imageai|ml)$/iu.test(part));
  if (found === undefined) return undefined;
  const named = /^([\w-]+)\s*:/u.exec(found)?.[1]?.toLowerCase();
  const isForUs = named === undefined || agent.toLowerCase().startsWith(named);
  // Images are only linked to, so "noimageai" is told and does not hold the text back.
  return { line: `X-Robots-Tag: ${found}`, binding: isForUs && !/noimageai$/iu.test(found) };
}

/** TDM Reservation Protocol (W3C community group report, 2024), 5: the header field. */
function findReservation(headers: Readonly<Record<string, string>>): OptOut | undefined {
  const value = headers['tdm-reservation']?.trim();
  return value === '1' ? { line: 'tdm-reservation: 1', binding: true } : undefined;
}

/** What the robots.txt of an origin says of robots that gather text for AI. */
export function findSiteOptOut({ groups }: Robots): OptOut | undefined {
  const group = groups.find(isShutOut);
  const agent = group?.agents.find((one) => AI_AGENTS.has(one));
  return agent === undefined
    ? undefined
    : { line: `User-agent: ${agent} / Disallow: /`, binding: false };
}

function isShutOut({ agents, rules }: RobotsGroup): boolean {
  const isAll = rules.some(({ kind, pattern }) => kind === 'disallow' && /^\/\*?$/u.test(pattern));
  return isAll && agents.some((agent) => AI_AGENTS.has(agent));
}

/**
 * Holds a page back whose site reserves AI and text-mining use, where the source's file says to obey.
 * @throws OptOutError
 */
export function obeyOptOut(
  optOut: OptOut | undefined,
  { url, rights }: { url: string; rights: SourceRules['rights'] },
): void {
  if (!optOut?.binding || !rights.respectAiOptOut) return;
  throw new OptOutError(`${url} reserves AI and text-mining use: ${optOut.line}`, {
    hint: 'Set rights.respectAiOptOut: false only where you have the right to this use.',
    context: { url, line: optOut.line },
  });
}
