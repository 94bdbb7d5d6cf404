import { existsSync } from 'node:fs';
import { loadConfig } from '../../config/load.ts';
import { type CatalogueEntry, catalogueOf } from '../../config/shipped-catalogue.ts';
import { readVerifications } from '../../config/verifications.ts';
import { readYaml } from '../../config/yaml.ts';
import { ConfigError, UsageError } from '../../errors.ts';
import { type Source, Source as SourceForm } from '../../source.ts';
import { plugIns } from '../plug-ins.ts';
import { sourceTextOf } from './catalogue-source.ts';
import { sourceFile } from './source-file.ts';

/** Which sources and entries are wanted. */
export interface TargetOptions {
  readonly config: string;
  readonly country?: string;
  readonly tag?: string;
  readonly all?: boolean;
  readonly unverified?: boolean;
}

/**
 * The sources to try: those of the files, and of the catalogue what no file bears the id of.
 * @throws UsageError where nothing is named, or an id is none
 */
export function chooseTargets(ids: readonly string[], options: TargetOptions): readonly Source[] {
  const { config, unverified } = options;
  const known = candidates(config);
  const named = ids.map((id) => known.get(id) ?? nobody(id, config));
  const chosen = new Map(
    [...named, ...filtered([...known.values()], options)].map((source) => [source.id, source]),
  );
  if (ids.length === 0 && chosen.size === 0) throw nothing(options);
  const tried = unverified ? readVerifications(config) : new Map();
  return [...chosen.values()].filter(({ id }) => !tried.has(id));
}

function candidates(config: string): ReadonlyMap<string, Source> {
  const entries = catalogueOf(config).map((entry) => [entry.id, sourceOf(entry)] as const);
  return new Map([...entries, ...loadConfig(config, plugIns).sources]);
}

/** The source that `sources enable` would make of an entry. */
function sourceOf(entry: CatalogueEntry): Source {
  const { id } = entry;
  return { id, ...readYaml(SourceForm, { file: `${id}.yaml`, text: sourceTextOf(entry) }) };
}

function filtered(
  sources: readonly Source[],
  { country, tag, all }: TargetOptions,
): readonly Source[] {
  if (all) return sources;
  if (country === undefined && tag === undefined) return [];
  return sources.filter(
    (source) =>
      (country === undefined || source.country === country.toUpperCase()) &&
      (tag === undefined || source.tags.includes(tag)),
  );
}

function nobody(id: string, config: string): never {
  if (existsSync(sourceFile(config, id))) {
    throw new ConfigError(`The file of source ${id} has a fault`, {
      hint: 'marsad sources check names it with its place.',
    });
  }
  throw new UsageError(`No source ${id}, and no such entry in the catalogue`, {
    hint: 'marsad sources list shows the sources, and with --catalogue the entries.',
  });
}

function nothing({ country, tag, all }: TargetOptions): UsageError {
  if (all || country !== undefined || tag !== undefined) {
    return new UsageError('No source and no entry of the catalogue is so', {
      hint: 'marsad sources list --catalogue shows what there is.',
    });
  }
  return new UsageError('Nothing is named to verify', {
    hint: 'Name ids, --country, --tag, or --all.',
  });
}
