import { Command } from 'commander';
import { loadConfig } from '../../config/load.ts';
import { UsageError } from '../../errors.ts';
import { kindOf, urlOf } from '../../line/discover/routes/index.ts';
import { xmlText } from '../../operate/xml-text.ts';
import type { Source } from '../../source.ts';
import { csvHeader, csvRows } from '../csv-rows.ts';
import { configOption } from '../options.ts';
import { plugIns } from '../plug-ins.ts';
import { printDocument, printError } from '../print.ts';

interface Options {
  readonly config: string;
  readonly opml?: boolean;
  readonly csv?: boolean;
}

/** `marsad sources export`: the sources for feed readers and spreadsheets. */
export const exportSources = new Command('export')
  .description(
    'Prints the sources: as OPML, the feeds of each with its tags as categories, for feed readers and ' +
      'sources import; or as CSV, a line each.',
  )
  .option('--opml', 'OPML 2.0')
  .option('--csv', 'CSV, UTF-8 with a byte-order mark')
  .addOption(configOption())
  .action(async (options: Options) => {
    if (options.opml === options.csv) throw new UsageError('Name one of --opml and --csv');
    const sources = [...loadConfig(options.config, plugIns).sources.values()];
    if (options.csv) return printDocument(csvOf(sources));
    const without = sources.filter((source) => feedsOf(source).length === 0);
    await printDocument(opmlOf(sources));
    if (without.length > 0) {
      const names = without.map(({ id }) => id).join(', ');
      printError(`marsad: OPML holds feeds alone; without one: ${names}\n`);
    }
  });

const feedsOf = ({ discover }: Source): string[] =>
  discover.filter((route) => kindOf(route) === 'feed').map(urlOf);

function opmlOf(sources: readonly Source[]): string {
  const outlines = sources.flatMap((source) =>
    feedsOf(source).map((feed) => outline(source, feed)),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    '<head><title>Marsad</title></head>',
    '<body>',
    ...outlines,
    '</body>',
    '</opml>',
    '',
  ].join('\n');
}

function outline({ name, homepage, language, tags }: Source, feed: string): string {
  const attributes = {
    type: 'rss',
    text: name,
    title: name,
    xmlUrl: feed,
    htmlUrl: homepage,
    language,
    ...(tags.length > 0 ? { category: tags.map((tag) => tag.replaceAll(',', ' ')).join(',') } : {}),
  };
  const texts = Object.entries(attributes).map(([key, value]) => `${key}="${xmlText(value)}"`);
  return `<outline ${texts.join(' ')}/>`;
}

const COLUMNS = [
  'id',
  'name',
  'homepage',
  'country',
  'timeZone',
  'language',
  'enabled',
  'tags',
  'routes',
];

function csvOf(sources: readonly Source[]): string {
  const rows = sources.map((source) => ({
    id: source.id,
    name: source.name,
    homepage: source.homepage,
    country: source.country ?? '',
    timeZone: source.timeZone ?? '',
    language: source.language,
    enabled: String(source.enabled),
    tags: source.tags.join('; '),
    routes: source.discover.map((route) => `${kindOf(route)} ${urlOf(route)}`).join('; '),
  }));
  return csvHeader(COLUMNS) + csvRows(rows);
}
