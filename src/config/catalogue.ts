import { join } from 'node:path';
import { watch } from 'chokidar';
import { ConfigError } from '../errors.ts';
import type { Source } from '../source.ts';
import { contactFault } from './contact.ts';
import { type Config, loadConfig, loadSource, type PlugIns, readConfig } from './load.ts';
import { rememberSources } from './remembered-sources.ts';
import type { Settings } from './settings.ts';
import { sourceIdOf } from './source-files.ts';

/** What changed in the folder since the last read. */
export interface CatalogueChange {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly faults: readonly ConfigError[];
  /** True where the sinks of the settings are not those that were read at the start. */
  readonly hasOtherSinks: boolean;
  /** Keys of `marsad.yaml` that changed since the start: they hold from the next one on. */
  readonly settings: readonly string[];
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

/** How often the folder is read without a notice; of its files only those that changed. */
const LOOK_AGAIN_MS = 60_000;

/**
 * Opens a folder of configuration. A file that breaks keeps its last good version running and is
 * reported; a file that goes takes its source away.
 * @throws ConfigError where the folder or the settings cannot be read.
 */
export function openCatalogue(folder: string, plugIns: PlugIns): Catalogue {
  const readSource = rememberSources((file) => loadSource(file, plugIns));
  const started = loadConfig(folder, plugIns, { readSource });
  let config = started;
  let sources = new Map(config.sources);
  const startedWith = JSON.stringify(config.settings.sinks);
  const settingsOf = ({ settings }: Config): string[] => changedKeys(config.settings, settings);
  let stop = async (): Promise<void> => {};
  const reload = (): CatalogueChange => {
    const next = withContact(
      reread(config, () => readConfig(folder, plugIns, { running: sources, readSource })),
      sources,
      started.settings,
    );
    const kept = keepLastGood(next, sources);
    const hasOtherSinks = JSON.stringify(next.settings.sinks) !== startedWith;
    const change = {
      ...difference(sources, kept, next.faults),
      hasOtherSinks,
      settings: settingsOf(next),
    };
    config = next;
    sources = kept;
    return change;
  };
  return {
    folder,
    settings: started.settings,
    sources: () => sources,
    faults: () => config.faults,
    reload,
    watch: (onChange) => {
      stop = watchFolder(folder, () => {
        const before = faultText(config);
        const change = reload();
        const { added, changed, removed, settings } = change;
        const isSame = [added, changed, removed, settings].every(({ length }) => length === 0);
        if (!isSame || faultText(config) !== before) onChange(change);
      });
    },
    close: () => stop(),
  };
}

const faultText = ({ faults }: Config): string => faults.map(({ message }) => message).join('\n');

/** Settings that break are reported, and the last good ones stay; the sources are read all the same. */
function reread(last: Config, read: () => Config): Config {
  try {
    const { settingsFault, ...next } = read();
    if (!settingsFault) return next;
    return { ...next, settings: last.settings, faults: [settingsFault, ...next.faults] };
  } catch (error) {
    const fault = error instanceof ConfigError ? error : new ConfigError(String(error));
    return { ...last, faults: [fault] };
  }
}

/** A real site that is added while running is refused as at the start, where no contact is set. */
function withContact(
  next: Config,
  before: ReadonlyMap<string, Source>,
  settings: Settings,
): Config {
  const sources = new Map(next.sources);
  const faults = [...next.faults];
  for (const source of next.sources.values()) {
    const fault = contactFault(source, settings);
    if (!fault) continue;
    sources.delete(source.id);
    if (!before.has(source.id)) faults.push(fault);
  }
  return { ...next, sources, faults };
}

/** The keys of the first level whose values differ. */
function changedKeys(before: Settings, after: Settings): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const text = (settings: Settings, key: string): string =>
    JSON.stringify(Reflect.get(settings, key)) ?? '';
  return keys.filter((key) => text(before, key) !== text(after, key));
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
): Omit<CatalogueChange, 'hasOtherSinks' | 'settings'> {
  const same = (id: string): boolean =>
    before.get(id) === after.get(id) ||
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
  // Read once more: a file written between the first read and the start of the watch is in neither.
  watcher.on('ready', settle);
  // A busy system drops notices (inotify(7), "Limitations"), and network drives give none.
  const again = setInterval(settle, LOOK_AGAIN_MS);
  again.unref();
  return async () => {
    clearInterval(again);
    clearTimeout(timer);
    await watcher.close();
  };
}
