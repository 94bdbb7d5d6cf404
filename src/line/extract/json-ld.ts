import { repairJson } from './json-repair.ts';

/** An object of JSON-LD: names to values of any form. */
export type JsonNode = Readonly<Record<string, unknown>>;

/** Most nodes that are looked at on a page; a graph of a news page has below 50. */
const MAX_NODES = 500;

/** Deepest nesting that is followed. */
const MAX_DEPTH = 12;

/** All objects of the scripts, those of `@graph`, arrays and nested ones too, outer first. */
export function readJsonLd(scripts: readonly string[]): readonly JsonNode[] {
  const nodes: JsonNode[] = [];
  for (const script of scripts) collect(repairJson(script), nodes, 0);
  return nodes;
}

function collect(value: unknown, nodes: JsonNode[], depth: number): void {
  if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, nodes, depth + 1);
  } else if (isNode(value)) {
    nodes.push(value);
    for (const item of Object.values(value))
      if (typeof item === 'object') collect(item, nodes, depth + 1);
  }
}

/** True for an object that is no array. */
export function isNode(value: unknown): value is JsonNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** True where `@type` is, or holds, a type whose name the pattern fits; prefixes are ignored. */
export function hasType(node: JsonNode, pattern: RegExp): boolean {
  const types = [node['@type']].flat();
  return types.some(
    (type) => typeof type === 'string' && pattern.test(type.replace(/^.*[/:#]/, '')),
  );
}

/** A text of a field: a string, the first of an array, or the `name` or `@value` of an object. */
export function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(textIn).find((text) => text !== undefined);
  if (!isNode(value)) return undefined;
  return textIn(value['@value'] ?? value.name ?? value.headline);
}

/** All texts of a field, in order. */
export function textsIn(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value.slice(0, 100) : [value];
  return list.map(textIn).filter((text) => text !== undefined);
}
