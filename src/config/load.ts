import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { urlOf } from '../record/route.ts';
import { Source, type Source as SourceType } from '../record/source.ts';
import { selectorFaults } from './selector.ts';
import { Settings } from './settings.ts';
import { readYaml } from './yaml.ts';

/** The plug-ins that a configuration may name. */
export interface PlugIns {
  /** Names of the crawlers beside `auto` and `article`. */
  readonly crawlers: readonly string[];
  /** The settings schema of each sink by its name. */
  readonly sinks: Readonly<Record<string, z.ZodType>>;
}

/** What a folder of configuration says. */
export interface Config {
  readonly folder: string;
  readonly settings: Settings;
  /** The sources that could be read, by id. */
  readonly sources: ReadonlyMap<string, SourceType>;
  /** One error a source file that could not be read. */
  readonly faults: readonly ConfigError[];
}

/**
 * Reads `marsad.yaml` and `sources/*.yaml` of a folder. A broken source is reported in `faults`
 * and does not stop the others.
 * @throws ConfigError where the folder or the settings cannot be read.
 */
export function loadConfig(folder: string, plugIns: PlugIns): Config {
  if (!existsSync(folder)) {
    throw new ConfigError(`No folder ${folder}`, { hint: 'Name the folder with --config DIR.' });
  }
  const settings = loadSettings(folder, plugIns);
  const sources = new Map<string, SourceType>();
  const faults: ConfigError[] = [];
  for (const file of sourceFiles(folder)) {
    const read = tryLoadSource(file, plugIns);
    if (read instanceof ConfigError) faults.push(read);
    else sources.set(read.id, read);
  }
  faults.push(...dropSharedRoutes(sources));
  return { folder, settings, sources, faults };
}

/** Reads `marsad.yaml`; without the file every default holds. @throws ConfigError */
export function loadSettings(folder: string, plugIns: PlugIns): Settings {
  const file = join(folder, 'marsad.yaml');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return readYaml(Settings.superRefine(sinkIssues(plugIns)), { file, text });
}

function sinkIssues({ sinks }: PlugIns) {
  return (settings: Settings, ctx: z.RefinementCtx): void => {
    for (const [index, entry] of settings.sinks.entries()) {
      for (const [name, value] of Object.entries(entry)) {
        const path = ['sinks', index, name];
        const schema = sinks[name];
        const issues = schema
          ? (schema.safeParse(value ?? {}).error?.issues ?? [])
          : [{ path: [], message: `no sink "${name}"; allowed: ${Object.keys(sinks).join(', ')}` }];
        for (const issue of issues) {
          ctx.addIssue({ code: 'custom', path: [...path, ...issue.path], message: issue.message });
        }
      }
    }
  };
}

/** The source files of a folder in the order of their names. */
export function sourceFiles(folder: string): string[] {
  const sources = join(folder, 'sources');
  if (!existsSync(sources)) return [];
  return readdirSync(sources)
    .filter((name) => /\.ya?ml$/u.test(name) && !name.startsWith('.'))
    .sort()
    .map((name) => join(sources, name))
    .filter((path) => statSync(path).isFile());
}

/** A source's id: its file's name. */
export function sourceIdOf(file: string): string {
  return basename(file).replace(/\.ya?ml$/u, '');
}

/** Reads one source file. @throws ConfigError with file, line and remedy. */
export function loadSource(file: string, plugIns: PlugIns): SourceType {
  const id = sourceIdOf(file);
  if (!/^[a-z0-9][a-z0-9-]{0,59}$/u.test(id)) {
    throw new ConfigError(`${file}: a source's id is lower-case letters, digits and hyphens`, {
      hint: 'Rename the file.',
    });
  }
  const schema = Source.superRefine((source, ctx) => {
    const known = ['auto', 'article', ...plugIns.crawlers];
    if (!known.includes(source.crawler)) {
      const message = `no crawler "${source.crawler}"; allowed: ${known.join(', ')}`;
      ctx.addIssue({ code: 'custom', path: ['crawler'], message });
    }
    for (const fault of selectorFaults(source)) ctx.addIssue({ code: 'custom', ...fault });
  });
  return { id, ...readYaml(schema, { file, text: readFileSync(file, 'utf8') }) };
}

function tryLoadSource(file: string, plugIns: PlugIns): SourceType | ConfigError {
  try {
    return loadSource(file, plugIns);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    return new ConfigError(`${file}: cannot be read (${String(error)})`, {
      context: { file },
      cause: error,
    });
  }
}

/** Two sources on one feed would publish each article twice: the later by name is left out. */
function dropSharedRoutes(sources: Map<string, SourceType>): ConfigError[] {
  const owners = new Map<string, string>();
  const faults: ConfigError[] = [];
  for (const source of [...sources.values()]) {
    const taken = source.discover.map(urlOf).find((url) => owners.has(url));
    if (taken !== undefined) {
      sources.delete(source.id);
      const owner = owners.get(taken);
      faults.push(
        new ConfigError(`sources/${source.id}.yaml: ${taken} is already read by source ${owner}`, {
          hint: 'Take the route out of one of the two files.',
          context: { file: source.id },
        }),
      );
    } else for (const url of source.discover.map(urlOf)) owners.set(url, source.id);
  }
  return faults;
}
