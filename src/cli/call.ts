import { Command, CommanderError } from 'commander';
import { ConfigError, MarsadError, StateError } from '../errors.ts';
import { refusalText } from '../state/write-gate.ts';
import { commands } from './commands.ts';
import { addCommands } from './loading.ts';
import { print, printError } from './print.ts';
import { version } from './version.ts';

/** Status of a command that ran and found a fault. */
export const FAULT = 1;
/** Status of a command that was used wrongly, or cannot start. */
const WRONG_USE = 2;

const newProgram = (): Command =>
  new Command('marsad')
    .description('Watches Arabic news sites and publishes one clean record an article.')
    .version(version)
    .showHelpAfterError('(marsad COMMAND --help shows what is allowed)')
    .exitOverride();

/** Lets a command and those below it throw instead of ending the process. */
function throwing(command: Command): Command {
  for (const below of command.commands) throwing(below);
  return command
    .exitOverride()
    .configureOutput({ writeErr: printError, writeOut: (text) => void print(text) });
}

/** Says on standard error what went wrong and what to do next; gives the exit status. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
  const refusal = refusalText(error);
  if (refusal !== undefined) {
    printError(
      `marsad: Redis takes no writes: ${refusal.slice(0, REASON_SHOWN)}\n  ${FULL_HINT}\n`,
    );
    return WRONG_USE;
  }
  if (!(error instanceof MarsadError)) {
    printError(`marsad: a defect of our own: ${stackOf(error)}\n`);
    return FAULT;
  }
  printError(`marsad: ${error.message}\n${error.hint ? `  ${error.hint}\n` : ''}`);
  return error instanceof ConfigError || error instanceof StateError ? WRONG_USE : FAULT;
}

/** Redis puts the call of a script behind its reason. */
const REASON_SHOWN = 100;

const FULL_HINT = 'Give it room or mend its disk (docs/runbook.md, redis-full), then try again.';

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * The words of a call that may name commands; `help run` asks about `run`. `--version` needs none of them.
 */
const namesOf = (words: readonly string[]): string[] =>
  words.filter((word) => (!word.startsWith('-') || VERSION.includes(word)) && word !== 'help');

const VERSION = ['-V', '--version'];

/** Runs the command that the words of a call name; gives the exit status. */
export async function call(words: readonly string[]): Promise<number> {
  try {
    const program = throwing(await addCommands(newProgram(), commands, namesOf(words)));
    await program.parseAsync(words, { from: 'user' });
    // A command that did its work and found a fault sets it.
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return report(error);
  }
}
