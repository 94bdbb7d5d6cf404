import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Who may import whom: a folder, what of the project it may import, and which packages it owns. */
const MAY: Record<string, { inside: RegExp; packages?: RegExp }> = {
  'src/record': { inside: /^src\/record\//, packages: /^zod$/ },
  'src/arabic': { inside: /^src\/arabic\//, packages: /^$/ },
  'src/errors.ts': { inside: /^src\/record\//, packages: /^$/ },
  'src/crawler.ts': { inside: /^src\/(record\/|errors\.ts)/ },
  // A source's file names routes, and what may stand there each kind of route knows by itself.
  'src/source.ts': {
    inside: /^src\/(record\/|line\/discover\/routes\/index\.ts)/,
    packages: /^zod$/,
  },
  'src/select.ts': { inside: /^src\/errors\.ts/, packages: /^(css-select|dom)/ },
  'src/markup.ts': { inside: /^$/, packages: /^(cheerio|htmlparser2|domhandler)/ },
  'src/line': { inside: /^src\/(record\/|arabic\/|errors\.ts|crawler\.ts|select\.ts|markup\.ts)/ },
  'src/state': {
    inside: /^src\/(state|record)\/|^src\/errors\.ts|^src\/line\/\w+\/[\w-]+\.ts/,
  },
  'src/jobs': { inside: /^src\/(jobs|line|state|record)\/|^src\/(errors|crawler|source)\.ts/ },
  'src/config': {
    inside:
      /^src\/(config|record)\/|^src\/(errors|crawler|source)\.ts|^src\/line\/discover\/routes\/index\.ts/,
  },
  'src/operate': {
    inside: /^src\/(operate|state|record)\/|^src\/line\/index\.ts|^src\/errors\.ts/,
  },
  'src/cli': { inside: /^(src|crawlers)\// },
  'src/index.ts': { inside: /^(src|crawlers)\// },
  'src/read-article.ts': { inside: /^src\/(record|line)\/|^src\/crawler\.ts/ },
  'src/consume.ts': { inside: /^src\/(record|state)\/|^src\/errors\.ts/ },
  crawlers: {
    inside: /^(crawlers|src\/arabic|src\/record)\/|^src\/crawler\.ts/,
    packages: /^(cheerio|domhandler)/,
  },
};

/** Packages that one place alone may import. */
const OWNED: [RegExp, RegExp][] = [
  [/^ioredis$/, /^src\/state\//],
  [/^bullmq$/, /^src\/(jobs\/|consume\.ts)/],
  [/^(undici|crawlee|playwright|node:https|node:net|node:dns)/, /^src\/line\/fetch\//],
  // The console listens, and asks nobody.
  [/^node:http$/, /^src\/(line\/fetch\/|operate\/listen\.ts)/],
];

/** Names of files that several folders share: one subject, seen by each of them. */
const SHARED_NAMES: ReadonlySet<string> = new Set(
  (
    'alerts article backfill console-data credit-line evidence feed health home host-slots image ' +
    'index log-guard news-sitemap records replay route section sinks site-name sketch source-file ' +
    'status survey trace visit wordpress'
  ).split(' '),
);

/** Folders of `src/line`: a step imports no other step. */
const step = (path: string): string | undefined => /^src\/line\/(\w+)\//.exec(path)?.[1];

interface Import {
  from: string;
  to: string;
  typeOnly: boolean;
  /** True for what is loaded only once it is called for. */
  isLater: boolean;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesBelow(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

function importsOf(path: string, text: string): Import[] {
  const found = text.matchAll(
    /^(?:import|export)\s+(type\s)?[^;'"]*?from\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm,
  );
  return [...found].map(([, typeOnly, named, dynamic]) => {
    const name = named ?? dynamic ?? '';
    const to = name.startsWith('.') ? relative('.', resolve(dirname(path), name)) : name;
    return { from: path, to, typeOnly: typeOnly !== undefined, isLater: named === undefined };
  });
}

function faultOf({ from, to, typeOnly }: Import): string | undefined {
  const place = Object.keys(MAY).find((name) => from === name || from.startsWith(`${name}/`));
  const rule = place === undefined ? undefined : MAY[place];
  if (!rule) return `${from}: no rule for this folder`;
  const inside = /^(src|crawlers)\//.test(to);
  const own = step(from);
  if (inside && own !== undefined && step(to) === own) return undefined;
  // State implements the ports that steps declare: it may know their types, never their code.
  if (from.startsWith('src/state/') && to.startsWith('src/line/') && !typeOnly)
    return `${from} runs ${to}`;
  if (inside) return rule.inside.test(to) ? undefined : `${from} imports ${to}`;
  const owner = OWNED.find(([name]) => name.test(to));
  if (owner && !owner[1].test(from) && !typeOnly) return `${from} imports ${to}`;
  return rule.packages && !rule.packages.test(to) ? `${from} imports ${to}` : undefined;
}

/** Files that import each other in a circle, types too: what is left when the rest is taken away. */
function circleOf(all: readonly Import[]): readonly string[] {
  let rest = all.filter(({ from, to }) => from !== to);
  for (let before = -1; before !== rest.length; ) {
    before = rest.length;
    const [froms, tos] = [new Set(rest.map(({ from }) => from)), new Set(rest.map(({ to }) => to))];
    rest = rest.filter(({ from, to }) => tos.has(from) && froms.has(to));
  }
  return [...new Set(rest.map(({ from }) => from))];
}

/** What is loaded with a file: files of the project and packages. */
function loadedWith(file: string, all: readonly Import[]): ReadonlySet<string> {
  const loaded = new Set([file]);
  for (const one of loaded) {
    for (const { from, to, typeOnly, isLater } of all)
      if (from === one && !typeOnly && !isLater) loaded.add(to);
  }
  return loaded;
}

/** So many files somebody opens at most who follows one article from a visit to a sink; it was 46 once. */
const MOST_ON_THE_WAY = 45;

function wayOf(text: string): string[] {
  const [, section = ''] = /^## One article, file by file$([\s\S]*?)^\*\*/mu.exec(text) ?? [];
  return [...section.matchAll(/`(src\/[^`]+\.ts)`/gu)].map(([, file = '']) => file);
}

const isJoined = (file: string, before: readonly string[]): boolean =>
  imports.some(
    ({ from, to }) =>
      (from === file && before.includes(to)) || (to === file && before.includes(from)),
  );

const files = [...filesBelow('src'), ...filesBelow('crawlers')];
const imports = files.flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));

describe(`who imports whom, over ${files.length} files and ${imports.length} imports`, () => {
  it('has read the project', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(imports.length).toBeGreaterThan(100);
  });

  it('keeps to the table', () => {
    expect(imports.map(faultOf).filter((fault) => fault !== undefined)).toEqual([]);
  });

  it('goes in no circle', () => {
    expect(circleOf(imports)).toEqual([]);
  });

  // Who takes records, reads a source's file or asks how things stand waits for no parser of pages.
  it.each(['src/consume.ts', 'src/source.ts', 'src/config/load.ts', 'src/cli/records.ts'])(
    'loads no reader of documents with %s',
    (file) => {
      const loaded = [...loadedWith(file, imports)];
      expect(loaded).toContain('zod');
      expect(loaded.filter((name) => /^(cheerio|htmlparser2)|src\/markup\.ts/.test(name))).toEqual(
        [],
      );
    },
  );

  it('gives no name of a file to two subjects', () => {
    const names = ['src', 'crawlers'].flatMap(filesBelow).map((path) => basename(path, '.ts'));
    const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
    expect([...twice].sort()).toEqual([...SHARED_NAMES].sort());
  });

  describe('the way of one article in docs/architecture.md', () => {
    const way = wayOf(readFileSync('docs/architecture.md', 'utf8'));

    it('is a few files, each of which is there', () => {
      expect(way.length).toBeGreaterThan(30);
      expect(way.length).toBeLessThanOrEqual(MOST_ON_THE_WAY);
      expect(way.filter((file) => !files.includes(file))).toEqual([]);
    });

    it('joins each file to one before it by an import', () => {
      const apart = way.filter((file, at) => at > 0 && !isJoined(file, way.slice(0, at)));
      expect(apart).toEqual([]);
    });

    it('finds a file that no import joins to it', () => {
      expect(isJoined('src/arabic/hijri.ts', way)).toBe(false);
    });
  });

  it('finds a planted circle', () => {
    const circle = ['a b', 'b c', 'c a', 'd a', 'c e'].map((pair) => {
      const [from = '', to = ''] = pair.split(' ');
      return { from, to, typeOnly: true, isLater: false };
    });
    expect(circleOf(circle)).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['src/line/extract/body/article-body.ts', "import { x } from '../../fetch/client.ts';"],
    ['src/line/publish/publish.ts', "import { Redis } from 'ioredis';"],
    ['src/arabic/date.ts', "import { z } from 'zod';"],
    ['src/operate/console.ts', "import { page } from '../jobs/page-job.ts';"],
    ['src/state/records.ts', "import { publish } from '../line/publish/publish.ts';"],
    ['crawlers/jannah.ts', "import { keysOf } from '../src/state/keys.ts';"],
    ['src/config/load.ts', "const x = await import('undici');"],
  ])('finds a planted violation in %s', (path, text) => {
    expect(importsOf(path, text).map(faultOf)).toEqual([expect.stringContaining(path)]);
  });
});
