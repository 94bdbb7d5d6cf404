import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus, loadavg, totalmem } from 'node:os';
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
  /** Of a bench that ends in a JSON object: each number by its path. */
  readonly figures: readonly Figure[];
  /** What the last run printed before that object. */
  readonly output: string;
}

/**
 * The machine in words: what a reader compares their own to, and the load before the first run, which
 * is what others did on it.
 */
function machineOf(load: number): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores, ${gigabytes} GB, load ${load.toFixed(1)} before, Node ${process.versions.node}`;
}

/** Runs a bench so often, each time in a process of its own, and shows what it prints. */
export async function measureBench(
  bench: string,
  args: readonly string[],
  runs: number,
): Promise<Measurement> {
  const outputs: string[] = [];
  const [load = 0] = loadavg();
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
    machine: machineOf(load),
    runs,
    status,
    figures: figuresOf(outputs),
    output: partsOf(outputs.at(-1) ?? '').text,
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

/** Medians with their spread, where each run ended in one JSON object. */
export function figuresOf(outputs: readonly string[]): Figure[] {
  const runs = outputs.map(numbersOf);
  const names = Object.keys(runs[0] ?? {});
  return names.map((name) => {
    const values = runs.map((run) => run[name] ?? Number.NaN).sort((a, b) => a - b);
    const at = (share: number): number => values[Math.round(share * (values.length - 1))] ?? 0;
    return { name, median: at(0.5), least: at(0), most: at(1) };
  });
}

/** An output taken apart: the text for people, and the JSON object at its end, `{}` where there is none. */
function partsOf(output: string): { text: string; values: unknown } {
  const lines = output.trimEnd().split('\n');
  const at = lines.findLastIndex((line) => line.startsWith('{'));
  try {
    const values: unknown = JSON.parse(lines.slice(Math.max(0, at)).join('\n'));
    return { text: lines.slice(0, at).join('\n'), values };
  } catch {
    // A table for people alone: the report shows it as it is.
    return { text: output, values: {} };
  }
}

/** The numbers at the end of an output by their paths. */
function numbersOf(output: string): Record<string, number> {
  const numbers: Record<string, number> = {};
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'number') numbers[path] = value;
    else if (typeof value === 'object' && value !== null) {
      for (const [key, below] of Object.entries(value)) walk(below, path ? `${path}.${key}` : key);
    }
  };
  walk(partsOf(output).values, '');
  return numbers;
}
