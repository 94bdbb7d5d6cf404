import { Command } from 'commander';

/** Loads a command; `words` are those behind its name, by which a command of commands loads one. */
export type CommandLoader = (words: readonly string[]) => Promise<Command>;

/**
 * Adds commands by their names. Only the one that the first word names is loaded, since loading
 * every module takes longer than most commands do; without a word all are, for the help.
 */
export async function addCommands(
  parent: Command,
  loaders: Readonly<Record<string, CommandLoader>>,
  [called, ...below]: readonly string[],
): Promise<Command> {
  for (const [name, load] of Object.entries(loaders)) {
    const isNeeded = called === undefined || called === name;
    parent.addCommand(isNeeded ? await load(below) : new Command(name));
  }
  return parent;
}
