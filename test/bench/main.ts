/**
 * `npm run bench -- [--runs N] [--json FILE] [--report] NAME [ARGUMENT…]`, or several names: runs
 * benches one after the other, each in a process of its own. `--all` is every name, `--runs` how
 * often each runs (the report then gives medians; short benches run five times where it is not
 * said), `--json` a file for the figures, and `--report` puts them into docs/benchmarks.md. Without
 * a name it lists them.
 */
import { readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Measurement, measureBench } from './frame/measurement.ts';
import { writeReport } from './frame/report.ts';

const folder = new URL('.', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'main.ts')
  .map((file) => file.replace(/\.ts$/u, ''));

const call = process.argv.slice(2);
const isName = (word: string): boolean => names.includes(word);
/** Options of the frame stand before the first name; what follows a name is the bench's own. */
const firstName = call.findIndex(isName);
const own = firstName < 0 ? call : call.slice(0, firstName);

function usage(): never {
  process.stderr.write(
    'usage: npm run bench -- [--runs N] [--json FILE] [--report] NAME… | --all\n' +
      `NAME is one of: ${names.join(', ')}\n`,
  );
  process.exit(2);
}

/** The options of the frame; what it does not know is a wrong use. */
function optionsOf(words: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({ args: words, options: { runs: text, json: text, report: flag, all: flag } })
      .values;
  } catch {
    return usage();
  }
}

/** A bench: what it does, and how often it runs for a report where it is short. */
interface Bench {
  readonly run?: (args: readonly string[]) => Promise<void>;
  readonly runs?: number;
}

const load = (name: string): Promise<Bench> => import(new URL(`${name}.ts`, folder).href);

/** Runs one bench in this process. */
async function runHere(name: string, args: readonly string[]): Promise<void> {
  const bench = await load(name);
  if (bench.run === undefined) usage();
  await bench.run(args);
}

const options = optionsOf(own);
const rest = firstName < 0 ? [] : call.slice(firstName);
const chosen = options.all ? names : rest.filter(isName);
if (chosen.length === 0) usage();
const [only] = chosen;
if (own.length === 0 && chosen.length === 1 && only) {
  await runHere(only, rest.slice(1));
} else {
  const args = rest.filter((word) => !isName(word));
  const measured: Measurement[] = [];
  for (const name of chosen) {
    const runs = Number(options.runs ?? (await load(name)).runs ?? 1);
    measured.push(await measureBench(name, args, runs));
  }
  if (options.json) writeFileSync(options.json, `${JSON.stringify(measured, null, 2)}\n`);
  if (options.report) writeReport(measured);
  process.exitCode = measured.every(({ status }) => status === 0) ? 0 : 1;
}
