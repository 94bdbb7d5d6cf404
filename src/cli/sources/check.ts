import { Command } from 'commander';
import { loadConfig } from '../../config/load.ts';
import { type MarsadError, UnreadableError } from '../../errors.ts';
import { configOption, jsonOption } from '../options.ts';
import { plugIns } from '../plug-ins.ts';
import { print, printJson } from '../print.ts';

/** `marsad sources check`: every fault with its place and remedy. */
export const check = new Command('check')
  .description(
    'Checks settings and sources; each fault with file, line and remedy. Status 1 on a fault.',
  )
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async ({ config, json }: { config: string; json?: boolean }) => {
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
