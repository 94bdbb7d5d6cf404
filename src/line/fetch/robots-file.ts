/** One rule of a group. */
export interface RobotsRule {
  readonly kind: 'allow' | 'disallow';
  /** In the form in which paths are compared with rules of this kind. */
  readonly pattern: string;
  /** Octets of the pattern as the file means it: what decides which match is the longest. */
  readonly octets: number;
  /** The line as it stands, and its number from 1. */
  readonly line: string;
  readonly lineNumber: number;
}

/** The rules for one set of agents. */
export interface RobotsGroup {
  /** Product tokens in lower case; `*` is everybody else. */
  readonly agents: readonly string[];
  readonly rules: readonly RobotsRule[];
  readonly crawlDelayMs?: number | undefined;
}

/** A robots.txt (RFC 9309). */
export interface Robots {
  readonly groups: readonly RobotsGroup[];
  readonly sitemaps: readonly string[];
}

/** RFC 9309, 2.5: a parser reads at least 500 KiB; what comes after is ignored. */
const MOST_CHARACTERS = 500 * 1024;

/** The authors' parser cuts lines there: eight times the longest URL of old browsers, less one. */
const LINE_CHARACTERS = 16_663;

/**
 * Reads a robots.txt. Lines that say nothing known are skipped (RFC 9309, 2.2), also all of them; so
 * only a rule ends a list of agents, and other fields between two agents do not part them (2.2.4).
 * @param url where the file stands: a sitemap may be named by its path
 */
export function parseRobots(text: string, url?: string): Robots {
  const groups: RobotsGroup[] = [];
  const sitemaps: string[] = [];
  let group = emptyGroup();
  const lines = text
    .slice(0, MOST_CHARACTERS)
    .replace(/^\ufeff/u, '')
    .split(/\r\n|\r|\n/u);
  for (const [index, line] of lines.entries()) {
    const field = parseLine(line);
    if (!field) continue;
    if (field.name === 'sitemap') {
      sitemaps.push(absolute(field.value, url));
    } else if (field.name === 'user-agent') {
      // A rule ends the list of agents: the next one begins a group.
      if (group.isClosed) group = emptyGroup();
      if (group.agents.length === 0) groups.push(group);
      group.agents.push(agentOf(field.value));
    } else {
      group.isClosed ||= field.name !== 'crawl-delay';
      addField(group, field, { line: line.trim(), lineNumber: index + 1 });
    }
  }
  return { groups, sitemaps };
}

function absolute(sitemap: string, url: string | undefined): string {
  if (url === undefined || sitemap === '' || !URL.canParse(sitemap, url)) return sitemap;
  return new URL(sitemap, url).href;
}

interface OpenGroup {
  readonly agents: string[];
  readonly rules: RobotsRule[];
  crawlDelayMs: number | undefined;
  isClosed: boolean;
}

const emptyGroup = (): OpenGroup => ({
  agents: [],
  rules: [],
  crawlDelayMs: undefined,
  isClosed: false,
});

function addField(group: OpenGroup, field: Field, at: { line: string; lineNumber: number }): void {
  if (field.name === 'crawl-delay') {
    group.crawlDelayMs ??= parseDelay(field.value);
  } else if (field.value !== '' && field.name !== 'user-agent' && field.name !== 'sitemap') {
    // An empty pattern matches nothing (RFC 9309, 2.2.2 and its grammar).
    group.rules.push({ ...ruleOf(field.name, field.value), ...at });
  }
}

type FieldName = 'user-agent' | 'allow' | 'disallow' | 'sitemap' | 'crawl-delay';

interface Field {
  readonly name: FieldName;
  readonly value: string;
}

/** Names as they are written, with the slips that Google's parser knows. */
const NAMES: readonly [RegExp, FieldName][] = [
  [/^user[ -]?agent$/iu, 'user-agent'],
  [/^allow$/iu, 'allow'],
  [/^(?:disallow|dissallow|dissalow|disalow|diasllow|disallaw)$/iu, 'disallow'],
  [/^site-?map$/iu, 'sitemap'],
  [/^crawl-?delay$/iu, 'crawl-delay'],
];

function parseLine(line: string): Field | undefined {
  const bare = line.slice(0, LINE_CHARACTERS).split('#', 1)[0]?.trim() ?? '';
  const [written, value] = splitField(bare);
  const name = NAMES.find(([pattern]) => pattern.test(written))?.[1];
  return name && { name, value };
}

/** `name: value`; where the colon is missing, the two words of a line of two words. */
function splitField(bare: string): [string, string] {
  const colon = bare.indexOf(':');
  if (colon >= 0) return [bare.slice(0, colon).trim(), bare.slice(colon + 1).trim()];
  const words = bare.split(/[ \t]+/u);
  return words.length === 2 ? [words[0] ?? '', words[1] ?? ''] : ['', ''];
}

/** The product token of an agent value: up to the first character a token cannot have (2.2.1). */
function agentOf(value: string): string {
  if (/^\*(?:\s|$)/u.test(value)) return '*';
  return (/^[a-z_-]+/iu.exec(value)?.[0] ?? '').toLowerCase();
}

/** Seconds, also with a fraction; some write the unit behind. */
const DELAY = /^(?<seconds>\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})\s*(?:s|secs?|seconds?)?$/iu;

/** Crawl-delay is no part of RFC 9309: it is read as Bing and Yandex read it. */
function parseDelay(value: string): number | undefined {
  const seconds = DELAY.exec(value)?.groups?.seconds;
  return seconds === undefined ? undefined : Math.round(Number(seconds) * 1000);
}

function ruleOf(
  kind: RobotsRule['kind'],
  value: string,
): Pick<RobotsRule, 'kind' | 'pattern' | 'octets'> {
  const encoded = encodePath(value);
  const pattern = kind === 'allow' ? encoded : decodeUnreserved(encoded);
  return { kind, pattern, octets: encoded.length };
}

/**
 * A path as it is asked for: octets outside ASCII percent-encoded (RFC 9309, 2.2.2), hex digits in
 * upper case.
 */
export function encodePath(path: string): string {
  return upperHex(path.replaceAll(/[^\u0021-\u007e]+/gu, percentEncode));
}

/** The same path where only the case of hex digits is brought to one form. */
export function upperHex(path: string): string {
  return path.replaceAll(/%[0-9a-f]{2}/giu, (code) => code.toUpperCase());
}

const UNRESERVED = /[A-Za-z0-9._~-]/u;

/** Decodes characters that were encoded without need (RFC 9309, 2.2.2; RFC 3986, 2.3). */
export function decodeUnreserved(path: string): string {
  return path.replaceAll(/%[0-9A-F]{2}/gu, (code) => {
    const letter = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return UNRESERVED.test(letter) ? letter : code;
  });
}

/** Each byte percent-encoded: a file of half a megabyte of Arabic has a million of them. */
const ENCODED: readonly string[] = Array.from(
  { length: 256 },
  (_, byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
);

function percentEncode(part: string): string {
  let encoded = '';
  // Buffer turns a lone surrogate into U+FFFD, where encodeURIComponent would throw.
  for (const byte of Buffer.from(part, 'utf8')) encoded += ENCODED[byte];
  return encoded;
}
