import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { ConfigError, MarsadError } from '../errors.ts';
import { plainTitle } from '../line/discover/feed/plain-title.ts';
import { type FeedEntry, readFeed } from '../line/discover/feed.ts';
import { type Input, inputsOf } from './inputs.ts';
import { configOption, jsonOption } from './options.ts';
import { printJson } from './print.ts';
import { NotAskedError, pageOf } from './saved-page.ts';

/** File names that saved feeds have; in a folder with others only these are read. */
const FEED_ENDINGS = ['.xml', '.rss', '.atom', '.rdf', '.json'];

/** `marsad inspect feed`: what a feed says. */
export const inspectFeed = new Command('feed')
  .description(
    'Shows what feeds say, one JSON line a document: {file, format, title, entries: [{title, link, id, ' +
      'published, updated}]}; {file, skipped, reason} where it is none. A URL is asked for by the settings of --config; ' +
      'status 1 where it is refused or gives no feed.',
  )
  .argument('<input...>', 'saved feeds, folders of them, or URLs')
  .option('--url <url>', 'the address that a saved feed had: the base of its relative links')
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async (names: string[], { url, config }: { url?: string; config: string }) => {
    let failed = 0;
    for (const input of inputsOf(names, FEED_ENDINGS)) {
      const base = url ?? (input.isUrl ? input.file : pathToFileURL(input.file).href);
      const read = await readInput(input, { base, config });
      if (input.isUrl && 'skipped' in read) failed += 1;
      await printJson({ file: input.file, ...read });
    }
    if (failed > 0) throw new NotAskedError(`${failed} URLs gave no feed`);
  });

async function readInput(
  input: Input,
  { base, config }: { base: string; config: string },
): Promise<object> {
  try {
    const page = await pageOf(input, config);
    const { format, title, entries } = readFeed(page.text, { url: base });
    return { format, title, entries: entries.map(lineOf) };
  } catch (error) {
    if (error instanceof ConfigError || !(error instanceof MarsadError)) throw error;
    return { skipped: error.code, reason: error.message };
  }
}

/** A title that has elements is shown with them; a record has its text. */
function lineOf(entry: FeedEntry): object {
  const { title, isTitleMarkup, link, id, publishedAt, updatedAt } = entry;
  const hasElements = isTitleMarkup && title?.includes('<');
  const shown = title === undefined || hasElements ? title : plainTitle(title, isTitleMarkup);
  return { title: shown, link, id, published: publishedAt, updated: updatedAt };
}
