import { Command } from 'commander';
import { decodeBytes } from '../line/fetch/charset.ts';
import { isAllowed, parseRobots } from '../line/fetch/robots.ts';
import { readBytes } from './inputs.ts';
import { jsonOption } from './options.ts';
import { printJson } from './print.ts';

/** `marsad inspect robots`: what a robots.txt says of a URL, and by which line. */
export const inspectRobots = new Command('robots')
  .description('Shows what a robots.txt allows an agent (RFC 9309), with the line that decides.')
  .argument('<file>', 'a saved robots.txt')
  .argument('<agent>', 'product token, such as Marsad')
  .argument('<url>')
  .addOption(jsonOption())
  .action(async (file: string, agent: string, url: string) => {
    const { text } = decodeBytes(await readBytes(file), {});
    const place = URL.canParse(url) ? new URL('/robots.txt', url).href : undefined;
    await printJson({ agent, url, ...isAllowed(parseRobots(text, place), agent, url) });
  });
