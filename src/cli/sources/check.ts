import { Command } from 'commander';
import { type Config, readConfig } from '../../config/load.ts';
import type { Settings } from '../../config/settings.ts';
import { sharedPaths } from '../../config/shared-path.ts';
import { sharedSites } from '../../config/shared-site.ts';
import { type MarsadError, UnreadableError } from '../../errors.ts';
import type { Source } from '../../source.ts';
import { UNSET_REMEDY, unsetVariables } from '../doctor/environment.ts';
import { configOption, jsonOption } from '../options.ts';
import { plugIns } from '../plug-ins.ts';
import { print, printJson } from '../print.ts';

/** `marsad sources check`: every fault with its place and remedy. */
export const check = new Command('check')
  .description(
    'Checks settings and sources; each fault with file, line and remedy, and a warning where a source ' +
      'names no time zone, several sources read one site, several sinks write to one path, or a variable ' +
      'that is named is not set. Status 1 on a fault.',
  )
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async ({ config, json }: { config: string; json?: boolean }) => {
    const read = readConfig(config, plugIns);
    const { sources, settings, settingsFault, faults: sourceFaults } = read;
    const faults = [...(settingsFault ? [settingsFault] : []), ...sourceFaults];
    for (const fault of faults) {
      if (json) await printJson({ fault: fault.message, hint: fault.hint });
      else await print(`${fault.message}\n${fault.hint ? `  ${fault.hint}\n` : ''}`);
    }
    const all = [...sources.values()];
    const warnings = [...zoneless(all, config), ...sameSite(all, config), ...samePath(settings)];
    await warn([...warnings, ...unset(read)], json);
    if (!json)
      await print(`${sources.size} sources are good, ${faults.length} files have a fault\n`);
    if (faults.length > 0) throw new FaultyConfig(`${faults.length} files have a fault`);
  });

interface Warning {
  readonly warning: string;
  readonly hint: string;
}

/** A source without a zone works; its times without one are read as UTC, which is right for few. */
function zoneless(sources: readonly Source[], config: string): readonly Warning[] {
  return sources
    .filter(({ timeZone, dates }) => timeZone === undefined && dates.zone === undefined)
    .map(({ id }) => ({
      warning: `${config}/sources/${id}.yaml: no timeZone, times that state no zone are read by what the site's clocks teach, else as UTC`,
      hint: 'Write timeZone: and the IANA zone of the newsroom, such as Africa/Cairo.',
    }));
}

/** Files of one site may be meant, as of sections of their own: their routes then have no article in common. */
function sameSite(sources: readonly Source[], config: string): readonly Warning[] {
  return sharedSites(sources).map(({ host, ids }) => ({
    warning: `${ids.map((id) => `${config}/sources/${id}.yaml`).join(', ')}: all read ${host}, and an article that two of them meet is published twice, under two ids`,
    hint: 'Put the routes into one file, unless no article is in the routes of two of them.',
  }));
}

function samePath(settings: Settings): readonly Warning[] {
  return sharedPaths(settings, plugIns.sinks).map(({ path, names }) => ({
    warning: `sinks ${names.join(', ')} all write to ${path}: their records would be mixed there`,
    hint: 'Give each sink a path of its own in marsad.yaml.',
  }));
}

/** What runs may have another environment than who checks its files. */
function unset(read: Pick<Config, 'settings' | 'sources'>): readonly Warning[] {
  return unsetVariables(read).map((warning) => ({ warning, hint: UNSET_REMEDY }));
}

/** Warnings are no fault of a file: they go to standard error and leave the status alone. */
async function warn(warnings: readonly Warning[], json = false): Promise<void> {
  for (const one of warnings) {
    if (json) await printJson(one);
    else process.stderr.write(`warning: ${one.warning}\n  ${one.hint}\n`);
  }
}

/** Ends `sources check` with status 1: it ran, and found a fault. */
class FaultyConfig extends UnreadableError {
  override readonly code: MarsadError['code'] = 'FAULTY_CONFIG';
}
