import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './program.ts';

// The commands that guides tell people to run.

/** The text of a file of the project. */
export const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** The files of a folder and those below it. */
export const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));

/** The texts that guide people. */
export const GUIDES = [
  ...['README.md', 'README.ar.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'],
  ...filesIn('docs', '.md'),
  ...filesIn('config', '.md'),
  ...filesIn('clients', '.md'),
];

/** The words of a shell line by command: without comments, redirections and what holds commands together. */
export function commandsOf(line: string): string[][] {
  const words = [...line.matchAll(/"[^"]*"|'[^']*'|[^\s"']+/gu)].map(([word]) => word);
  const comment = words.findIndex((word) => word.startsWith('#'));
  const found: string[][] = [[]];
  let isTarget = false;
  for (const word of comment < 0 ? words : words.slice(0, comment)) {
    if (/^(?:&&|\|\||\||;|&)$/u.test(word)) found.push([]);
    else if (/^\d?>{1,2}$/u.test(word)) isTarget = true;
    else if (isTarget) isTarget = false;
    else found.at(-1)?.push(word.replaceAll(/^["']|["']$/gu, ''));
  }
  return found.filter((one) => one.length > 0);
}

/** The words behind `marsad`, however it is called; undefined for another program. */
export function wordsOfMarsad(words: readonly string[]): readonly string[] | undefined {
  const call = words.join(' ');
  const before = /^(?:marsad|npm run -s marsad --|npx marsad|docker compose run --rm cli)(?= |$)/u;
  const found = before.exec(call)?.[0];
  return found === undefined ? undefined : words.slice(found.split(' ').length);
}

/** A word that a reader has to replace. */
export const isPlaceholder = (word: string): boolean => /^[A-Z][A-Z_]*[….]*$|[|$…]/u.test(word);

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

/** Commands that stand in blocks of their own: whole, to be copied. */
export const blockCalls = GUIDES.flatMap((file) => {
  const text = read(file);
  return [...text.matchAll(/^```(?:sh|bash|console)?\n(.*?)^```$/gmsu)].flatMap((block) =>
    (block[1] ?? '')
      .replaceAll(/<<'(\w+)'\n.*?^\1$/gmsu, '')
      .replaceAll('\\\n', ' ')
      .split('\n')
      .flatMap((line) =>
        commandsOf(line).map((words) => [`${file}:${lineOf(text, block.index)}`, words] as const),
      ),
  );
});

/** Commands that are named within a sentence, where arguments may be left out. */
export const spanCalls = GUIDES.flatMap((file) => {
  const text = read(file).replaceAll(/^```.*?^```$/gmsu, (block) =>
    block.replaceAll(/[^\n]/gu, ' '),
  );
  return [...text.matchAll(/`((?:marsad|npm|npx|node|\*\/15)[ \n][^`]+)`/gu)].flatMap((span) =>
    commandsOf((span[1] ?? '').replace(/^[*/\d ]+ /u, '').replaceAll('\\|', '|')).map(
      (words) => [`${file}:${lineOf(text, span.index)}`, words] as const,
    ),
  );
});
