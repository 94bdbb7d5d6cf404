import { Command } from 'commander';
import { inspectCopies } from './inspect-copies.ts';
import { inspectDate } from './inspect-date.ts';
import { inspectFeed } from './inspect-feed.ts';
import { inspectPage } from './inspect-page.ts';
import { inspectRobots } from './inspect-robots.ts';
import { inspectUrl } from './inspect-url.ts';

/** `marsad inspect`: what Marsad makes of one thing, without Redis and without publishing. */
export const inspect = new Command('inspect')
  .description('Shows what would be made of a page, feed, date, robots.txt or URL.')
  .addCommand(inspectPage)
  .addCommand(inspectFeed)
  .addCommand(inspectDate)
  .addCommand(inspectRobots)
  .addCommand(inspectUrl)
  .addCommand(inspectCopies);
