import { Command } from 'commander';
import { loadConfig, routeUrls } from '../config/load.ts';
import { type MarsadError, UnreadableError } from '../errors.ts';
import { configOption, jsonOption } from './options.ts';
import { plugIns } from './plug-ins.ts';
import { print, printJson } from './print.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
}

const list = new Command('list')
  .description('Lists the sources of config/sources, a line each.')
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async ({ config, json }: Options) => {
    for (const source of loadConfig(config, plugIns).sources.values()) {
      if (json) await printJson(source);
      else {
        const state = source.enabled ? 'enabled' : 'disabled';
        await print(`${source.id}\t${state}\t${source.name}\t${routeUrls(source).join(' ')}\n`);
      }
    }
  });

const check = new Command('check')
  .description(
    'Checks settings and sources; each fault with file, line and remedy. Status 1 on a fault.',
  )
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async ({ config, json }: Options) => {
    const { sources, faults } = loadConfig(config, plugIns);
    for (const fault of faults) {
      if (json) await printJson({ fault: fault.message, hint: fault.hint });
      else await print(`${fault.message}\n${fault.hint ? `  ${fault.hint}\n` : ''}`);
    }
    if (!json)
      await print(`${sources.size} sources are good, ${faults.length} files have a fault\n`);
    if (faults.length > 0) throw new FaultyConfig(`${faults.length} source files have a fault`);
  });

/** Ends `sources check` with status 1: it ran, and found a fault. */
class FaultyConfig extends UnreadableError {
  override readonly code: MarsadError['code'] = 'FAULTY_CONFIG';
}

/** `marsad sources`: the catalogue. */
export const sources = new Command('sources')
  .description('Shows and checks the catalogue of sources.')
  .addCommand(list)
  .addCommand(check);
