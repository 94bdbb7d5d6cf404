import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { ConfigError } from '../errors.ts';
import { Source, type Source as SourceType } from '../source.ts';
import { cronFault } from './cron-line.ts';
import { plainIssue } from './issue-text.ts';
import { meantText } from './known-key.ts';
import { selectorFaults } from './selector.ts';
import { Settings } from './settings.ts';
import { type FiledSource, sharedRoutes } from './shared-site.ts';
import { sourceFiles, sourceIdOf } from './source-files.ts';
import { readTextFile } from './text-file.ts';
import { readYaml } from './yaml.ts';

/** The plug-ins that a configuration may name. */
export interface PlugIns {
  /** Names of the crawlers beside `auto` and `article`. */
  readonly crawlers: readonly string[];
  /** The schema of a sink's settings by its kind, options beside the kind included. */
  readonly sinks: Readonly<Record<string, z.ZodType>>;
}

/** What a folder of configuration says. */
export interface Config {
  readonly folder: string;
  /** The defaults where the settings cannot be read. */
  readonly settings: Settings;
  /** What is wrong with the settings. */
  readonly settingsFault?: ConfigError | undefined;
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
export function loadConfig(folder: string, plugIns: PlugIns, options: ReadOptions = {}): Config {
  const config = readConfig(folder, plugIns, options);
  if (config.settingsFault) throw config.settingsFault;
  return config;
}

/** What a process that reads a folder again and again knows of it. */
interface ReadOptions {
  /** Ids of sources that are visited already: of two files with one route, theirs goes on. */
  readonly running?: Pick<ReadonlySet<string>, 'has'>;
  /** Reads one source file; `loadSource` where absent. */
  readonly readSource?: (file: string) => SourceType;
}

/**
 * The same with every fault as a value, those of the settings too.
 * @throws ConfigError without the folder
 */
export function readConfig(
  folder: string,
  plugIns: PlugIns,
  { running = new Set(), readSource = (file) => loadSource(file, plugIns) }: ReadOptions = {},
): Config {
  if (!existsSync(folder)) {
    throw new ConfigError(`No folder ${folder}`, { hint: 'Name the folder with --config DIR.' });
  }
  const settings = tryLoad(join(folder, 'marsad.yaml'), () => loadSettings(folder, plugIns));
  const { files, faults: entryFaults } = sourceFiles(folder);
  const faults = [...entryFaults];
  const read: FiledSource[] = [];
  for (const file of files) {
    const source = tryLoad(file, () => readSource(file));
    if (source instanceof ConfigError) faults.push(source);
    else read.push({ file, source });
  }
  const shared = sharedRoutes(read, running);
  faults.push(...shared.values());
  const sources = new Map(
    read.filter(({ source }) => !shared.has(source.id)).map(({ source }) => [source.id, source]),
  );
  if (!(settings instanceof ConfigError)) faults.push(...unknownSources(folder, settings, sources));
  return settings instanceof ConfigError
    ? { folder, settings: Settings.parse({}), settingsFault: settings, sources, faults }
    : { folder, settings, sources, faults };
}

/** Reads `marsad.yaml`; without the file every default holds. @throws ConfigError */
export function loadSettings(folder: string, plugIns: PlugIns): Settings {
  const file = join(folder, 'marsad.yaml');
  const text = existsSync(file) ? readTextFile(file) : '';
  const schema = Settings.superRefine(sinkIssues(plugIns)).superRefine(feedIssues);
  return readYaml(schema, { file, text });
}

/** A hub asks for the feeds under their public address. */
function feedIssues({ feeds, console }: Settings, ctx: z.RefinementCtx): void {
  if (feeds === undefined || console.publicUrl !== undefined) return;
  const message = 'a hub needs the address of the feeds: set console.publicUrl';
  ctx.addIssue({ code: 'custom', path: ['feeds'], message });
}

function sinkIssues({ sinks }: PlugIns) {
  return (settings: Settings, ctx: z.RefinementCtx): void => {
    for (const [name, entry] of Object.entries(settings.sinks)) {
      for (const { path, message } of entryIssues(entry, sinks)) {
        ctx.addIssue({ code: 'custom', path: ['sinks', name, ...path], message });
      }
    }
  };
}

type Issue = Pick<z.core.$ZodIssue, 'path' | 'message'>;

/** A sink is one kind with its settings, and options beside it. */
function entryIssues(
  entry: Readonly<Record<string, unknown>>,
  sinks: PlugIns['sinks'],
): readonly Issue[] {
  const kinds = Object.keys(entry).filter((key) => Object.hasOwn(sinks, key));
  const [kind] = kinds;
  if (kind === undefined) return [noKind(entry, sinks)];
  if (kinds.length > 1)
    return [{ path: [kind], message: `one kind a sink: ${kinds.join(' or ')}` }];
  const schema = sinks[kind];
  const value = { ...entry, [kind]: entry[kind] ?? {} };
  const issues = schema?.safeParse(value, { error: plainIssue }).error?.issues ?? [];
  return issues.map((issue) => {
    const { path, message } = explained(issue, kind);
    return { path, message: message + meantText(value, issue) };
  });
}

function noKind(entry: Readonly<Record<string, unknown>>, sinks: PlugIns['sinks']): Issue {
  const unknown = Object.keys(entry)[0];
  const allowed = Object.keys(sinks).join(', ');
  return unknown === undefined
    ? { path: [], message: `a kind is missing; allowed: ${allowed}` }
    : { path: [unknown], message: `no sink "${unknown}"; allowed: ${allowed}` };
}

/** Keys that stood among a kind's settings before every sink had `only`. */
const MOVED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    updates: 'write `only: { changes: [published] }` beside the kind instead of updates: false',
    originalsOnly: 'write `only: { roles: [original] }` beside the kind instead of originalsOnly',
  }),
);

function explained(issue: z.core.$ZodIssue, kind: string): Issue {
  if (issue.code !== 'unrecognized_keys' || issue.path[0] !== kind) return issue;
  const key = issue.keys[0] ?? '';
  return { path: [...issue.path, key], message: MOVED.get(key) ?? issue.message };
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
    const cron = 'cron' in source.visit ? cronFault(source.visit.cron) : undefined;
    if (cron) ctx.addIssue({ code: 'custom', path: ['visit', 'cron'], message: cron });
    for (const fault of selectorFaults(source)) ctx.addIssue({ code: 'custom', ...fault });
  });
  return { id, ...readYaml(schema, { file, text: readTextFile(file) }) };
}

function tryLoad<T>(file: string, load: () => T): T | ConfigError {
  try {
    return load();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    return new ConfigError(`${file}: cannot be read (${String(error)})`, {
      hint: 'See that it is a file that this user may read.',
      context: { file },
      cause: error,
    });
  }
}

/** A filter on a source that is not there asks for nothing: likely a slip, or a file that broke. */
function unknownSources(
  folder: string,
  { sinks }: Settings,
  sources: ReadonlyMap<string, SourceType>,
): ConfigError[] {
  return Object.entries(sinks).flatMap(([name, { only }]) => {
    const asked: unknown = typeof only === 'object' && only ? Reflect.get(only, 'sources') : [];
    const unknown = Array.isArray(asked) ? asked.filter((id) => !sources.has(String(id))) : [];
    if (unknown.length === 0) return [];
    const file = join(folder, 'marsad.yaml');
    return new ConfigError(`${file}: sinks.${name}.only.sources: no source ${unknown.join(', ')}`, {
      hint: 'Mend the id, or the file of that source; until then the sink gets nothing of it.',
      context: { file },
    });
  });
}
