import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Settings } from '../../../src/config/settings.ts';
import { ROOT } from '../../program.ts';

// `config/marsad.yaml` shows each key with its default, or with an example where there is none.

/** Keys in braces that are part of an example, though they have a default. */
const EXAMPLES = ['alerts.quiet.zone', 'api.tokens.desk.scopes'];

type Tree = Record<string, unknown>;
const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = readFileSync(join(ROOT, 'config/marsad.yaml'), 'utf8');
/** The file with every key taken out of its comment; one of the two forms of a Redis of several servers. */
const shown = parse(
  text
    .split('\n')
    .filter(
      (line) => /^(?:# )? *(?:# )?[a-zA-Z]+:/u.test(line) && !/^# *cluster:|yaml-lang/u.test(line),
    )
    .map((line) => line.replace(/^# /u, '').replace(/^( *)# /u, '$1'))
    .filter((line) => !/^ +cluster:/u.test(line))
    .join('\n'),
) as Tree;

/** The keys below which no other stands, as paths. */
function leaves(tree: Tree, above: readonly string[] = []): string[][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    isTree(value) ? leaves(value, [...above, key]) : [[...above, key]],
  );
}

const valueAt = (tree: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), tree);

/** The settings without one key. */
function without(tree: Tree, [key = '', ...rest]: readonly string[]): Tree {
  const { [key]: value, ...others } = tree;
  return rest.length > 0 && isTree(value) ? { ...others, [key]: without(value, rest) } : others;
}

describe('the file of settings as it is shipped', () => {
  const paths = leaves(shown).filter(([first]) => first !== 'sinks');

  it('shows keys that there are, with values that are allowed', () => {
    expect(paths.length).toBeGreaterThan(45);
    expect(Settings.safeParse(shown).error?.issues).toBeUndefined();
  });

  const named = paths.map((path) => [path.join('.'), path] as const);
  it.each(named.filter(([name]) => !EXAMPLES.includes(name)))(
    'shows the default of %s, where it has one',
    (_name, path) => {
      const assumed = valueAt(Settings.safeParse(without(shown, path)).data, path);
      expect(assumed ?? valueAt(Settings.parse(shown), path)).toEqual(
        valueAt(Settings.parse(shown), path),
      );
    },
  );

  it.each([
    [['websub', 'port'], 7701],
    [['crawl', 'delay'], '5s'],
  ])('would find out another default of %j', (path, value) => {
    expect(valueAt(Settings.parse(without(shown, path)), path)).toBe(value);
  });
});
