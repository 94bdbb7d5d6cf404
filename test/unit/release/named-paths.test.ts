import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/cli/commands.ts';
import { filesIn, GUIDES, read } from '../../guide-calls.ts';
import { ROOT } from '../../program.ts';

/** Files that a guide tells people to make: they are in no checkout. */
const MADE_BY_READERS = /^config\/(?:sources\/\w+\.yaml|verified\.json)$/u;

/** Folders and files of the project that a text names from its root. */
const PATHS = /(?<![\w./-])(?:src|test|docs|config|deploy|clients|crawlers|scripts)\/[\w./-]*\w/gu;

/** The targets of Markdown links within the project. */
const LINKS = /\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/gu;

const named = [...GUIDES, ...filesIn('src', '.ts'), ...filesIn('crawlers', '.ts')].flatMap(
  (file) => {
    const paths = (read(file).match(PATHS) ?? []).filter((path) => /\.\w+$/u.test(path));
    return [...new Set(paths)].map((path) => [file, path] as const);
  },
);
const linked = GUIDES.flatMap((file) =>
  [...read(file).matchAll(LINKS)].map(([, target = '']) => [file, join(dirname(file), target)]),
);

describe('a path that a guide or a comment names', () => {
  it('is found', () => expect(named.length).toBeGreaterThan(100));
  it('leads to a file', () => {
    const lost = named.filter(
      ([, path]) => !existsSync(join(ROOT, path)) && !MADE_BY_READERS.test(path),
    );
    expect(lost).toEqual([]);
  });
});

describe('a link of a guide', () => {
  it('is found', () => expect(linked.length).toBeGreaterThan(50));
  it('leads to a file or folder', () => {
    expect(linked.filter(([, path = '']) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

it('has every command on the page of commands', () => {
  const page = read('docs/commands.md');
  expect(Object.keys(commands).filter((name) => !page.includes(`\`${name}`))).toEqual([]);
});
