import type { JobDependencies } from '../jobs/dependencies.ts';
import { dryDependencies } from '../jobs/dry-run.ts';
import { boundedFetch } from '../jobs/survey/budget.ts';
import type { PoliteFetch } from '../line/fetch/politeness.ts';
import { parseRobots } from '../line/fetch/robots.ts';
import { plainText } from '../operate/plain-text.ts';
import { redisRobotsStore } from '../state/robots-store.ts';
import { checkContactFor } from './contact-check.ts';
import { type Installation, openInstallation } from './installation.ts';
import { printError } from './print.ts';
import { openRuntime } from './runtime.ts';
import { waitForSlot } from './wait-for-slot.ts';

/** What a command works with that asks one site, leaving no trace. */
export interface TrialSession {
  readonly installation: Installation;
  /** They wait for hosts' slots, and ask for no more than the bound. */
  readonly deps: JobDependencies;
  /** Documents asked for so far. */
  readonly asked: () => number;
  /** The sitemaps that an origin's robots.txt names, once something of it was asked for. */
  readonly sitemapsOf: (origin: string) => Promise<readonly string[]>;
  /** @throws ConfigError where the site is real and no contact is set */
  readonly checkContact: (source: { id: string; homepage: string }) => void;
}

/**
 * Opens an installation for trials of sites, and closes it when the work is done.
 * @param isQuiet whether the work itself shows how far it is
 */
export async function withTrialSession<T>(
  { config, most, isQuiet = false }: { config: string; most: number; isQuiet?: boolean },
  work: (session: TrialSession) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(config);
  const runtime = await openRuntime(installation, () => {});
  const robots = redisRobotsStore(installation.redis, installation.keys);
  const shown = isQuiet ? undefined : shownFetch(runtime.deps.fetch, most);
  const { fetch, asked } = boundedFetch(shown?.fetch ?? runtime.deps.fetch, most);
  try {
    return await work({
      installation,
      asked,
      deps: dryDependencies({ ...runtime.deps, fetch: waitForSlot(fetch) }),
      sitemapsOf: async (origin) =>
        parseRobots((await robots.get(origin))?.text ?? '', `${origin}/robots.txt`).sitemaps,
      checkContact: (source) => checkContactFor(source, installation.catalogue.settings),
    });
  } finally {
    shown?.end();
    await runtime.close();
    await installation.close();
  }
}

/** Where nobody watches a terminal, a line so often says that a slow trial goes on. */
const SHOW_MS = 10_000;

/** Shows how far it is, on standard error: with pauses and slow sites, a trial takes minutes. */
function shownFetch(fetch: PoliteFetch, most: number): { fetch: PoliteFetch; end: () => void } {
  let asked = 0;
  let url = '';
  const show = (): void => {
    if (url !== '') printError(`${plainText(`${asked} of at most ${most}: ${url}`)}\n`);
  };
  const timer = process.stderr.isTTY ? undefined : setInterval(show, SHOW_MS);
  timer?.unref();
  return {
    fetch: (request, source) => {
      asked += 1;
      url = request.url;
      if (!timer) show();
      return fetch(request, source);
    },
    end: () => clearInterval(timer),
  };
}
