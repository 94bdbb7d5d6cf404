import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROGRAM } from '../../program.ts';
import type { LoadedSite } from '../../sites/catalogue.ts';
import { placeOrigins } from '../../sites/origin.ts';
import type { Command } from './process-tree.ts';

/** A record as a contender wrote it. */
export interface Given {
  readonly url: string;
  readonly headline?: string | undefined;
  readonly body?: string | undefined;
  readonly authors: readonly string[];
  readonly published?: string | undefined;
  /** Id of the story, where a contender knows stories. */
  readonly story?: string | undefined;
}

/** The sites as they are served, and how much is in hand at a time. */
export interface Served {
  readonly sites: readonly LoadedSite[];
  readonly origins: ReadonlyMap<string, string>;
  readonly concurrency: number;
}

/** One of those compared: how it is started in a folder, and what it has written there. */
export interface Contender {
  readonly name: string;
  readonly command: (folder: string, served: Served) => Command;
  readonly records: (folder: string) => Given[];
}

const RIVALS = fileURLToPath(new URL('../rivals/', import.meta.url));

/** Debian's Python, for which its packages of Scrapy and readability are. */
const PYTHON = '/usr/bin/python3';

/** Feed addresses in a file, as the straight scripts take them. */
function writeFeeds(folder: string, { sites, origins }: Served): string {
  const file = join(folder, 'feeds.json');
  const feeds = sites.map(({ source = '' }) => ({
    feed: placeOrigins(/feed:\s*(\S+)/u.exec(source)?.[1] ?? '', origins),
  }));
  writeFileSync(file, JSON.stringify(feeds));
  return file;
}

/** Lines of a file that are whole: one that a kill cut off is nobody's record. */
function linesOf(file: string): unknown[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): unknown[] => {
      try {
        return line === '' ? [] : [JSON.parse(line)];
      } catch {
        return [];
      }
    });
}

const crawlee: Contender = {
  name: 'Crawlee + Readability',
  command: (folder, served) => ({
    program: process.execPath,
    args: [
      join(RIVALS, 'crawlee-readability.mjs'),
      writeFeeds(folder, served),
      String(served.concurrency),
    ],
    env: { CRAWLEE_STORAGE_DIR: join(folder, 'storage'), CRAWLEE_PURGE_ON_START: '0' },
  }),
  records: (folder) => {
    const dataset = join(folder, 'storage/datasets/default');
    const files = existsSync(dataset) ? readdirSync(dataset) : [];
    const names = files.filter((file) => /^\d+\.json$/u.test(file));
    return names.flatMap((file) => {
      try {
        return [JSON.parse(readFileSync(join(dataset, file), 'utf8')) as Given];
      } catch {
        return [];
      }
    });
  },
};

const scrapy: Contender = {
  name: 'Scrapy + readability-lxml',
  command: (folder, served) => ({
    program: PYTHON,
    args: [
      join(RIVALS, 'scrapy_readability.py'),
      writeFeeds(folder, served),
      String(served.concurrency),
      join(folder, 'out.jsonl'),
      join(folder, 'jobs'),
    ],
  }),
  records: (folder) => linesOf(join(folder, 'out.jsonl')) as Given[],
};

const feedsmith: Contender = {
  name: 'feedsmith + article-extractor',
  command: (folder, served) => ({
    program: process.execPath,
    args: [
      join(RIVALS, 'feedsmith-extractor.mjs'),
      writeFeeds(folder, served),
      String(served.concurrency),
      join(folder, 'out.jsonl'),
    ],
  }),
  records: (folder) => linesOf(join(folder, 'out.jsonl')) as Given[],
};

/** A record of ours, as far as it is compared. */
interface Published {
  readonly id: string;
  readonly url: string;
  readonly change: string;
  readonly headline: string;
  readonly articleBody: string;
  readonly author?: readonly { readonly name: string }[];
  readonly datePublished?: string;
  readonly story: { readonly id: string };
}

const marsad: Contender = {
  name: 'Marsad',
  command: (folder, served) => {
    writeConfig(folder, served);
    return {
      program: process.execPath,
      args: [...PROGRAM, 'run', '--drain', '--config', join(folder, 'config')],
    };
  },
  records: (folder) => {
    const all = linesOf(join(folder, 'articles.jsonl')) as Published[];
    // A story that turns out to be another's brings a revision of each of its articles.
    const stories = new Map(all.map(({ id, story }) => [id, story.id]));
    return all
      .filter(({ change }) => change !== 'merged')
      .map(({ id, url, headline, articleBody, author = [], datePublished }) => ({
        ...{ url, headline, body: articleBody, authors: author.map(({ name }) => name) },
        ...{ published: datePublished, story: stories.get(id) },
      }));
  },
};

/** Two requests at a time a host: with one, seven hosts would never have eight in hand. */
const A_HOST = 2;

function writeConfig(folder: string, { sites, origins, concurrency }: Served): void {
  const config = join(folder, 'config');
  mkdirSync(join(config, 'sources'), { recursive: true });
  const hosts = [...origins.values()].map((origin) => new URL(origin).host);
  const settings = [
    `redis: { folder: ${folder}/redis }`,
    `crawl: { delay: 0s, concurrency: ${concurrency}, allowHosts: ${JSON.stringify(hosts)} }`,
    'log: { level: silent }',
    `sinks: { file: { jsonLines: { path: ${folder}/articles.jsonl } } }`,
  ];
  writeFileSync(join(config, 'marsad.yaml'), `${settings.join('\n')}\n`);
  for (const { site, source = '' } of sites) {
    const text = `${placeOrigins(source, origins)}\nfetch: { concurrency: ${A_HOST} }\n`;
    writeFileSync(join(config, 'sources', `${site.id}.yaml`), text);
  }
}

/** Who is compared, ours first. */
export const CONTENDERS: readonly Contender[] = [marsad, crawlee, scrapy, feedsmith];
