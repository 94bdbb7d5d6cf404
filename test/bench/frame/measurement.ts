import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

/** A figure over several runs. */
export interface Figure {
  readonly name: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

/** What a bench printed, and on what. */
export interface Measurement {
  readonly bench: string;
  readonly command: string;
  /** ISO day. */
  readonly day: string;
  readonly machine: string;
  readonly runs: number;
  /** Exit status of the last run. */
  readonly status: number;
  /** Of a bench that prints JSON: each number by its path. */
  readonly figures: readonly Figure[];
  /** What the last run printed. */
  readonly output: string;
}

/** The machine in words: what a reader compares their own to. */
function machineOf(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores, ${gigabytes} GB, Node ${process.versions.node}`;
}

/** Runs a bench so often, each time in a process of its own, and shows what it prints. */
export async function measureBench(
  bench: string,
  args: readonly string[],
  runs: number,
): Promise<Measurement> {
  const outputs: string[] = [];
  let status = 0;
  for (let run = 0; run < runs; run += 1) {
    process.stderr.write(`bench ${bench}, run ${run + 1} of ${runs}\n`);
    const end = await runOnce(bench, args);
    outputs.push(end.output);
    status = end.status;
  }
  return {
    bench,
    command: ['npm run bench --', bench, ...args].join(' '),
    day: new Date().toISOString().slice(0, 10),
    machine: machineOf(),
    runs,
    status,
    figures: figuresOf(outputs),
    output: outputs.at(-1) ?? '',
  };
}

async function runOnce(
  bench: string,
  args: readonly string[],
): Promise<{ status: number; output: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, bench, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    process.stdout.write(text);
  });
  const [status] = await once(child, 'close');
  return { status: Number(status ?? 1), output };
}

/** Medians with their spread, where each run printed one JSON object. */
export function figuresOf(outputs: readonly string[]): Figure[] {
  const runs = outputs.map(numbersOf);
  const names = Object.keys(runs[0] ?? {});
  return names.map((name) => {
    const values = runs.map((run) => run[name] ?? Number.NaN).sort((a, b) => a - b);
    const at = (share: number): number => values[Math.round(share * (values.length - 1))] ?? 0;
    return { name, median: at(0.5), least: at(0), most: at(1) };
  });
}

/** The numbers of a JSON text by their paths; none where it is no JSON. */
function numbersOf(output: string): Record<string, number> {
  const numbers: Record<string, number> = {};
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'number') numbers[path] = value;
    else if (typeof value === 'object' && value !== null) {
      for (const [key, below] of Object.entries(value)) walk(below, path ? `${path}.${key}` : key);
    }
  };
  try {
    walk(JSON.parse(output), '');
  } catch {
    // A table for people: the report shows it as it is.
  }
  return numbers;
}
