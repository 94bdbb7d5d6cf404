import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** What a command is started with. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** What a process and all that it started took. */
export interface Usage {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** The most that all processes held at one time; pages that they share count for each. */
  readonly peakBytes: number;
  readonly status: number | null;
  readonly errors: string;
}

/** Linux counts in hundredths of a second (USER_HZ), whatever its clock. */
const TICKS = 100;

const PAGE_BYTES = 4096;

/** Often enough that of a process that ends, little is missed: its last 50 ms. */
const SAMPLE_MS = 50;

interface Stat {
  readonly parent: number;
  readonly cpuSeconds: number;
  readonly bytes: number;
}

/** A process's fields in `/proc/PID/stat` (proc(5)); its name may hold spaces and brackets. */
function statOf(pid: string): Stat | undefined {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const at = (field: number): number => Number(fields[field - 3]);
    return { parent: at(4), cpuSeconds: (at(14) + at(15)) / TICKS, bytes: at(24) * PAGE_BYTES };
  } catch {
    // It ended between the listing and the reading.
    return undefined;
  }
}

/** A process and its descendants, by their ids. */
export function treeOf(root: number): ReadonlyMap<number, Stat> {
  const all = new Map<number, Stat>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/u.test(name) ? statOf(name) : undefined;
    if (stat) all.set(Number(name), stat);
  }
  const tree = new Map<number, Stat>();
  const take = (pid: number): void => {
    const stat = all.get(pid);
    if (!stat || tree.has(pid)) return;
    tree.set(pid, stat);
    for (const [child, { parent }] of all) if (parent === pid) take(child);
  };
  take(root);
  return tree;
}

/** Starts a command and measures it until it ends, or is ended after `limitMs`. */
export function startMeasured({ program, args, env }: Command, limitMs: number) {
  const started = performance.now();
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return { child, ended: measure(child, { started, limitMs, errors: () => errors }) };
}

async function measure(
  child: ChildProcess,
  { started, limitMs, errors }: { started: number; limitMs: number; errors: () => string },
): Promise<Usage> {
  const cpu = new Map<number, number>();
  const ended = once(child, 'close');
  let peakBytes = 0;
  while (child.exitCode === null && child.signalCode === null) {
    const tree = treeOf(child.pid ?? 0);
    let bytes = 0;
    for (const [pid, stat] of tree) {
      cpu.set(pid, stat.cpuSeconds);
      bytes += stat.bytes;
    }
    peakBytes = Math.max(peakBytes, bytes);
    if (performance.now() - started > limitMs) killTree(child);
    await pause(SAMPLE_MS);
  }
  const [status] = await ended;
  const cpuSeconds = [...cpu.values()].reduce((sum, one) => sum + one, 0);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, cpuSeconds, peakBytes, status: status as number | null, errors: errors() };
}

/** Ends a process and all that it started, with no time to put anything in order. */
export function killTree({ pid }: ChildProcess): void {
  for (const one of treeOf(pid ?? 0).keys()) {
    try {
      process.kill(one, 'SIGKILL');
    } catch {
      // It had ended by itself.
    }
  }
}
