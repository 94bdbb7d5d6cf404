import { createInterface } from 'node:readline';
import { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { hashPassword } from '../operate/access/password.ts';
import { print, printError } from './print.ts';

/** A shorter password can be guessed within some years, at the rate that the throttle allows. */
const LEAST = 10;

const password = new Command('password')
  .description(
    'Makes the hash of a password for console.users in marsad.yaml. The password is read from ' +
      'standard input, its first line: no shell keeps it.',
  )
  .action(async () => {
    if (process.stdin.isTTY) printError('Password (it is shown as you type): ');
    const given = await firstLine();
    if (given.length < LEAST) throw new UsageError(`A password has ${LEAST} characters or more`);
    await print(`${await hashPassword(given)}\n`);
  });

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

/** `marsad console`: what the console needs beside the settings. */
export const consoleCommand = new Command('console')
  .description('Helps with the settings of the console.')
  .addCommand(password);
