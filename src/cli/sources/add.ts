import { Command } from 'commander';
import { loadConfig } from '../../config/load.ts';
import { ConfigError, UnreadableError, UsageError } from '../../errors.ts';
import type { Survey } from '../../jobs/survey.ts';
import { urlOf } from '../../line/discover/routes/index.ts';
import { sourceIdFor } from '../../line/discover/survey.ts';
import { configOption, jsonOption } from '../options.ts';
import { plugIns } from '../plug-ins.ts';
import { print, printJson } from '../print.ts';
import { refuseOverwrite, sourceFile, writeSource } from './source-file.ts';
import { notesOf } from './survey-notes.ts';
import { reportOf, reportText } from './survey-report.ts';
import { MOST_DOCUMENTS, type Surveyed, surveySite } from './survey-site.ts';

interface Options {
  readonly config: string;
  readonly json?: boolean;
  readonly id?: string;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

/** `marsad sources add`: from a home page to a source's file. */
export const add = new Command('add')
  .description(
    'Surveys a site and writes its source file: asks for the home page, tries feeds, news ' +
      `sitemaps, API and sections, reads a few articles and compares. At most ${MOST_DOCUMENTS} ` +
      'documents are asked for, politely; what is not known is said in comments. Status 1 where ' +
      'the site cannot be read.',
  )
  .argument('<url>', 'home page of the site')
  .option('--id <id>', 'id of the source; from the host name where not given')
  .option('--force', 'overwrite the file of that id')
  .option('--dry-run', 'print the file instead of writing it')
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async (text: string, options: Options) => {
    const url = parseHome(text);
    const id = options.id ?? sourceIdFor(url);
    const file = sourceFile(options.config, id);
    if (!options.force && !options.dryRun) refuseOverwrite(file);
    const found = await surveySite(url, id, options.config);
    await report(found, { id, file, options });
  });

/** @throws UsageError */
function parseHome(text: string): string {
  if (URL.canParse(text) && /^https?:$/u.test(new URL(text).protocol)) return new URL(text).href;
  throw new UsageError(`Expected the http(s) URL of a home page, found ${text.slice(0, 200)}`, {
    hint: 'Write it in full: https://example.org/',
  });
}

interface Place {
  readonly id: string;
  readonly file: string;
  readonly options: Options;
}

async function report(surveyed: Surveyed, { id, file, options }: Place): Promise<void> {
  const { found, asked, text, fault } = surveyed;
  const isUseful = found.routes.length > 0 && fault === undefined;
  const isWritten = isUseful && !options.dryRun;
  if (isWritten) {
    refuseShared(found, id, options.config);
    writeSource(file, text);
  }
  const about = { id, asked, notes: notesOf(found), ...(isWritten ? { file } : {}) };
  if (options.json)
    await printJson({ ...reportOf(found, about), ...(options.dryRun ? { text } : {}) });
  else await print(options.dryRun ? text : reportText(reportOf(found, about)));
  if (!isUseful) {
    const hint = 'Look for its feed or a page that lists articles, and write the file by hand.';
    const nothing = `No route to articles was found at ${found.page.url}`;
    throw new NoRouteError(fault ? `${nothing}: ${fault}` : nothing, { hint });
  }
}

/** A site was reached, and nothing that it offers leads to articles. */
class NoRouteError extends UnreadableError {
  override readonly code = 'NO_ROUTE';
}

/** @throws ConfigError where another source reads one of the routes */
function refuseShared({ routes }: Survey, id: string, config: string): void {
  const urls = new Set(routes.map(urlOf));
  for (const source of loadConfig(config, plugIns).sources.values()) {
    const shared = source.discover.map(urlOf).find((url) => urls.has(url));
    if (source.id === id || shared === undefined) continue;
    throw new ConfigError(`${shared} is already read by source ${source.id}`, {
      hint: `Survey it anew with --id ${source.id} --force.`,
    });
  }
}
