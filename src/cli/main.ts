#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { ConfigError, MarsadError, StateError } from '../errors.ts';
import { commands } from './commands.ts';
import { keepHeapSmall } from './heap.ts';
import { addCommands } from './loading.ts';
import { print, printError } from './print.ts';
import { version } from './version.ts';

/** Status of a command that ran and found a fault. */
const FAULT = 1;
/** Status of a command that was used wrongly, or cannot start. */
const WRONG_USE = 2;

const program = new Command('marsad')
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
  if (!(error instanceof MarsadError)) {
    printError(`marsad: a defect of our own: ${stackOf(error)}\n`);
    return FAULT;
  }
  printError(`marsad: ${error.message}\n${error.hint ? `  ${error.hint}\n` : ''}`);
  return error instanceof ConfigError || error instanceof StateError ? WRONG_USE : FAULT;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** A reader that closes the pipe (`| head`) has what it wants. */
process.stdout.on('error', (error) => {
  process.exit('code' in error && error.code === 'EPIPE' ? 0 : FAULT);
});

/** The words of a call that may name commands; `help run` asks about `run`. */
const namesOf = (call: readonly string[]): string[] =>
  call.filter((word) => !word.startsWith('-') && word !== 'help');

/** Runs the command that the words name; gives the exit status. */
async function main(call: readonly string[]): Promise<number> {
  try {
    throwing(await addCommands(program, commands, namesOf(call)));
    await program.parseAsync(call, { from: 'user' });
    return 0;
  } catch (error) {
    return report(error);
  }
}

keepHeapSmall();
// All is closed and written by now; what Crawlee still times would hold the process for seconds.
process.exit(await main(process.argv.slice(2)));
