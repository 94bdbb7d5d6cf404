/**
 * `npm run fuzz -- NAME… [--minutes N] [--seed S] [--keep]`: tries mutated inputs on what reads
 * other people's text, and looks for crashes, hangs, growth and what must hold. `--all` is every
 * name. A finding is made small and, with `--keep`, put among the cases that `npm test` tries
 * again. Status 1 where something was found.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Campaign, type Finding, runCampaign } from './campaign.ts';
import type { FuzzTarget } from './target.ts';
import { openThread } from './thread.ts';

const folder = new URL('./targets/', import.meta.url);
const names = readdirSync(folder).map((file) => file.replace(/\.ts$/u, ''));

/** An input that takes longer hangs: the slowest takes a second, and others use the machine too. */
const HANG_MS = 60_000;

const DEFAULT_MINUTES = 10;

function usage(): never {
  process.stderr.write(
    'usage: npm run fuzz -- NAME… | --all [--minutes N] [--seed S] [--keep]\n' +
      `NAME is one of: ${names.join(', ')}\n`,
  );
  process.exit(2);
}

function callOf(words: string[]) {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  const options = { minutes: text, seed: text, keep: flag, all: flag };
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch {
    return usage();
  }
}

/** Bytes of a finding that are shown. */
const SHOWN = 600;

function show(name: string, { fault, input, seed }: Finding): void {
  console.log(`\n${name}, batch of seed ${seed}: ${fault.slice(0, 1500)}`);
  console.log(`${input.length} bytes: ${JSON.stringify(input.subarray(0, SHOWN).toString())}`);
}

function keep(name: string, { extension }: FuzzTarget, { input }: Finding): void {
  const cases = new URL(`./cases/${name}/`, import.meta.url);
  mkdirSync(cases, { recursive: true });
  const file = `${createHash('sha256').update(input).digest('hex').slice(0, 10)}.${extension}`;
  writeFileSync(new URL(file, cases), input);
}

async function fuzz(name: string, seed: number, forMs: number): Promise<Campaign> {
  const module = new URL(`${name}.ts`, folder).href;
  const { target }: { target: FuzzTarget } = await import(module);
  const thread = openThread(module, HANG_MS);
  const campaign = await runCampaign(target, thread, { seed, forMs });
  await thread.close();
  for (const finding of campaign.findings) {
    show(name, finding);
    if (values.keep && finding.kind !== 'growth') keep(name, target, finding);
  }
  return campaign;
}

const { values, positionals } = callOf(process.argv.slice(2));
const chosen = values.all ? names : positionals;
const [minutes, seed] = [values.minutes ?? DEFAULT_MINUTES, values.seed ?? Date.now() % 1e9].map(
  Number,
);
if (chosen.length === 0 || chosen.some((name) => !names.includes(name))) usage();
if (!(minutes && minutes > 0) || !Number.isInteger(seed)) usage();
const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
for (const name of chosen) {
  const { inputs, findings, slowestMs, heap } = await fuzz(name, seed ?? 0, minutes * 60_000);
  const size = heap.map(megabytes).join(' to ');
  console.log(
    `${name}: seed ${seed}, ${minutes} min, ${inputs} inputs, ${findings.length} findings, ` +
      `slowest ${slowestMs.toFixed(0)} ms, heap ${size} MB`,
  );
  if (findings.length > 0) process.exitCode = 1;
}
