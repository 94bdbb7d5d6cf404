import { AsyncLocalStorage } from 'node:async_hooks';
import { call } from '../src/cli/call.ts';

/** How a command of the program ended. */
export interface CommandEnd {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

// Commands within the test's own process: to load the program takes longer than most commands do. What
// a process of its own is needed for (signals, folders, Redis from outside) is in `startMarsad`.

interface Written {
  stdout: string;
  stderr: string;
}

const writing = new AsyncLocalStorage<Written>();

/** Takes what a call writes; what others write goes where it went. */
function divert(name: 'stdout' | 'stderr'): void {
  const stream = process[name];
  const write = stream.write.bind(stream);
  const taken = (chunk: Uint8Array | string, ...rest: []): boolean => {
    const written = writing.getStore();
    if (!written) return write(chunk, ...rest);
    written[name] += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8');
    return true;
  };
  Object.assign(stream, { write: taken });
}

let isDiverted = false;

/** Takes what is written from now on, and no Redis that the test's own caller named. */
function prepare(): void {
  if (isDiverted) return;
  isDiverted = true;
  delete process.env.REDIS_URL;
  divert('stdout');
  divert('stderr');
}

/** Runs `marsad ARGS…` here; gives how it ended. Calls may run at the same time. */
export async function callMarsad(...args: string[]): Promise<CommandEnd> {
  prepare();
  const written: Written = { stdout: '', stderr: '' };
  const status = await writing.run(written, () => call(args));
  process.exitCode = 0;
  return { status, stdout: written.stdout, stderr: withoutProgress(written.stderr) };
}

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
