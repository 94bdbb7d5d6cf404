import { BotWallError } from '../../errors.ts';
import type { Page } from '../../record/page.ts';
import { allowListOf } from './allow-list.ts';
import { findBotWall } from './bot-wall.ts';
import { type Answer, type HttpClient, httpClient } from './client.ts';
import { type Resolve, systemResolve } from './connector.ts';
import { DEFAULT_LIMITS, type FetchLimits } from './limits.ts';
import { openOutlet } from './outlet.ts';
import { pageOf } from './page.ts';
import { pageCrawler } from './page-crawler.ts';
import type { Asker, FetchRequest } from './request.ts';
import { findStatusError } from './status.ts';

/** How everything is asked that this process asks of sites. */
export interface FetchOptions extends Asker {
  /** Hosts that may be asked though private or on an unusual port: `name` or `name:port`. */
  readonly allowHosts?: readonly string[];
  readonly ports?: readonly number[];
  readonly limits?: Partial<FetchLimits>;
  /** Pages in hand at a time; as many as the workers have. */
  readonly concurrency?: number;
  /** Resolves names; the system's resolver where absent. */
  readonly resolve?: Resolve;
}

/** The one way out of the process. */
export interface Fetcher {
  /**
   * Asks and returns the document; a 304 comes back as such, with no text.
   * @throws RefusedError, ThrottledError, UnreachableError and UnreadableError by their cases
   */
  readonly fetch: (request: FetchRequest) => Promise<Page>;
  readonly close: () => Promise<void>;
}

const DEFAULT_PORTS = [80, 443, 8080, 8443];

/** As in the settings: eight pages in hand keep two cores busy with reading them. */
const DEFAULT_CONCURRENCY = 8;

/** Opens the way out. It holds sockets and, after the first page, a crawler: close it. */
export function createFetcher(options: FetchOptions): Fetcher {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const isAllowed = allowListOf(options.allowHosts ?? []);
  const ports = options.ports ?? DEFAULT_PORTS;
  const resolve = options.resolve ?? systemResolve;
  const outlet = openOutlet(limits, { isAllowed, resolve, connectMs: limits.firstByteMs });
  const policy = { isAllowed, ports, urlLength: limits.urlLength };
  const client = httpClient({ asker: options, limits, policy, outlet });
  const pages = pageCrawler(client, options.concurrency ?? DEFAULT_CONCURRENCY);
  return {
    async fetch(request) {
      const ask: HttpClient = request.kind === 'page' ? pages.ask : client;
      const answer = await ask(request);
      checkAnswer(answer);
      return pageOf(answer);
    },
    close: async () => {
      await pages.close();
      await outlet.close();
    },
  };
}

/** @throws BotWallError, or the class of a status of 400 and more */
function checkAnswer(answer: Answer): void {
  const wall = findBotWall(answer);
  if (wall) {
    throw new BotWallError(`A challenge of ${wall} came in place of ${answer.url}`, {
      hint: 'Ask the site for access: challenges are not solved.',
      context: { url: answer.url, status: answer.status, wall },
    });
  }
  const error = findStatusError(answer, { now: Date.now(), random: Math.random() });
  if (error) throw error;
}
