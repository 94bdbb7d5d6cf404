import { statSync } from 'node:fs';
import { ConfigError } from '../errors.ts';
import { urlOf } from '../line/discover/routes/index.ts';
import type { Source } from '../source.ts';

/** A source and the file that it was read from. */
export interface FiledSource {
  readonly file: string;
  readonly source: Source;
}

/**
 * What is wrong with sources that read a route of another, by their id: both would publish each
 * article. The one that is `running` goes on, else that of the older file, else the first by name.
 */
export function sharedRoutes(
  read: readonly FiledSource[],
  running: Pick<ReadonlySet<string>, 'has'>,
): ReadonlyMap<string, ConfigError> {
  const rank = ({ source, file }: FiledSource): number =>
    running.has(source.id) ? 0 : ageOf(file);
  const ranked = read.map((one) => ({ ...one, rank: rank(one) }));
  const owners = new Map<string, FiledSource>();
  const faults = new Map<string, ConfigError>();
  // `read` is in the order of names, which a sort keeps among equals.
  for (const { file, source } of ranked.toSorted((one, other) => one.rank - other.rank)) {
    const urls = source.discover.map(urlOf);
    const taken = urls.find((url) => owners.has(url));
    const owner = taken === undefined ? undefined : owners.get(taken);
    if (owner) faults.set(source.id, shared(file, `${taken}`, owner));
    else for (const url of urls) owners.set(url, { file, source });
  }
  return faults;
}

function shared(file: string, url: string, owner: FiledSource): ConfigError {
  const what = `${url} is already read by source ${owner.source.id} (${owner.file})`;
  return new ConfigError(`${file}: ${what}`, {
    hint: 'Take the route out of one of the two files.',
    context: { file },
  });
}

/** When a file was last written, Unix seconds: what one copy writes together is of one age. */
function ageOf(file: string): number {
  return Math.floor((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) / 1000);
}

/** Sources of one site, by ids in the order of their names. */
export interface SharedSite {
  /** Host and port, without `www.`. */
  readonly host: string;
  readonly ids: readonly string[];
}

/**
 * The sites that several sources read: an article that two of them meet is published by both. Editions
 * whose home pages lie side by side (`/ar/`, `/en/`) are sites of their own.
 */
export function sharedSites(sources: readonly Source[]): SharedSite[] {
  const byHost = new Map<string, Source[]>();
  for (const source of sources) {
    const host = siteOf(source.homepage);
    byHost.set(host, [...(byHost.get(host) ?? []), source]);
  }
  return [...byHost].flatMap(([host, members]) => {
    const ids = members
      .filter((one) => members.some((other) => other !== one && isWithin(one, other)))
      .map(({ id }) => id);
    return ids.length > 1 ? [{ host, ids }] : [];
  });
}

/** A newsroom is one site with and without `www.`. */
const siteOf = (homepage: string): string => new URL(homepage).host.replace(/^www\./u, '');

/** True where one's home page lies under the other's, or is the same. */
function isWithin(one: Source, other: Source): boolean {
  const [a = '', b = ''] = [one, other].map(
    ({ homepage }) => `${new URL(homepage).pathname.replace(/\/$/u, '')}/`,
  );
  return a.startsWith(b) || b.startsWith(a);
}
