import { describe, expect, it } from 'vitest';
import { readJsonLd } from '../../../src/line/extract/json-ld.ts';
import { repairJson } from '../../../src/line/extract/json-repair.ts';

describe('repairJson', () => {
  it.each([
    ['a line break in a string', '{"a": "سطر\nآخر"}', { a: 'سطر\nآخر' }],
    ['a trailing comma', '{"a": [1, 2,],}', { a: [1, 2] }],
    ['a semicolon behind', '{"a": 1};', { a: 1 }],
    ['a second object behind', '{"a": 1}{"b": 2}', { a: 1 }],
    ['a CDATA wrapper', '//<![CDATA[\n{"a": 1}\n//]]>', { a: 1 }],
    ['a comment wrapper', '<!-- {"a": 1} -->', { a: 1 }],
    [
      'quotes inside a string',
      '{"a": "قال "نعم" ثم مضى", "b": 2}',
      { a: 'قال "نعم" ثم مضى', b: 2 },
    ],
    ['a wrong escape', String.raw`{"a": "it\'s"}`, { a: "it's" }],
    ['entities for quotes', '{&quot;a&quot;: 1}', { a: 1 }],
  ])('mends %s', (_name, script, value) => {
    expect(repairJson(script)).toEqual(value);
  });

  it.each(['', '   ', 'var a = 1', '{"a": '])('gives nothing for: %s', (script) => {
    expect(repairJson(script)).toBeUndefined();
  });
});

describe('readJsonLd', () => {
  it('lists the objects of graphs, arrays and fields', () => {
    const scripts = ['[{"@graph": [{"@type": "NewsArticle", "author": {"name": "سلوى"}}]}]', 'x'];
    const nodes = readJsonLd(scripts);
    expect(nodes.map((node) => node['@type'] ?? node.name)).toEqual([
      undefined,
      'NewsArticle',
      'سلوى',
    ]);
  });

  it('is bounded', () => {
    const many = JSON.stringify(Array.from({ length: 5_000 }, () => ({ a: 1 })));
    expect(readJsonLd([many]).length).toBeLessThanOrEqual(500);
  });
});
