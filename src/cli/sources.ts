import { Command } from 'commander';
import { addCommands, type CommandLoader } from './loading.ts';

/** What can be done with sources: one more is one file and one line here. */
const ACTIONS: Readonly<Record<string, CommandLoader>> = {
  list: async () => (await import('./sources/list.ts')).list,
  check: async () => (await import('./sources/check.ts')).check,
  add: async () => (await import('./sources/add.ts')).add,
  test: async () => (await import('./sources/test.ts')).test,
  verify: async () => (await import('./sources/verify.ts')).verify,
  repair: async () => (await import('./sources/repair.ts')).repair,
  import: async () => (await import('./sources/import.ts')).importFeeds,
  export: async () => (await import('./sources/export.ts')).exportSources,
  enable: async () => (await import('./sources/enable.ts')).enable,
  disable: async () => (await import('./sources/enable.ts')).disable,
};

/** `marsad sources`: the sources of an installation, and the catalogue to take some from. */
export const sources: CommandLoader = (words) =>
  addCommands(
    new Command('sources').description(
      'Lists, checks, tries, adds, enables and disables sources, and the outlets of the catalogue.',
    ),
    ACTIONS,
    words,
  );
