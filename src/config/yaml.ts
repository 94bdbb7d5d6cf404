import { LineCounter, parseDocument, type Document as YamlDocument } from 'yaml';
import type { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { knownKeys, nearestKey } from './known-key.ts';

/** A file as text and its name as the operator knows it. */
export interface ConfigText {
  readonly file: string;
  readonly text: string;
}

/** The largest settings or source file that is read, in UTF-16 units; real ones have some 2,000. */
const LONGEST_FILE = 200_000;

/**
 * Parses a YAML file and checks it against a schema.
 * @throws ConfigError naming `file:line:column`, what was found and what is allowed, for the first
 *   three faults of the file.
 */
export function readYaml<T extends z.ZodType>(schema: T, { file, text }: ConfigText): z.output<T> {
  if (text.length > LONGEST_FILE) {
    throw new ConfigError(`${file}: at most ${LONGEST_FILE} characters, found ${text.length}`);
  }
  const lines = new LineCounter();
  // No aliases: a source file needs none, and nested ones can grow without bound.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const fault = document.errors[0];
  if (fault)
    throw new ConfigError(`${place(fault.pos[0])}: ${fault.message}`, { context: { file } });
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (result.success) return result.data;
  const messages = result.error.issues
    .slice(0, FAULTS_SHOWN)
    .map((issue) => `${place(offsetOf(document, issue))}: ${explain(issue, schema)}`);
  throw new ConfigError(messages.join('\n'), {
    hint: `Mend ${file}; it is read again when it is saved.`,
    context: { file },
  });
}

/** More faults than that at once hide the first cause. */
const FAULTS_SHOWN = 3;

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
  return `${path}${issue.code === 'invalid_union' ? explainUnion(issue) : issue.message}`;
}

/** The keys that the schema does not know; of a union those that no branch knows. */
function unknownKeys(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys;
  if (issue.code !== 'invalid_union') return [];
  const branches = issue.errors.map((errors) => errors.flatMap(unknownKeys));
  const [first = [], ...others] = branches;
  return first.filter((key) => others.every((keys) => keys.includes(key)));
}

function explainKeys(keys: readonly string[], known: readonly string[]): string {
  const nearest = keys.map((key) => nearestKey(key, known)).find((key) => key !== undefined);
  const allowed = known.length > 0 ? `; allowed: ${known.join(', ')}` : '';
  return `unknown key ${keys.join(', ')}${nearest ? `, did you mean ${nearest}?` : allowed}`;
}

/** The branch of a union that got furthest says best what is wrong. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion): string {
  const branches = issue.errors.map((errors) => errors[0]).filter((error) => error !== undefined);
  const deepest = branches.toSorted((a, b) => b.path.length - a.path.length)[0];
  if (deepest === undefined) return issue.message;
  const path = deepest.path.length > 0 ? `${deepest.path.join('.')}: ` : '';
  return `${path}${deepest.message}`;
}
