import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { Source } from '../source.ts';
import { readYaml } from './yaml.ts';

/** What an outlet is. */
export const OutletKind = z.enum(['agency', 'daily', 'broadcaster', 'portal', 'specialist']);

const { name, homepage, timeZone, language, tags, discover } = Source.shape;

/** An outlet as public lists name it: nothing of it was tried until `sources verify` did. */
const Entry = z.strictObject({
  ...{ name, homepage, timeZone, language, tags, discover },
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/u, 'lower-case letters, digits and hyphens'),
  alternateName: z.string().optional(),
  kind: OutletKind,
  /** Where public material names it. */
  seenIn: z.array(z.string().min(1)).min(1),
  note: z.string().optional(),
});

/** An entry of the catalogue, with the country of its file. */
export type CatalogueEntry = z.infer<typeof Entry> & { readonly country?: string };

/** Which entries are wanted; each that is given must hold. */
export interface EntryFilter {
  readonly country?: string | undefined;
  readonly tag?: string | undefined;
  readonly kind?: string | undefined;
}

/** The catalogue of a folder of configuration: its own `catalogue/` where it has one, else what is shipped. */
export function catalogueOf(config: string): readonly CatalogueEntry[] {
  const own = join(config, 'catalogue');
  return loadShippedCatalogue(existsSync(own) ? own : shippedFolder());
}

/**
 * The catalogue that is shipped: outlets that publish news in Arabic, one file a country in
 * `config/catalogue/`. Nothing of it is crawled until it is enabled.
 * @throws ConfigError naming file, line and remedy where a file is broken, or two entries share an id
 */
export function loadShippedCatalogue(folder = shippedFolder()): readonly CatalogueEntry[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  const entries = files.sort().flatMap((file) => loadFile(join(folder, file)));
  const ids = new Set<string>();
  for (const { id } of entries) {
    if (ids.has(id)) {
      throw new ConfigError(`${folder}: two entries have the id ${id}`, {
        hint: 'Give one of them another id.',
      });
    }
    ids.add(id);
  }
  return entries;
}

function loadFile(file: string): CatalogueEntry[] {
  const [country] = /^[A-Z]{2}(?=\.yaml$)/u.exec(basename(file)) ?? [];
  const entries = readYaml(z.array(Entry), { file, text: readFileSync(file, 'utf8') });
  return entries.map((entry) => ({ ...entry, ...(country ? { country } : {}) }));
}

/** The entries that a filter lets through, in their order. */
export function chooseEntries(
  entries: readonly CatalogueEntry[],
  { country, tag, kind }: EntryFilter,
): readonly CatalogueEntry[] {
  return entries.filter(
    (entry) =>
      (country === undefined || entry.country === country.toUpperCase()) &&
      (tag === undefined || entry.tags.includes(tag)) &&
      (kind === undefined || entry.kind === kind),
  );
}

/**
 * The folder within this package, from the sources as from the compiled code.
 * @throws ConfigError where the package was copied without it
 */
function shippedFolder(): string {
  for (let at = dirname(fileURLToPath(import.meta.url)); at !== dirname(at); at = dirname(at)) {
    const folder = join(at, 'config', 'catalogue');
    if (existsSync(folder)) return folder;
  }
  throw new ConfigError('The catalogue is not in this installation: config/catalogue/ is missing', {
    hint: 'Install the package again, or copy config/catalogue/ beside it.',
  });
}
