import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const root = new URL('../../../', import.meta.url);
const Packages = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
});
const { dependencies, devDependencies } = Packages.parse(
  JSON.parse(readFileSync(new URL('package.json', root), 'utf8')),
);

/** The rows of the table: the packages of the first cell, and the cells behind. */
const rows = readFileSync(new URL('docs/dependencies.md', root), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\||\|$/gu, '').trim()));
const named = rows.flatMap(([first = '']) =>
  [...first.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => ({
    name,
    isDev: first.includes('(tests)'),
  })),
);
const namesOf = (isDev: boolean): string[] =>
  named.flatMap((one) => (one.isDev === isDev ? one.name : [])).sort();

it('gives each package that runs with us its reason, and no other', () => {
  expect(namesOf(false)).toEqual(Object.keys(dependencies).sort());
});

it('gives each package of the tests its reason, and no other', () => {
  expect(namesOf(true)).toEqual(Object.keys(devDependencies).sort());
});

it('says in each row what a package does and what was weighed against it', () => {
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((cells) => cells.length !== 3 || cells.some((cell) => cell === ''))).toEqual(
    [],
  );
});

it('pins every version, so that a release is built of what was tested', () => {
  const versions = Object.entries({ ...dependencies, ...devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
});
