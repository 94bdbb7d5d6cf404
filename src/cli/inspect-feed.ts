import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { MarsadError } from '../errors.ts';
import { type FeedEntry, readFeed } from '../line/discover/feed.ts';
import { inputsOf } from './inputs.ts';
import { printJson } from './print.ts';
import { pageOf } from './saved-page.ts';

/** File names that saved feeds have; in a folder with others only these are read. */
const FEED_ENDINGS = ['.xml', '.rss', '.atom', '.rdf', '.json'];

/** `marsad inspect feed`: what a feed says. */
export const inspectFeed = new Command('feed')
  .description(
    'Shows what feeds say, one JSON line a document: {file, format, title, entries: [{title, link, id, ' +
      'published, updated}]}; {file, skipped, reason} where it is none.',
  )
  .argument('<input...>', 'saved feeds, folders of them, or URLs')
  .option('--url <url>', 'the address that a saved feed had: the base of its relative links')
  .action(async (names: string[], { url }: { url?: string }) => {
    for (const input of inputsOf(names, FEED_ENDINGS)) {
      const base = url ?? (input.isUrl ? input.file : pathToFileURL(input.file).href);
      await printJson({ file: input.file, ...(await read(input, base)) });
    }
  });

async function read(input: Parameters<typeof pageOf>[0], url: string): Promise<object> {
  try {
    const { format, title, entries } = readFeed((await pageOf(input)).text, { url });
    return { format, title, entries: entries.map(lineOf) };
  } catch (error) {
    if (!(error instanceof MarsadError)) throw error;
    return { skipped: error.code, reason: error.message };
  }
}

function lineOf({ title, link, id, publishedAt, updatedAt }: FeedEntry): object {
  return { title, link, id, published: publishedAt, updated: updatedAt };
}
