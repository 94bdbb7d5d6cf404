import { join } from 'node:path';
import { watch } from 'chokidar';
import { ConfigError } from '../errors.ts';
import type { Source } from '../record/source.ts';
import { type Config, loadConfig, type PlugIns, sourceIdOf } from './load.ts';
import type { Settings } from './settings.ts';

/** What changed in the folder since the last read. */
export interface CatalogueChange {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly faults: readonly ConfigError[];
  /** True where the sinks of the settings are not those that were read at the start. */
  readonly hasOtherSinks: boolean;
}

/** The sources as they stand now, kept in step with their files. */
export interface Catalogue {
  readonly folder: string;
  readonly settings: Settings;
  readonly sources: () => ReadonlyMap<string, Source>;
  readonly faults: () => readonly ConfigError[];
  /** Reads the folder again now. */
  readonly reload: () => CatalogueChange;
  /** Calls back after each change of a file, until `close`. */
  readonly watch: (onChange: (change: CatalogueChange) => void) => void;
  readonly close: () => Promise<void>;
}

/** An editor writes a file in several steps; the last one counts. */
const SETTLE_MS = 200;

/**
 * Opens a folder of configuration. A file that breaks keeps its last good version running and is
 * reported; a file that goes takes its source away.
 * @throws ConfigError where the folder or the settings cannot be read.
 */
export function openCatalogue(folder: string, plugIns: PlugIns): Catalogue {
  let config = loadConfig(folder, plugIns);
  let sources = new Map(config.sources);
  const startedWith = JSON.stringify(config.settings.sinks);
  let stop = async (): Promise<void> => {};
  const reload = (): CatalogueChange => {
    const next = reread(folder, plugIns, config);
    const kept = keepLastGood(next, sources);
    const hasOtherSinks = JSON.stringify(next.settings.sinks) !== startedWith;
    const change = { ...difference(sources, kept, next.faults), hasOtherSinks };
    config = next;
    sources = kept;
    return change;
  };
  return {
    folder,
    settings: config.settings,
    sources: () => sources,
    faults: () => config.faults,
    reload,
    watch: (onChange) => {
      stop = watchFolder(folder, () => onChange(reload()));
    },
    close: () => stop(),
  };
}

/** Settings are read once; where they break later, the sources are still kept in step. */
function reread(folder: string, plugIns: PlugIns, last: Config): Config {
  try {
    return loadConfig(folder, plugIns);
  } catch (error) {
    const fault = error instanceof ConfigError ? error : new ConfigError(String(error));
    return { ...last, faults: [fault] };
  }
}

function keepLastGood(next: Config, before: ReadonlyMap<string, Source>): Map<string, Source> {
  const kept = new Map(next.sources);
  for (const fault of next.faults) {
    const file = fault.context.file;
    const id = typeof file === 'string' ? sourceIdOf(file) : undefined;
    const last = id === undefined ? undefined : before.get(id);
    if (last && !kept.has(last.id)) kept.set(last.id, last);
  }
  return kept;
}

function difference(
  before: ReadonlyMap<string, Source>,
  after: ReadonlyMap<string, Source>,
  faults: readonly ConfigError[],
): Omit<CatalogueChange, 'hasOtherSinks'> {
  const same = (id: string): boolean =>
    JSON.stringify(before.get(id)) === JSON.stringify(after.get(id));
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    changed: [...after.keys()].filter((id) => before.has(id) && !same(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
    faults,
  };
}

function watchFolder(folder: string, onChange: () => void): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const settle = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS);
  };
  const watcher = watch([join(folder, 'marsad.yaml'), join(folder, 'sources')], {
    ignoreInitial: true,
    depth: 1,
  });
  watcher.on('all', settle);
  return async () => {
    clearTimeout(timer);
    await watcher.close();
  };
}
