import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command, Option } from 'commander';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../../src/cli/commands.ts';
import {
  blockCalls,
  commandsOf,
  filesIn,
  isPlaceholder,
  read,
  spanCalls,
  wordsOfMarsad,
} from '../../guide-calls.ts';
import { ROOT } from '../../program.ts';

// Every command that a guide, a unit, a manifest or the hint of an error tells people to run: held
// against the commands, arguments and options that there are. Which of them do what they say is shown
// elsewhere: test/e2e/guide.test.ts runs the first week, the tests of each command run the rest.

/** What is wrong with the words of a call; undefined where the program takes them. */
async function faultOf(words: readonly string[], isWhole: boolean): Promise<string | undefined> {
  const [name = '', ...behind] = words;
  if (name === '' || isPlaceholder(name) || name.startsWith('-')) return undefined;
  const load = commands[name];
  if (!load) return `no command ${name}`;
  let command = await load(behind);
  let rest = behind;
  while (command.commands.length > 0) {
    const below = command.commands.find((one) => one.name() === rest[0]);
    if (!below) return rest.length > 0 ? `no ${rest[0]} below ${command.name()}` : undefined;
    command = below;
    rest = rest.slice(1);
  }
  const { operands, fault } = readOptions(command, rest);
  return fault ?? (isWhole ? countFault(command, operands.length) : undefined);
}

function readOptions(command: Command, words: readonly string[]) {
  const operands: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!/^-{1,2}[a-z]/u.test(word)) {
      operands.push(word);
      continue;
    }
    const [name = '', given] = word.split(/=(.*)/su);
    const option = command.options.find(({ long, short }) => long === name || short === name);
    if (!option && name !== '--help') return { operands, fault: `no option ${name}` };
    if (!option?.required && !option?.optional) continue;
    if (given === undefined) at += 1;
    const fault = valueFault(option, given ?? words[at]);
    if (fault) return { operands, fault };
  }
  return { operands, fault: undefined };
}

function valueFault(option: Option, value: string | undefined): string | undefined {
  if (value === undefined) return `${option.long} without its value`;
  if (isPlaceholder(value)) return undefined;
  try {
    option.parseArg?.(value, undefined);
    return undefined;
  } catch (error) {
    return `${option.long} ${value}: ${error}`;
  }
}

function countFault({ registeredArguments: known }: Command, count: number): string | undefined {
  const least = known.filter(({ required }) => required).length;
  const most = known.some(({ variadic }) => variadic) ? Number.POSITIVE_INFINITY : known.length;
  return count < least || count > most
    ? `${count} arguments, wanted ${least} to ${most}`
    : undefined;
}

const described = (calls: readonly (readonly [string, readonly string[]])[]) =>
  calls.map(([place, words]) => [place, words.join(' '), words] as const);

describe('a command of marsad', () => {
  const blocks = described(blockCalls).filter(([, , words]) => wordsOfMarsad(words));
  const spans = described(spanCalls).filter(([, , words]) => wordsOfMarsad(words));

  it('stands in every guide', () => {
    expect(blocks.length).toBeGreaterThan(35);
    expect(spans.length).toBeGreaterThan(50);
  });
  it.each(blocks)('%s: %s is taken as it stands', async (_place, _text, words) => {
    expect(await faultOf(wordsOfMarsad(words) ?? [], true)).toBeUndefined();
  });
  it.each(spans)('%s: %s is there', async (_place, _text, words) => {
    expect(await faultOf(wordsOfMarsad(words) ?? [], false)).toBeUndefined();
  });

  it.each([
    ['sources nowhere', 'no nowhere below sources'],
    ['visits', 'no command visits'],
    ['backup', '0 arguments, wanted 1 to 1'],
    ['status --al', 'no option --al'],
    ['failures list --sink', '--sink without its value'],
  ])('%s would be found out: %s', async (call, fault) => {
    expect(await faultOf(call.split(' '), true)).toBe(fault);
  });
});

describe('a command of the checkout', () => {
  const Scripts = JSON.parse(read('package.json')).scripts as Record<string, string>;
  const benches = readdirSync(join(ROOT, 'test/bench')).map((file) => file.replace(/\.ts$/u, ''));
  const calls = described([...blockCalls, ...spanCalls]).filter(
    ([, , words]) => /^(?:npm|npx|node)$/u.test(words[0] ?? '') && !wordsOfMarsad(words),
  );

  /** What is wrong with a call; undefined where it can be made. */
  function faultOfCall([program, ...words]: readonly string[]): string | undefined {
    const rest = words.filter((word) => !word.startsWith('-'));
    if (program === 'node') {
      const file = rest.find((word) => /\.(?:ts|m?js)$/u.test(word));
      return file === undefined || existsSync(join(ROOT, file)) ? undefined : `no file ${file}`;
    }
    const isScript = program === 'npm' && ['run', 'test', 'start'].includes(rest[0] ?? '');
    if (isScript) return faultOfScript(rest[0] === 'run' ? rest.slice(1) : rest);
    const known = ['install', 'ci', 'exec', 'pack', 'marsad', 'audit'];
    return known.includes(rest[0] ?? '') ? undefined : `${rest[0]} is not known here`;
  }

  function faultOfScript([script = '', ...behind]: readonly string[]): string | undefined {
    if (isPlaceholder(script)) return undefined;
    if (!(script in Scripts)) return `no script ${script}`;
    if (script !== 'bench' || behind.length === 0) return undefined;
    const isThere = behind.some((word) => isPlaceholder(word) || benches.includes(word));
    return isThere ? undefined : `no bench among ${behind.join(' ')}`;
  }

  it.each(calls)('%s: %s is there', (_place, _text, words) => {
    expect(faultOfCall(words)).toBeUndefined();
  });
});

describe('a command of units, manifests and containers', () => {
  const compose = parse(read('compose.yaml'), { merge: true }).services as Record<
    string,
    { command?: string[]; build?: object }
  >;
  const calls: (readonly [string, readonly string[]])[] = [
    ...Object.entries(compose)
      .filter(([, { build }]) => build)
      .map(([name, { command = [] }]) => [`compose ${name}`, command] as const),
    ...filesIn('deploy/systemd', '.service').flatMap((file) =>
      [...read(file).matchAll(/^ExecStart=.*main\.js (.*)$/gmu)].map(
        ([, line = '']) => [file, commandsOf(line).flat()] as const,
      ),
    ),
    ...filesIn('deploy/kubernetes', '.yaml').flatMap((file) =>
      [...read(file).matchAll(/^\s+args: (\[.*\])$/gmu)].map(
        ([, list = '[]']) => [file, parse(list) as string[]] as const,
      ),
    ),
  ];
  it('is there at all', () => expect(calls.length).toBeGreaterThanOrEqual(8));
  it.each(described(calls))('%s: %s is taken', async (_place, _text, words) => {
    expect(await faultOf(words, true)).toBeUndefined();
  });
});

describe('a hint', () => {
  const hints = filesIn('src', '.ts').flatMap((file) => {
    const text = read(file);
    return [...text.matchAll(/\bmarsad ([a-z]+)(?: ([a-z]+))?/gu)]
      .filter(([, name = '']) => Object.hasOwn(commands, name))
      .map(([, name = '', below = '']) => [file, `${name} ${below}`.trim(), name, below] as const);
  });
  it('is found', () => expect(hints.length).toBeGreaterThan(20));
  it.each(hints)('%s: marsad %s is there', async (_file, _text, name, below) => {
    const command = await commands[name]?.([below]);
    // Behind a command that has none below it the sentence goes on.
    const words = command?.commands.length && below !== '' ? [name, below] : [name];
    expect(await faultOf(words, false)).toBeUndefined();
  });
});
