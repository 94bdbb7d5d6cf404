import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { setEnabled } from '../../config/enabled-line.ts';
import { loadSource } from '../../config/load.ts';
import { UsageError } from '../../errors.ts';
import { configOption } from '../options.ts';
import { plugIns } from '../plug-ins.ts';
import { print } from '../print.ts';
import { sourceFile, writeSource } from './source-file.ts';

const switching = (name: string, does: string, enabled: boolean): Command =>
  new Command(name)
    .description(
      `${does} Only the line \`enabled\` of its file is changed; a service that runs takes it up ` +
        'within seconds.',
    )
    .argument('<id>', 'id of a source')
    .addOption(configOption())
    .action(async (id: string, { config }: { config: string }) => {
      const file = sourceFile(config, id);
      await print(`${id} ${switchSource(file, id, enabled)} ${name}d\n`);
    });

/** @throws UsageError where there is no such source, ConfigError where its file is broken */
function switchSource(file: string, id: string, enabled: boolean): 'is now' | 'was already' {
  if (!existsSync(file)) {
    throw new UsageError(`No source ${id}`, { hint: 'marsad sources list shows them.' });
  }
  if (loadSource(file, plugIns).enabled === enabled) return 'was already';
  writeSource(file, setEnabled({ file, text: readFileSync(file, 'utf8') }, enabled));
  return 'is now';
}

/** `marsad sources enable`. */
export const enable = switching('enable', 'Has a source visited again.', true);

/** `marsad sources disable`. */
export const disable = switching('disable', 'Has a source visited no more; its file stays.', false);
