import { access } from 'node:fs/promises';
import { Command } from 'commander';
import { UsageError } from '../errors.ts';
import { backUp, restore } from '../state/state-backup.ts';
import { openInstallation } from './installation.ts';
import { configOption } from './options.ts';
import { print } from './print.ts';

interface Options {
  readonly config: string;
  readonly force?: boolean;
}

/** `marsad backup`. */
export const backup = new Command('backup')
  .description(
    'Writes the whole state (records, log, what is learnt, queues) to a file, as it is at one moment, also ' +
      'while the service runs; the files that sinks and the archive write are copied with their folders.',
  )
  .argument('<file>')
  .addOption(configOption())
  .action(async (file: string, { config }: Options) => {
    const { redis, keys, address, where, close } = await openInstallation(config);
    try {
      const { keys: count } = await backUp({ redis, keys, address }, file);
      await print(`${count} keys of ${where} are in ${file}\n`);
    } finally {
      await close();
    }
  });

/** `marsad restore`. */
export const restoreCommand = new Command('restore')
  .description(
    'Puts the state of a backup into an empty installation; its checksum is looked at before anything.',
  )
  .argument('<file>')
  .option('--force', 'instead of all that the installation has')
  .addOption(configOption())
  .action(async (file: string, { config, force = false }: Options) => {
    await access(file).catch((cause: unknown) => {
      throw new UsageError(`${file} cannot be read`, { cause });
    });
    const { redis, keys, where, close } = await openInstallation(config);
    try {
      const { keys: count, at } = await restore({ redis, keys }, file, force);
      await print(`${count} keys of ${at} are back in ${where}\n`);
    } finally {
      await close();
    }
  });
