import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EVENTS } from '../src/operate/event.ts';

// What is declared and read by nobody is a promise that nobody keeps.

/** Handed whole to others, or read by tests and consumers of the library only; each with its reason. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set([
  // undici reads its options itself.
  ...['bodyTimeout', 'maxHeaderSize', 'keepAliveTimeout', 'pipelining'],
  // Hono reads the types of what a request carries by it.
  'Variables',
  // Tests take changed files up at once, where the service watches the folder.
  'reload',
]);

const texts = ['src', 'crawlers'].flatMap((folder) =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => path.endsWith('.ts'))
    .map((path) => join(folder, path))
    .map((path) => ({ path, text: withoutComments(readFileSync(path, 'utf8')) })),
);

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/^\s*\/\/.*$/gmu, '');
}

/** Names that stand behind a dot, in quotes, or in braces that take a value apart. */
function namesRead(code: string): ReadonlySet<string> {
  const read = new Set([...code.matchAll(/\.(\w+)|'(\w+)'/gu)].map(([, a, b]) => a ?? b ?? ''));
  let rest = code;
  for (let depth = 0; depth < 4; depth += 1) {
    rest = rest.replace(/\{([^{}]*)\}(\s*(?:=[^=>]|:|\)|,|=>|of\b))/gu, (_, inner, behind) => {
      for (const [name] of inner.matchAll(/\w+(?=\s*(?:[,:=]|$))/gu)) read.add(name);
      return `_${behind}`;
    });
  }
  return read;
}

function membersOf(code: string): string[] {
  const bodies = [...code.matchAll(/interface \w+[^{]*\{([\s\S]*?)\n\}/gu)].map(([, body]) => body);
  return bodies.flatMap((body = '') =>
    [...body.matchAll(/^ {2}(?:readonly )?(\w+)\??(?::|\()/gmu)].map(([, name = '']) => name),
  );
}

it('declares no member that nobody reads', () => {
  const read = namesRead(texts.map(({ text }) => text).join('\n'));
  const unread = texts.flatMap(({ path, text }) =>
    membersOf(text)
      .filter((name) => !read.has(name) && !READ_ELSEWHERE.has(name))
      .map((name) => `${path}: ${name}`),
  );
  expect(texts.flatMap(({ text }) => membersOf(text)).length).toBeGreaterThan(500);
  expect(unread).toEqual([]);
});

it('finds a member that nobody reads', () => {
  const code =
    'interface A {\n  readonly used: string;\n  readonly idle: string;\n}\nconst { used } = a;';
  const read = namesRead(code);
  expect(membersOf(code).filter((name) => !read.has(name))).toEqual(['idle']);
});

/** Whether code has a name whole, or makes it from its beginning and a word: `source-${what}`. */
function isNamed(name: string, code: string): boolean {
  if (code.includes(`'${name}'`)) return true;
  const [beginning, ...words] = name.split('-');
  return code.includes(`\`${beginning}-\${`) && code.includes(`'${words.join('-')}'`);
}

it('emits every event of the closed list', () => {
  const others = texts.filter(({ path }) => !path.endsWith('operate/event.ts'));
  const code = others.map(({ text }) => text).join('\n');
  const silent = Object.keys(EVENTS).filter((name) => !isNamed(name, code));
  expect(silent).toEqual([]);
});
