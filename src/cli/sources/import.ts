import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { loadConfig } from '../../config/load.ts';
import { TooLargeError, UsageError } from '../../errors.ts';
import { type OpmlFeed, readOpml } from '../../line/discover/opml.ts';
import { findPlace, sourceIdFor, writeSourceFile } from '../../line/discover/survey.ts';
import { decodeBytes } from '../../line/fetch/charset.ts';
import { plainText } from '../../operate/plain-text.ts';
import { urlOf } from '../../record/route.ts';
import { configOption, jsonOption } from '../options.ts';
import { plugIns } from '../plug-ins.ts';
import { print, printJson } from '../print.ts';
import { sourceFile, writeSource } from './source-file.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/** What became of one outline. */
interface Outcome {
  readonly name: string;
  readonly feed?: string;
  readonly id?: string;
  readonly file?: string;
  /** Why no file was written. */
  readonly skipped?: string;
}

/** A list of 5,000 feeds has about 1.5 MB. */
const LARGEST_FILE = 4_000_000;

/** `marsad sources import`: a file a feed of a list of subscriptions. */
export const importFeeds = new Command('import')
  .description(
    'Writes a source file for each feed of an OPML file; folders and categories become tags. Feeds ' +
      'that a source already reads are skipped. No site is asked: sources test ID does that.',
  )
  .argument('<file.opml>', 'a list of subscriptions as feed readers export it')
  .option('--dry-run', 'say what would be written, and write nothing')
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async (file: string, options: Options) => {
    const { feeds, skipped } = readOpml(await readList(file));
    const outcomes: Outcome[] = [
      ...importAll(feeds, basename(file), options),
      ...skipped.map(({ name, reason }) => ({ name, skipped: reason })),
    ];
    for (const outcome of outcomes) {
      await (options.json ? printJson(outcome) : print(`${textOf(outcome)}\n`));
    }
    const written = outcomes.filter(({ id }) => id !== undefined).length;
    const left = outcomes.length - written;
    const verb = options.dryRun ? 'would be written' : 'written';
    if (!options.json) await print(`${written} sources ${verb}, ${left} entries skipped\n`);
  });

/** @throws UsageError where there is no such file, TooLargeError */
async function readList(file: string): Promise<string> {
  if (!existsSync(file)) throw new UsageError(`No file ${file}`);
  const about = await stat(file);
  if (!about.isFile()) throw new UsageError(`${file} is no file`);
  const { size } = about;
  if (size > LARGEST_FILE) {
    throw new TooLargeError(`${file} has ${size} bytes, at most ${LARGEST_FILE} are read`, {
      hint: 'Split the list.',
    });
  }
  return decodeBytes(await readFile(file)).text;
}

function importAll(feeds: readonly OpmlFeed[], from: string, options: Options): Outcome[] {
  const { sources } = loadConfig(options.config, plugIns);
  const owners = new Map(
    [...sources.values()].flatMap((one) =>
      one.discover.map((route) => [urlOf(route), one.id] as const),
    ),
  );
  const taken = new Set<string>();
  return feeds.map((feed) => {
    const name = feed.name ?? feed.feed;
    const owner = owners.get(feed.feed);
    if (owner !== undefined) return { name, feed: feed.feed, skipped: `source ${owner} reads it` };
    const id = freeId(feed, taken, options.config);
    const file = sourceFile(options.config, id);
    if (!options.dryRun) writeSource(file, textFor(feed, from));
    taken.add(id);
    owners.set(feed.feed, id);
    return { name, feed: feed.feed, id, ...(options.dryRun ? {} : { file }) };
  });
}

/** The host's id; where it is taken, with a number behind it: a site may have several feeds. */
function freeId(feed: OpmlFeed, taken: ReadonlySet<string>, config: string): string {
  const id = sourceIdFor(feed.homepage ?? feed.feed);
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const numbered = `${id.slice(0, LONGEST_ID - suffix.length)}${suffix}`;
    if (!taken.has(numbered) && !existsSync(sourceFile(config, numbered))) return numbered;
  }
}

/** As long as the id of a source may be. */
const LONGEST_ID = 60;

function textFor({ feed, homepage, name, tags, language }: OpmlFeed, from: string): string {
  const url = homepage ?? new URL('/', feed).href;
  const place = findPlace(url, { locales: [{ text: language, from: 'language' }] });
  return writeSourceFile({
    home: { url, ...(name ? { name } : {}) },
    ...(place ? { place } : {}),
    routes: [{ feed }],
    reports: [],
    day: '',
    origin: `Imported from ${from}; not tried yet.`,
    tags,
  });
}

function textOf({ name, feed, id, skipped }: Outcome): string {
  return plainText(
    skipped === undefined ? `${id}  ${name}  ${feed}` : `-  ${name}  skipped: ${skipped}`,
  );
}
