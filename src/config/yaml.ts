import { LineCounter, visit, type YAMLError, type Document as YamlDocument } from 'yaml';
import type { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { MISSING, plainIssue } from './issue-text.ts';
import { knownKeys, meantText, nearestKey, valueAt } from './known-key.ts';
import { type ConfigText, mendHint, parseYaml } from './parse-yaml.ts';

/**
 * Parses a YAML file and checks it against a schema.
 * @throws ConfigError naming `file:line:column`, what was found and what is allowed, for each fault
 *   of the file (twenty at most)
 */
export function readYaml<T extends z.ZodType>(schema: T, from: ConfigText): z.output<T> {
  try {
    return readWithin(schema, from);
  } catch (error) {
    // The library throws it for an alias (`*name`) without its anchor, and for too many aliases.
    if (error instanceof ReferenceError) throw faulty(from.file, [`${from.file}: ${ALIASES}`]);
    throw error;
  }
}

function readWithin<T extends z.ZodType>(schema: T, from: ConfigText): z.output<T> {
  const { file } = from;
  const lines = new LineCounter();
  // Keys are compared below: the library compares each with each, 21 s for 30,000.
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, ...QUIET };
  const document = parseYaml(from, options);
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const broken = [
    ...document.errors.map(
      (error) => `${place(error.pos[0])}: ${syntaxText(error, document, lines)}`,
    ),
    ...repeatedKeys(document).map(({ at, key }) => `${place(at)}: the key ${key} stands twice`),
  ];
  if (broken.length > 0) throw faulty(file, broken);
  // No aliases: a source file needs none, and nested ones can grow without bound.
  const value: unknown = document.toJS({ maxAliasCount: 0 }) ?? {};
  const result = schema.safeParse(value, { error: plainIssue });
  if (result.success) return result.data;
  const messages = result.error.issues.map((issue) => {
    const text = explain(issue, schema) + foundText(value, issue) + meantText(value, issue);
    return `${place(offsetOf(document, issue))}: ${text}`;
  });
  throw faulty(file, messages);
}

/** The library's message, but for a quote that is not closed, where it only names the end of the file. */
function syntaxText(
  { pos, message }: YAMLError,
  document: YamlDocument,
  lines: LineCounter,
): string {
  const mark = /^Missing closing (['"])quote$/u.exec(message)?.[1];
  if (mark === undefined) return message;
  let opened = 0;
  visit(document, {
    Scalar: (_, { type, range }) => {
      const isQuoted = type === (mark === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE');
      if (isQuoted && range && range[0] <= pos[0]) opened = Math.max(opened, range[0]);
    },
  });
  const { line, col } = lines.linePos(opened);
  return `no ${mark} closes the text that begins in line ${line}, column ${col}`;
}

/** Its warnings go to standard error: what is wrong with a file is told by the schema. */
const QUIET = { logLevel: 'error' } as const;

const ALIASES = 'aliases (*name) are not taken: write the value out';

/** Nobody reads more faults than that at once. */
const FAULTS_SHOWN = 20;

function faulty(file: string, messages: readonly string[]): ConfigError {
  const more = messages.length - FAULTS_SHOWN;
  const shown = messages.slice(0, FAULTS_SHOWN);
  if (more > 0) shown.push(`${file}: and ${more} more`);
  return new ConfigError(shown.join('\n'), {
    hint: mendHint(file),
    context: { file },
  });
}

/** Keys that stand twice in one map, each with where the second stands. */
function repeatedKeys(document: YamlDocument): { key: string; at: number }[] {
  const found: { key: string; at: number }[] = [];
  visit(document, {
    Map: (_, map) => {
      const keys = new Set<unknown>();
      for (const pair of map.items) {
        const key = keyOf(pair);
        if (keys.has(key)) found.push({ key: String(key), at: startOf(pair.key) ?? 0 });
        keys.add(key);
      }
    },
  });
  return found;
}

/** A value is shown up to that length, in UTF-16 units. */
const FOUND_MOST = 60;

/** Keys whose value may be or hold a secret. */
const SECRET_KEY = /url|proxy|header|secret|password|token|key$|callback/iu;

/** `, found "10 minutes"`: what stands there, where it is one value and no secret. */
function foundText(value: unknown, issue: z.core.$ZodIssue): string {
  const { path, code, message } = issue;
  if (code === 'unrecognized_keys' || message.includes('found')) return '';
  const found = valueAt(value, path);
  const isPlain = ['string', 'number', 'boolean'].includes(typeof found);
  if (!isPlain || path.some((key) => SECRET_KEY.test(String(key)))) return '';
  const text = JSON.stringify(found);
  // A message that quotes the value has said it.
  if (message.includes(text)) return '';
  return `, found ${text.length > FOUND_MOST ? `${text.slice(0, FOUND_MOST)}…` : text}`;
}

/** Where in the file an issue stands: at the unknown key, at the value, else at its parent. */
function offsetOf(document: YamlDocument, issue: z.core.$ZodIssue): number {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (issue.code === 'unrecognized_keys') {
    const map = path.length === 0 ? document.contents : document.getIn(path, true);
    const key = issue.keys[0];
    const pair = itemsOf(map).find((item) => keyOf(item) === key);
    return startOf(pair && Reflect.get(pair, 'key')) ?? startOf(map) ?? 0;
  }
  for (let depth = path.length; depth > 0; depth--) {
    const start = startOf(document.getIn(path.slice(0, depth), true));
    if (start !== undefined) return start;
  }
  return 0;
}

function itemsOf(node: unknown): object[] {
  const items: unknown =
    typeof node === 'object' && node !== null ? Reflect.get(node, 'items') : [];
  return Array.isArray(items) ? items.filter((item) => typeof item === 'object') : [];
}

function keyOf(pair: object): unknown {
  const key: unknown = Reflect.get(pair, 'key');
  return typeof key === 'object' && key !== null ? Reflect.get(key, 'value') : key;
}

function startOf(node: unknown): number | undefined {
  const range: unknown =
    typeof node === 'object' && node !== null ? Reflect.get(node, 'range') : [];
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : undefined;
}

/** One sentence for an issue: path, what is wrong, for an unknown key the nearest known one. */
function explain(issue: z.core.$ZodIssue, schema: z.ZodType): string {
  const path = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  const keys = unknownKeys(issue);
  if (keys.length > 0) return `${path}${explainKeys(keys, knownKeys(schema, issue.path))}`;
  if (issue.code === 'invalid_union') return `${path}${explainUnion(issue)}`;
  return spoken(issue);
}

/** `fetch.via: allowed: http, browser`; of a key that is not there `name is missing`. */
function spoken({ path, message }: Pick<z.core.$ZodIssue, 'path' | 'message'>): string {
  const name = path.join('.');
  if (name === '') return message;
  return message.startsWith(MISSING) ? `${name} ${message}` : `${name}: ${message}`;
}

/** The keys that the schema does not know; of a union those that no branch knows. */
function unknownKeys(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys;
  if (issue.code !== 'invalid_union') return [];
  const branches = issue.errors.map((errors) => errors.flatMap(unknownKeys));
  const [first = [], ...others] = branches;
  return first.filter((key) => others.every((keys) => keys.includes(key)));
}

/** Unknown keys that a message names. */
const KEYS_NAMED = 5;

function explainKeys(keys: readonly string[], known: readonly string[]): string {
  const nearest = keys
    .slice(0, KEYS_NAMED)
    .map((key) => nearestKey(key, known))
    .find((key) => key !== undefined);
  const allowed = known.length > 0 ? `; allowed: ${known.join(', ')}` : '';
  const named = keys.slice(0, KEYS_NAMED).join(', ');
  const more = keys.length > KEYS_NAMED ? ` and ${keys.length - KEYS_NAMED} more` : '';
  return `unknown key ${named}${more}${nearest ? `, did you mean ${nearest}?` : allowed}`;
}

/**
 * The fault of the branch of a union that got furthest into the value, which says best what is wrong. Of two
 * at one depth, a branch that only wanted a fixed word counts as less far.
 */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion): string {
  const branches = issue.errors.map((errors) => errors[0]).filter((error) => error !== undefined);
  const reach = ({ path, code }: z.core.$ZodIssue): number =>
    path.length - (code === 'invalid_value' ? 0.5 : 0);
  const deepest = branches.toSorted((a, b) => reach(b) - reach(a))[0];
  if (deepest === undefined) return issue.message;
  const { path } = deepest;
  return deepest.code === 'invalid_union' && deepest.errors.length > 0
    ? spoken({ path, message: explainUnion(deepest) })
    : spoken(deepest);
}
