import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ArticleRecord } from '../../../src/record/article.ts';
import { SCHEMA_RELEASE, SCHEMA_VERSION } from '../../../src/record/fields.ts';

const read = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');

const current: unknown = JSON.parse(read('config/schema/article.v1.json'));
const baseline: unknown = JSON.parse(read('config/schema/article.v1.baseline.json'));

type Schema = Readonly<Record<string, unknown>>;
const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

/** Parts of a schema that say what a value is: another one is another meaning. */
const MEANING = ['type', 'const', 'format', 'pattern', 'description', 'minimum', 'maximum'];

/**
 * What a consumer of `before` can no longer rely on: a field that goes, is not always there any more,
 * is of another type, loses a value, or is described in other words. What is added is none.
 */
function breaks(before: unknown, after: unknown, path = 'record'): string[] {
  if (!isSchema(before)) return [];
  if (!isSchema(after)) return [`${path} is gone`];
  const changed = MEANING.filter(
    (key) => key in before && JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  return [
    ...changed.map((key) => `${path}: ${key} is another`),
    ...missing(before.required, after.required).map((name) => `${path}.${name} may be absent`),
    ...missing(before.enum, after.enum).map((value) => `${path} loses the value ${value}`),
    ...parts(before.properties).flatMap(([name, part]) =>
      breaks(
        part,
        isSchema(after.properties) ? after.properties[name] : undefined,
        `${path}.${name}`,
      ),
    ),
    ...breaks(before.items, after.items, `${path}[]`),
    ...['anyOf', 'oneOf'].flatMap((key) =>
      list(before[key]).flatMap((one, at) => breaks(one, list(after[key])[at], `${path}/${at}`)),
    ),
    ...(isSchema(before.additionalProperties)
      ? breaks(before.additionalProperties, after.additionalProperties, `${path}[*]`)
      : []),
  ];
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const parts = (value: unknown): [string, unknown][] =>
  isSchema(value) ? Object.entries(value) : [];
const missing = (before: unknown, after: unknown): string[] =>
  list(before)
    .filter((one) => !list(after).includes(one))
    .map(String);

describe('the schema of the record', () => {
  it('keeps all that version 1 promised', () => {
    expect(breaks(baseline, current)).toEqual([]);
  });

  it('tells each addition in its changelog, under the release that it names', () => {
    const changelog = read('docs/schema-changelog.md');
    const [newest = ''] = /^## \S+/mu.exec(changelog) ?? [];
    expect(newest).toBe(`## ${SCHEMA_RELEASE}`);
    expect(SCHEMA_RELEASE.split('.')[0]).toBe(String(SCHEMA_VERSION));
    expect(isSchema(current) && current.$comment).toContain(SCHEMA_RELEASE);
    const known = new Set(
      parts(isSchema(baseline) ? baseline.properties : {}).map(([name]) => name),
    );
    const added = Object.keys(ArticleRecord.shape).filter((name) => !known.has(name));
    expect(added.filter((name) => !changelog.includes(`\`${name}\``))).toEqual([]);
  });

  it('lets a validator of today take a record of a later release', () => {
    expect(JSON.stringify(current)).not.toContain('"additionalProperties":false');
  });
});

describe('the contract finds', () => {
  const schema = z.toJSONSchema(
    z.object({
      a: z.string().describe('ألف'),
      b: z.enum(['x', 'y']).optional(),
      c: z.array(z.object({ d: z.number() })),
    }),
  );
  const change = (from: string, to: string): unknown =>
    JSON.parse(JSON.stringify(schema).replace(from, to));

  it.each<[string, unknown, string[]]>([
    ['nothing in what is the same', schema, []],
    ['nothing in what is added', change('"b":{', '"e":{"type":"string"},"b":{'), []],
    ['nothing in a value more', change('["x","y"]', '["x","y","z"]'), []],
    ['a field that is gone', change('"b":{', '"e":{'), ['record.b is gone']],
    ['another type', change('"number"', '"string"'), ['record.c[].d: type is another']],
    ['another meaning', change('ألف', 'باء'), ['record.a: description is another']],
    ['a value that is gone', change('["x","y"]', '["x"]'), ['record.b loses the value y']],
    ['what may be absent now', change('["a","c"]', '["a"]'), ['record.c may be absent']],
  ])('%s', (_what, after, faults) => {
    expect(breaks(schema, after)).toEqual(faults);
  });
});

describe("the guide's table of fields", () => {
  const rows = [...read('docs/record.md').matchAll(/^\| `(\w+)` \| (.+?) \| `(.+)` \|$/gmu)];
  const told = new Map(rows.map(([, name = '', meaning, example]) => [name, { meaning, example }]));

  it('explains every field of the record, and none that is not there', () => {
    expect([...told.keys()].sort()).toEqual(Object.keys(ArticleRecord.shape).sort());
  });

  it.each(Object.entries(ArticleRecord.shape))('%s has an example that is one', (name, schema) => {
    const { meaning = '', example = '' } = told.get(name) ?? {};
    expect(meaning.length).toBeGreaterThan(20);
    expect(schema.safeParse(JSON.parse(example)).error).toBeUndefined();
  });
});
