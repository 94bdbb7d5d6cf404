import { appendFileSync } from 'node:fs';
import { Command } from 'commander';
import { MarsadError, UnreadableError, UsageError } from '../errors.ts';
import { isNoArticle, readPage } from '../jobs/read-page.ts';
import { readLinks } from '../jobs/visit.ts';
import type { ArticleDraft } from '../record/article.ts';
import type { Link } from '../record/link.ts';
import type { Source } from '../source.ts';
import { checkContact, checkContactFor } from './contact-check.ts';
import { openInstallation } from './installation.ts';
import { configOption, jsonOption } from './options.ts';
import { printError, printJson } from './print.ts';
import { openRuntime, type Runtime } from './runtime.ts';
import { sourceFor } from './saved-page.ts';
import { whenFree } from './wait-for-slot.ts';

interface Options {
  readonly config: string;
  readonly out?: string;
}

/** `marsad crawl`: one visit or one page, now. */
export const crawl = new Command('crawl')
  .description(
    'Visits one source, or reads one page, now, with politeness, and prints the records as JSON Lines. ' +
      'Nothing is published and nothing is marked as seen.',
  )
  .argument('<source-or-url>', 'id of a source, or the URL of a page')
  .option('--out <file>', 'append the records to this file instead of printing them')
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async (target: string, options: Options) => {
    const installation = await openInstallation(options.config);
    const runtime = await openRuntime(installation, () => {});
    try {
      checkContact(installation);
      const { source, links } = await linksFor(target, { installation, runtime, options });
      const faults = await readAll(links, { source, runtime, options });
      if (faults > 0)
        throw new UnreadableError(`${faults} of ${links.length} pages could not be read`);
    } finally {
      await runtime.close();
      await installation.close();
    }
  });

type Installation = Awaited<ReturnType<typeof openInstallation>>;

/** The links of a source's visit, or the one link of a URL. */
async function linksFor(
  target: string,
  {
    installation,
    runtime,
    options,
  }: { installation: Installation; runtime: Runtime; options: Options },
): Promise<{ source: Source; links: readonly Link[] }> {
  const sources = installation.catalogue.sources();
  if (/^https?:\/\//iu.test(target)) {
    const { host } = new URL(target);
    checkContactFor({ id: host, homepage: target }, installation.catalogue.settings);
    const known = [...sources.values()].find(({ homepage }) => new URL(homepage).host === host);
    const source = known ?? sourceFor(target, { config: options.config, zone: 'UTC' });
    return { source, links: [directLink(target, source)] };
  }
  const source = sources.get(target);
  if (!source) {
    throw new UsageError(`No source ${target}`, { hint: 'marsad sources list shows them.' });
  }
  return { source, links: await whenFree(() => readLinks(source, runtime.deps)) };
}

function directLink(url: string, source: Source): Link {
  const firstSeen = new Date().toISOString();
  return { url, source: source.id, route: { kind: 'direct', url }, firstSeen, visit: 'crawl' };
}

/** Reads pages one after another; gives how many could not be read. */
async function readAll(
  links: readonly Link[],
  { source, runtime, options }: { source: Source; runtime: Runtime; options: Options },
): Promise<number> {
  let faults = 0;
  for (const link of links) {
    try {
      const { found } = await whenFree(() => readPage(link, source, { deps: runtime.deps }));
      await put(
        isNoArticle(found) ? { url: link.url, skipped: found.kind, reason: found.reason } : found,
        options,
      );
    } catch (error) {
      if (!(error instanceof MarsadError)) throw error;
      faults += 1;
      printError(`${link.url}: ${error.code}: ${error.message}\n`);
    }
  }
  return faults;
}

async function put(line: ArticleDraft | object, { out }: Options): Promise<void> {
  if (out === undefined) await printJson(line);
  else appendFileSync(out, `${JSON.stringify(line)}\n`);
}
