import { Command } from 'commander';
import { canonicalUrl } from '../line/normalize/canonical-url.ts';
import { jsonOption } from './options.ts';
import { printJson } from './print.ts';

/** `marsad inspect url`: the one form of a URL, and why each part went. */
export const inspectUrl = new Command('url')
  .description(
    'Shows the canonical form of URLs with the reason of each step, one JSON line a URL.',
  )
  .argument('<url...>')
  .addOption(jsonOption())
  .action(async (urls: string[]) => {
    for (const url of urls) await printJson({ given: url, ...canonicalUrl(url) });
  });
