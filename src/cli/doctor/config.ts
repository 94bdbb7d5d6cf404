import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contactFault } from '../../config/contact.ts';
import { type Config, readConfig } from '../../config/load.ts';
import { catalogueOf } from '../../config/shipped-catalogue.ts';
import { readVerifications } from '../../config/verifications.ts';
import { MarsadError } from '../../errors.ts';
import type { Source } from '../../source.ts';
import { plugIns } from '../plug-ins.ts';
import { type Finding, failure, good, warning } from './finding.ts';
import { type BrowserNeed, checkWritable } from './machine.ts';

/** A folder of configuration, and what is wrong with it. */
export interface ConfigChecked {
  /** Absent without the folder. */
  readonly config?: Config;
  /** The sources that are visited. */
  readonly enabled: readonly Source[];
  readonly findings: readonly Finding[];
}

/** Checks settings, sources, contact and catalogue of a folder. */
export function checkConfig(folder: string): ConfigChecked {
  if (!existsSync(folder)) {
    const remedy = 'Name the folder with --config DIR or MARSAD_CONFIG.';
    return { enabled: [], findings: [failure('config', `There is no folder ${folder}`, remedy)] };
  }
  const config = readConfig(folder, plugIns);
  const enabled = [...config.sources.values()].filter((source) => source.enabled);
  return {
    config,
    enabled,
    findings: [
      ...faults(config),
      sources(config, enabled),
      contact(config, enabled),
      catalogue(folder),
      checkWritable(
        'config-writable',
        join(folder, 'sources'),
        'sources add, enable and verify write here: mount it writable, or run them elsewhere.',
      ),
    ],
  };
}

function faults({ settingsFault, faults: sourceFaults }: Config): Finding[] {
  const all = [...(settingsFault ? [settingsFault] : []), ...sourceFaults];
  return all.map(({ message, hint }) => failure('config', message, hint ?? 'Mend the file.'));
}

function sources({ sources: all }: Config, enabled: readonly Source[]): Finding {
  const found = `${enabled.length} of ${all.size} sources are enabled`;
  if (enabled.length > 0) return good('sources', found);
  const remedy = 'marsad sources enable --country EG takes some of the catalogue.';
  return warning('sources', found, remedy);
}

function contact({ settings, settingsFault }: Config, enabled: readonly Source[]): Finding {
  // The defaults stand for settings that cannot be read, and say nothing of these.
  if (settingsFault)
    return { check: 'contact', level: 'unknown', found: 'The settings cannot be read' };
  const fault = enabled.map((source) => contactFault(source, settings)).find(Boolean);
  if (fault) return failure('contact', fault.message, fault.hint ?? '');
  if (settings.crawl.contact) return good('contact', settings.crawl.contact);
  const remedy = 'Set crawl.contact in marsad.yaml before a real site is asked.';
  return warning('contact', 'crawl.contact is not set', remedy);
}

function catalogue(folder: string): Finding {
  try {
    const entries = catalogueOf(folder);
    const known = readVerifications(folder);
    const tried = entries.filter(({ id }) => known.has(id)).length;
    return good('catalogue', `${entries.length} entries, ${tried} of them tried`);
  } catch (error) {
    if (!(error instanceof MarsadError)) throw error;
    return failure('catalogue', error.message, error.hint ?? 'Install the package again.');
  }
}

/** The hosts of a few sources that have to be resolved. */
export function hostsOf(sources: readonly Source[], most: number): readonly string[] {
  const hosts = sources.map(({ homepage }) => new URL(homepage).hostname);
  return [...new Set(hosts)]
    .filter((host) => !/^[\d.]+$|^\[|^localhost$/u.test(host))
    .slice(0, most);
}

/** Whether the sources need a browser. */
export function browserNeed(sources: readonly Source[]): BrowserNeed {
  if (sources.some(({ fetch }) => fetch.via === 'browser')) return 'named';
  return sources.some(({ fetch }) => fetch.via === 'auto') ? 'maybe' : 'none';
}
