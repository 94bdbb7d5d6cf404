import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { loadConfig } from '../../config/load.ts';
import { TooLargeError, UnreadableError, UsageError } from '../../errors.ts';
import { readOpml } from '../../line/discover/opml.ts';
import { urlOf } from '../../line/discover/routes/index.ts';
import { sourceIdFor } from '../../line/discover/survey.ts';
import { decodeBytes } from '../../line/fetch/charset.ts';
import { plainText } from '../../operate/plain-text.ts';
import { configOption, jsonOption } from '../options.ts';
import { plugIns } from '../plug-ins.ts';
import { print, printJson } from '../print.ts';
import { readCsv } from './csv-list.ts';
import { homeOf, type ListedSource, type SourceList, textOfListed } from './listed-source.ts';
import { sourceFile, writeSource } from './source-file.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
  readonly dryRun?: boolean;
}

/** What became of one source of the list. */
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
    'Writes a source file for each feed of an OPML file, where folders and categories become tags, ' +
      'or each row of a CSV file. What a source already reads is skipped. No site is asked: sources ' +
      'verify ID… does that. Status 1 where a row of a CSV file is wrong; the others are written.',
  )
  .argument('<file>', 'a list of subscriptions as feed readers export it (OPML), or a CSV file')
  .option('--dry-run', 'say what would be written, and write nothing')
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async (file: string, options: Options) => {
    const { sources, skipped, mistakes } = readSources(file, await readList(file));
    const outcomes: Outcome[] = [
      ...importAll(sources, basename(file), options),
      ...skipped.map(({ name, reason }) => ({ name, skipped: reason })),
    ];
    for (const outcome of outcomes) {
      await (options.json ? printJson(outcome) : print(`${textOf(outcome)}\n`));
    }
    const written = outcomes.filter(({ id }) => id !== undefined).length;
    const left = outcomes.length - written;
    const verb = options.dryRun ? 'would be written' : 'written';
    if (!options.json) await print(`${written} sources ${verb}, ${left} entries skipped\n`);
    if (mistakes > 0) {
      throw new FaultyListError(`${mistakes} rows of ${file} have a mistake`, {
        hint: 'Mend these rows and import the file again: what is there is skipped.',
      });
    }
  });

/** Some rows of a list are wrong; the others were taken. */
class FaultyListError extends UnreadableError {
  override readonly code = 'FAULTY_LIST';
}

/** OPML is a document of XML; what neither is one nor bears its name is taken for CSV. */
function readSources(file: string, text: string): SourceList {
  const isXml = /\.(?:opml|xml)$/iu.test(file) || text.trimStart().startsWith('<');
  if (!isXml) return readCsv(text);
  const { feeds, skipped } = readOpml(text);
  const sources = feeds.map(({ feed, ...about }) => ({ ...about, routes: [{ feed }] }));
  return { sources, skipped, mistakes: 0 };
}

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

function importAll(list: readonly ListedSource[], from: string, options: Options): Outcome[] {
  const { sources } = loadConfig(options.config, plugIns);
  const owners = new Map(
    [...sources.values()].flatMap((one) =>
      one.discover.map((route) => [urlOf(route), one.id] as const),
    ),
  );
  const taken = new Set<string>();
  return list.map((source) => {
    const urls = source.routes.map(urlOf);
    const [feed = ''] = urls;
    const name = source.name ?? feed;
    const owner = urls.map((url) => owners.get(url)).find((id) => id !== undefined);
    if (owner !== undefined) return { name, feed, skipped: `source ${owner} reads it` };
    const id = source.id ?? freeId(source, taken, options.config);
    const file = sourceFile(options.config, id);
    if (taken.has(id) || existsSync(file)) return { name, feed, skipped: `${id} is there already` };
    if (!options.dryRun) writeSource(file, textOfListed(source, from));
    taken.add(id);
    for (const url of urls) owners.set(url, id);
    return { name, feed, id, ...(options.dryRun ? {} : { file }) };
  });
}

/** The host's id; where it is taken, with a number behind it: a site may have several feeds. */
function freeId(source: ListedSource, taken: ReadonlySet<string>, config: string): string {
  const id = sourceIdFor(homeOf(source));
  for (let number = 1; ; number += 1) {
    const suffix = number === 1 ? '' : `-${number}`;
    const numbered = `${id.slice(0, LONGEST_ID - suffix.length)}${suffix}`;
    if (!taken.has(numbered) && !existsSync(sourceFile(config, numbered))) return numbered;
  }
}

/** As long as the id of a source may be. */
const LONGEST_ID = 60;

function textOf({ name, feed, id, skipped }: Outcome): string {
  return plainText(
    skipped === undefined ? `${id}  ${name}  ${feed}` : `-  ${name}  skipped: ${skipped}`,
  );
}
