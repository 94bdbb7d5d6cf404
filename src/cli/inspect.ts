import { Command } from 'commander';
import { addCommands, type CommandLoader } from './loading.ts';

/** What can be looked at: one more is one file and one line here. */
const INSPECTIONS: Readonly<Record<string, CommandLoader>> = {
  page: async () => (await import('./inspect-page.ts')).inspectPage,
  feed: async () => (await import('./inspect-feed.ts')).inspectFeed,
  date: async () => (await import('./inspect-date.ts')).inspectDate,
  robots: async () => (await import('./inspect-robots.ts')).inspectRobots,
  url: async () => (await import('./inspect-url.ts')).inspectUrl,
  copies: async () => (await import('./inspect-copies.ts')).inspectCopies,
};

/** `marsad inspect`: what Marsad makes of one thing, without Redis and without publishing. */
export const inspect: CommandLoader = (words) =>
  addCommands(
    new Command('inspect').description(
      'Shows what would be made of a page, feed, date, robots.txt or URL.',
    ),
    INSPECTIONS,
    words,
  );
