import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { setEnabled } from '../../config/enabled-line.ts';
import { loadSource } from '../../config/load.ts';
import {
  type CatalogueEntry,
  catalogueOf,
  chooseEntries,
  type EntryFilter,
} from '../../config/shipped-catalogue.ts';
import { readVerifications, type Verifications } from '../../config/verifications.ts';
import { UnreadableError, UsageError } from '../../errors.ts';
import { plainText } from '../../operate/plain-text.ts';
import { configOption } from '../options.ts';
import { plugIns } from '../plug-ins.ts';
import { print } from '../print.ts';
import { sourceTextOf } from './catalogue-source.ts';
import { replaceSource, sourceFile, writeSource } from './source-file.ts';

interface Options extends EntryFilter {
  readonly config: string;
  readonly force?: boolean;
}

/** `marsad sources enable`: a source's file switched on, or entries of the catalogue copied. */
export const enable = new Command('enable')
  .description(
    'Has sources visited: those of config/sources are switched on again, those of the catalogue ' +
      'are copied there. An entry that `sources verify` found to fail is left out, with the reason. ' +
      'A service that runs takes them up within seconds. Status 1 where nothing could be enabled.',
  )
  .argument('[id...]', 'ids of sources, or of entries of the catalogue')
  .option('--country <code>', 'every entry of the catalogue of a country: EG')
  .option('--tag <tag>', 'every entry with that tag')
  .option(
    '--kind <kind>',
    'every entry of that kind: agency, daily, broadcaster, portal, specialist',
  )
  .option('--force', 'entries too that failed when they were verified')
  .addOption(configOption())
  .action(async (ids: readonly string[], options: Options) => {
    const wanted = wantedIds(ids, options);
    const failed = options.force ? new Map() : failedOf(readVerifications(options.config));
    const left = wanted.filter((id) => failed.has(id) && !isSource(id, options.config));
    for (const id of wanted) {
      const told = left.includes(id) ? failed.get(id) : enableOne(id, options.config);
      await print(`${plainText(`${id} ${told}`)}\n`);
    }
    if (left.length === wanted.length) {
      throw new NothingEnabledError('No entry was enabled: all failed when they were verified', {
        hint: 'Verify them again with marsad sources verify, or enable them with --force.',
      });
    }
  });

/** Every entry that was named is known to fail. */
class NothingEnabledError extends UnreadableError {
  override readonly code = 'NOTHING_ENABLED';
}

/** Why each entry that failed is left out, by its id. */
function failedOf(known: Verifications): ReadonlyMap<string, string> {
  const failed = [...known].filter(([, { result }]) => result === 'failed');
  return new Map(
    failed.map(([id, { day, reason = '' }]) => [id, `is left out: it failed on ${day}: ${reason}`]),
  );
}

const isSource = (id: string, config: string): boolean => existsSync(sourceFile(config, id));

/** @throws UsageError where nothing is named, or a filter lets nothing through */
function wantedIds(ids: readonly string[], options: Options): readonly string[] {
  const { country, tag, kind, config } = options;
  const isFiltered = [country, tag, kind].some((value) => value !== undefined);
  if (!isFiltered && ids.length === 0) {
    throw new UsageError('Nothing is named to enable', {
      hint: 'Name ids, or --country, --tag or --kind of the catalogue.',
    });
  }
  if (!isFiltered) return ids;
  const chosen = chooseEntries(catalogueOf(config), { country, tag, kind });
  if (chosen.length > 0) return [...ids, ...chosen.map(({ id }) => id)];
  throw new UsageError('The catalogue has no such entry', {
    hint: 'marsad sources list --catalogue shows what there is.',
  });
}

function enableOne(id: string, config: string): string {
  const file = sourceFile(config, id);
  if (existsSync(file)) return switchSource(file, true);
  writeSource(file, sourceTextOf(entryOf(id, config), readVerifications(config).get(id)));
  return 'is now enabled, copied from the catalogue';
}

function entryOf(id: string, config: string): CatalogueEntry {
  const entry = catalogueOf(config).find((one) => one.id === id);
  if (entry) return entry;
  throw new UsageError(`No source ${id}, and no such entry in the catalogue`, {
    hint: 'marsad sources list shows the sources, and with --catalogue the entries.',
  });
}

/** @throws ConfigError where the file is broken */
function switchSource(file: string, enabled: boolean): string {
  const state = enabled ? 'enabled' : 'disabled';
  if (loadSource(file, plugIns).enabled === enabled) return `was already ${state}`;
  const before = readFileSync(file, 'utf8');
  replaceSource(file, { before, after: setEnabled({ file, text: before }, enabled) });
  return `is now ${state}`;
}

/** `marsad sources disable`. */
export const disable = new Command('disable')
  .description(
    'Stops the visits of a source; its file stays. Only the line `enabled` of the file is changed; ' +
      'a running service takes it up within seconds.',
  )
  .argument('<id>', 'id of a source')
  .addOption(configOption())
  .action(async (id: string, { config }: { config: string }) => {
    const file = sourceFile(config, id);
    if (!existsSync(file)) {
      throw new UsageError(`No source ${id}`, { hint: 'marsad sources list shows them.' });
    }
    await print(`${id} ${switchSource(file, false)}\n`);
  });
