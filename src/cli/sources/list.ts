import { Command } from 'commander';
import { loadConfig } from '../../config/load.ts';
import { urlOf } from '../../record/route.ts';
import { configOption, jsonOption } from '../options.ts';
import { plugIns } from '../plug-ins.ts';
import { print, printJson } from '../print.ts';

/** `marsad sources list`: a line a source. */
export const list = new Command('list')
  .description('Lists the sources of config/sources, a line each.')
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async ({ config, json }: { config: string; json?: boolean }) => {
    for (const source of loadConfig(config, plugIns).sources.values()) {
      if (json) await printJson(source);
      else {
        const state = source.enabled ? 'enabled' : 'disabled';
        await print(
          `${source.id}\t${state}\t${source.name}\t${source.discover.map(urlOf).join(' ')}\n`,
        );
      }
    }
  });
