import { Command } from 'commander';
import { writeVerifications } from '../../config/verifications.ts';
import { UnreadableError } from '../../errors.ts';
import { boundedFetch } from '../../jobs/survey/budget.ts';
import { trySource } from '../../jobs/survey/try-source.ts';
import { verdictOf } from '../../jobs/survey/verdict.ts';
import type { Verification } from '../../record/verification.ts';
import type { Source } from '../../source.ts';
import { configOption, jsonOption } from '../options.ts';
import { print, printJson } from '../print.ts';
import { type TrialSession, withTrialSession } from '../trial-session.ts';
import { openProgress } from './verify-progress.ts';
import { verificationTable } from './verify-table.ts';
import { chooseTargets, type TargetOptions } from './verify-targets.ts';

interface Options extends TargetOptions {
  readonly json?: boolean;
}

/** Articles read of each: enough to see whether it gives articles. */
const MOST_PAGES = 3;

/** Documents asked for at most of each; a usual one takes four, of an index and by all methods 15. */
const MOST_DOCUMENTS = 20;

/** `marsad sources verify`: what of the catalogue works, tried from here. */
export const verify = new Command('verify')
  .description(
    'Tries sources and entries of the catalogue, politely: robots.txt, each route, up to ' +
      `${MOST_PAGES} articles, their dates, language and rights, and how they are fetched. Day and ` +
      'result are kept in verified.json beside sources/; what fails is left out by sources enable. ' +
      'Where no host name resolves at all, nothing is kept. ' +
      'A source that is enabled already stays so. Status 1 where any fails.',
  )
  .argument('[id...]', 'ids of sources, or of entries of the catalogue')
  .option('--country <code>', 'every source and entry of a country: EG')
  .option('--tag <tag>', 'every source and entry with that tag')
  .option('--all', 'every source and entry')
  .option('--unverified', 'of these only what has not been tried yet')
  .addOption(configOption())
  .addOption(jsonOption())
  .action(async (ids: readonly string[], options: Options) => {
    const targets = chooseTargets(ids, options);
    // Better now than after an hour of asking.
    writeVerifications(options.config, new Map());
    const book = openBook(options.config);
    const results = await verifyAll(targets, options, book);
    if (results.size > 0 && !book.isOnline()) throw noNetwork(results.size);
    if (!options.json) await print(verificationTable(results));
    const failed = [...results.values()].filter(({ result }) => result === 'failed').length;
    if (failed > 0) throw new FailedSourcesError(`${failed} of ${results.size} failed`);
  });

/** Sources were tried, and some give no articles. */
class FailedSourcesError extends UnreadableError {
  override readonly code = 'FAILED_SOURCES';
}

/** Keeps results as they come. */
interface Book {
  readonly put: (id: string, found: Verification) => void;
  /** True once the name of any host was resolved. */
  readonly isOnline: () => boolean;
}

/** Nothing is kept until a name resolves: before that the fault is likely this machine's, not a site's. */
function openBook(config: string): Book {
  const waiting = new Map<string, Verification>();
  let isOnline = false;
  return {
    put: (id, found) => {
      waiting.set(id, found);
      isOnline ||= found.code !== 'DNS';
      if (!isOnline) return;
      writeVerifications(config, waiting);
      waiting.clear();
    },
    isOnline: () => isOnline,
  };
}

function noNetwork(count: number): FailedSourcesError {
  const what =
    count === 1 ? 'the host name does not resolve' : `none of ${count} host names resolves`;
  return new FailedSourcesError(`${what}: this machine has no network, or no name server`, {
    hint: 'Nothing was kept. marsad doctor looks at the name server; try again once it answers.',
  });
}

/** Tries each, several at a time: the pauses of a host hold whoever asks it. */
function verifyAll(
  targets: readonly Source[],
  options: Options,
  book: Book,
): Promise<ReadonlyMap<string, Verification>> {
  const most = MOST_DOCUMENTS * targets.length;
  return withTrialSession({ config: options.config, most, isQuiet: true }, async (session) => {
    for (const source of targets) session.checkContact(source);
    const results = new Map<string, Verification>();
    const progress = openProgress(targets.length);
    const waiting = [...targets];
    const work = async (): Promise<void> => {
      for (let source = waiting.shift(); source; source = waiting.shift()) {
        const found = await tryOne(source, session);
        results.set(source.id, found);
        book.put(source.id, found);
        progress.step(source.id);
        if (options.json) await printJson({ id: source.id, ...found });
      }
    };
    const { concurrency } = session.installation.catalogue.settings.crawl;
    try {
      await Promise.all(Array.from({ length: concurrency }, work));
    } finally {
      progress.end();
    }
    return results;
  });
}

async function tryOne(source: Source, { deps }: TrialSession): Promise<Verification> {
  const { fetch } = boundedFetch(deps.fetch, MOST_DOCUMENTS);
  const tried = await trySource(source, { deps: { ...deps, fetch } }, MOST_PAGES);
  return verdictOf(source, tried, deps.now());
}
