import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({ license: z.unknown().optional(), dev: z.boolean().optional() }),
  ),
});
const file = new URL('../../../package-lock.json', import.meta.url);
const { packages } = Lock.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Licences under which we may pass a package on with ours (SPDX names): permissive ones. */
const ALLOWED = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0'],
  ...['ISC', 'MIT', 'MIT-0', 'Python-2.0', 'Unlicense', 'Zlib'],
]);

/** Packages whose word is another, each with the reason why it may be here. */
const EXCEPTIONS: readonly (readonly [name: RegExp, reason: string])[] = [
  [/^caniuse-lite$/u, 'CC-BY-4.0: a table of browsers, passed on with its own licence file'],
  [
    /^idcac-playwright$/u,
    'GPL-3.0: an optional part of Crawlee that is never loaded; not in our package',
  ],
  [
    /^@msgpackr-extract\//u,
    'MIT by its own repository; binaries of other platforms, not installed',
  ],
  [/^(?:map-stream|parent-require)$/u, 'MIT by their own licence files; their package.json is old'],
  [/^@fontsource\//u, 'OFL-1.1: fonts, served with their licence file'],
  [/^pause-stream$/u, 'MIT or Apache 2.0, as a list of an old form'],
];

/** One of several is enough where they are joined by OR; all of them where by AND. */
function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/gu, '');
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => ALLOWED.has(name.trim())));
}

it('every package that runs with us has a licence that lets us', () => {
  const shipped = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  expect(shipped.length).toBeGreaterThan(200);
  const refused = shipped
    .map(
      ([path, { license }]) => [path.replace(/^.*node_modules\//u, ''), String(license)] as const,
    )
    .filter(([name]) => !EXCEPTIONS.some(([known]) => known.test(name)))
    .filter(([, license]) => !isAllowed(license));
  expect(refused).toEqual([]);
});
