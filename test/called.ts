import { AsyncLocalStorage } from 'node:async_hooks';
import { pino } from 'pino';
import { call } from '../src/cli/call.ts';

/** How a command of the program ended. */
export interface CommandEnd {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

// Commands within the test's own process: to load the program takes longer than most commands do. What
// a process of its own is needed for (kills, several of them, Redis from outside) is in `startMarsad`.

/** What a call wrote so far, and what it listens to. */
interface Call {
  stdout: string;
  stderr: string;
  /** What it does at SIGTERM; absent before it listens. */
  onStop?: () => void;
  isToStop: boolean;
}

const calls = new AsyncLocalStorage<Call>();

/** Takes what a call writes; what others write goes where it went. */
function divert(name: 'stdout' | 'stderr'): void {
  const stream = process[name];
  const write = stream.write.bind(stream);
  const taken = (chunk: Uint8Array | string, ...rest: []): boolean => {
    const current = calls.getStore();
    if (!current) return write(chunk, ...rest);
    current[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    return true;
  };
  Object.assign(stream, { write: taken });
}

/** Takes the log that a call opens, which goes to the descriptor of standard error, past the stream. */
function divertLogs(): void {
  const { destination } = pino;
  const taken = (...args: Parameters<typeof destination>) => {
    const current = calls.getStore();
    if (!current) return destination(...args);
    const write = (line: string): void => {
      current.stderr += line;
    };
    return { write };
  };
  Object.assign(pino, { destination: taken });
}

/** Keeps from this process what a call does at a signal: signals of this process are not meant for it. */
function divertSignals(): void {
  const on = process.on.bind(process);
  const taken = (event: string, listener: () => void): NodeJS.Process => {
    const current = calls.getStore();
    if (!current || !/^SIG/u.test(event)) return on(event, listener);
    if (event === 'SIGTERM') {
      current.onStop = listener;
      if (current.isToStop) listener();
    }
    return process;
  };
  Object.assign(process, { on: taken });
}

let isDiverted = false;

/** Takes what is written from now on, and no Redis that the test's own caller named. */
function prepare(): void {
  if (isDiverted) return;
  isDiverted = true;
  delete process.env.REDIS_URL;
  divert('stdout');
  divert('stderr');
  divertLogs();
  divertSignals();
}

/** A command that runs within this process. */
export interface RunningCall {
  readonly ended: Promise<CommandEnd>;
  /** What it wrote to standard error so far. */
  readonly stderr: () => string;
  /** Does what SIGTERM does to a process. */
  readonly stop: () => Promise<CommandEnd>;
}

/** Starts `marsad ARGS…` here. Calls may run at the same time. */
export function startCall(...args: string[]): RunningCall {
  prepare();
  const current: Call = { stdout: '', stderr: '', isToStop: false };
  const run = async (): Promise<CommandEnd> => {
    const status = await calls.run(current, () => call(args));
    process.exitCode = 0;
    return { status, stdout: current.stdout, stderr: withoutProgress(current.stderr) };
  };
  const ended = run();
  return {
    ended,
    stderr: () => current.stderr,
    stop: () => {
      // A second signal would end the process.
      if (!current.isToStop) current.onStop?.();
      current.isToStop = true;
      return ended;
    },
  };
}

/** Runs `marsad ARGS…` here to its end. */
export const callMarsad = (...args: string[]): Promise<CommandEnd> => startCall(...args).ended;

/** What a command wrote, less the lines that say every ten seconds how far a trial is: a slow machine has some. */
export const withoutProgress = (stderr: string): string =>
  stderr.replaceAll(/^\d+ of at most \d+: .*\n/gmu, '');

/** Where a command runs: its folder, and variables beside those of the test. */
export interface Place {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The call that has the folder and the variables of this process for itself. */
let turn: Promise<unknown> = Promise.resolve();

/** Runs `marsad ARGS…` here as if it were started in a folder: one such call at a time. */
export function callMarsadIn(place: Place, ...args: string[]): Promise<CommandEnd> {
  const end = turn.then(() => callAt(place, args));
  turn = end.catch(() => undefined);
  return end;
}

async function callAt({ cwd, env = {} }: Place, args: readonly string[]): Promise<CommandEnd> {
  prepare();
  const before = process.cwd();
  const replaced = Object.keys(env).map((name) => [name, process.env[name]] as const);
  process.chdir(cwd);
  Object.assign(process.env, env);
  try {
    return await callMarsad(...args);
  } finally {
    process.chdir(before);
    for (const [name, value] of replaced) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}
