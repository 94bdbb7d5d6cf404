import { Command, Option } from 'commander';
import { loadConfig } from '../../config/load.ts';
import { chooseEntries, loadShippedCatalogue } from '../../config/shipped-catalogue.ts';
import { plainText } from '../../operate/plain-text.ts';
import { urlOf } from '../../record/route.ts';
import type { Source } from '../../record/source.ts';
import { configOption, jsonOption } from '../options.ts';
import { plugIns } from '../plug-ins.ts';
import { print, printJson } from '../print.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
  readonly catalogue?: boolean;
  readonly country?: string;
  readonly tag?: string;
  readonly state?: 'enabled' | 'disabled';
}

/** `marsad sources list`: a line a source, or an entry of the catalogue. */
export const list = new Command('list')
  .description('Lists the sources of config/sources, or the entries of the catalogue, a line each.')
  .option('--catalogue', 'the entries of the catalogue that is shipped, which enable copies')
  .option('--country <code>', 'only those of a country: EG')
  .option('--tag <tag>', 'only those with that tag')
  .addOption(new Option('--state <state>', 'only those').choices(['enabled', 'disabled']))
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async (options: Options) => {
    const rows = options.catalogue ? entries(options) : sources(options);
    for (const row of rows) {
      const { id, state, name, discover } = row;
      if (options.json) await printJson(row);
      else
        await print(
          `${[id, state, name, discover.map(urlOf).join(' ')].map(plainText).join('\t')}\n`,
        );
    }
  });

type Row = Pick<Source, 'id' | 'name' | 'discover'> & { readonly state: string };

function sources({ config, country, tag, state }: Options): Row[] {
  const all = [...loadConfig(config, plugIns).sources.values()];
  return all
    .filter((source) => country === undefined || source.country === country.toUpperCase())
    .filter((source) => tag === undefined || source.tags.includes(tag))
    .map((source) => ({ ...source, state: source.enabled ? 'enabled' : 'disabled' }))
    .filter((row) => state === undefined || row.state === state);
}

/** An entry is enabled where a source bears its id. */
function entries({ config, country, tag, state }: Options): Row[] {
  const known = loadConfig(config, plugIns).sources;
  return chooseEntries(loadShippedCatalogue(), { country, tag })
    .map((entry) => ({ ...entry, state: known.has(entry.id) ? 'enabled' : 'not verified' }))
    .filter((row) => state === undefined || row.state === state);
}
