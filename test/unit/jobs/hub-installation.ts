import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from 'bullmq';
import { openInstallation } from '../../../src/cli/installation.ts';
import { openRuntime } from '../../../src/cli/runtime.ts';
import { StateError } from '../../../src/errors.ts';
import type { JobDependencies } from '../../../src/jobs/dependencies.ts';
import { answerNotice } from '../../../src/jobs/hub-notice.ts';
import type { Hubs } from '../../../src/jobs/hubs.ts';
import { push } from '../../../src/jobs/push.ts';
import { VisitJob } from '../../../src/jobs/queues.ts';
import { dropUnwanted, keepSubscriptions } from '../../../src/jobs/subscribe.ts';
import { visit } from '../../../src/jobs/visit.ts';
import { startWebSub } from '../../../src/operate/websub-listener.ts';
import type { HubState } from '../../../src/record/health.ts';
import type { JobRecord } from '../../../src/record/job-record.ts';
import { startHub, type TestHub } from '../../hub.ts';
import { type Loopback, serve } from '../fetch/loopback.ts';

/** A source with a feed, a hub and a subscriber, on a clock that the test sets. */
export interface HubInstallation {
  readonly hub: TestHub;
  readonly site: Loopback;
  /** Base of the subscriber's callbacks. */
  readonly callback: string;
  readonly deps: JobDependencies & { readonly hubs: Hubs };
  /** Lines of jobs, in their order. */
  readonly lines: JobRecord[];
  /** What the subscriber told the log of hubs. */
  readonly told: { event: string; detail: Readonly<Record<string, string | number>> }[];
  /** A feed of these links; without hub or self where told so. */
  readonly feed: (paths: readonly string[], links?: Partial<FeedLinks>) => string;
  /** Sets what the site's feed is, with fields of its answer. */
  readonly setFeed: (body: string, headers?: Record<string, string>) => void;
  /** A visit of the source, now; `isTold` where a hub set it off. @returns links that were new */
  readonly poll: (isTold?: boolean) => Promise<number>;
  /** Polls a feed that names the hub, and asks the hub. */
  readonly subscribe: () => Promise<void>;
  /** Paths of the pages that wait. */
  readonly queued: () => Promise<string[]>;
  readonly visits: () => Promise<Job[]>;
  /** What the role does every two seconds. */
  readonly keep: () => Promise<number>;
  /** Takes the source out of the catalogue. */
  readonly removeSource: () => Promise<void>;
  readonly passTime: (ms: number) => void;
  readonly state: () => Promise<HubState | undefined>;
  /** Keys in Redis with the life left to each, ms; -1 where it has no end. */
  readonly keys: () => Promise<{ key: string; lifeMs: number }[]>;
  readonly close: () => Promise<void>;
}

/** What a feed says of itself. */
interface FeedLinks {
  readonly hub: string;
  readonly self: string;
  /** ISO instant of publication of every entry. */
  readonly published: string;
}

/** Opens one; every test has its own, since each tells a story from its beginning. */
export async function openHubInstallation(): Promise<HubInstallation> {
  const hub = await startHub();
  let answer = { body: '', headers: {} as Record<string, string> };
  const site = await serve({
    '/feed': (_, response) => response.writeHead(200, answer.headers).end(answer.body),
  });
  const folder = mkdtempSync(join(tmpdir(), 'marsad-hub-'));
  writeConfig(folder, site.origin, hub.url);
  const installation = await openInstallation(join(folder, 'config'));
  const lines: JobRecord[] = [];
  const runtime = await openRuntime(installation, (jobRecord) => lines.push(jobRecord));
  let ahead = 0;
  let isGone = false;
  const known = runtime.deps.hubs;
  if (!known) throw new StateError('The settings of the test name no callback');
  const told: HubInstallation['told'] = [];
  const hubs: typeof known = { ...known, tell: (event, detail) => told.push({ event, detail }) };
  const deps = {
    ...runtime.deps,
    hubs,
    source: (id: string) => (isGone ? undefined : runtime.deps.source(id)),
    now: () => new Date(Date.now() + ahead),
  };
  const port = {
    notice: (id: string, query: Readonly<Record<string, string>>) => answerNotice(id, query, deps),
    push: (id: string, sent: Parameters<typeof push>[1]) => push(id, sent, deps),
  };
  const address = { host: '127.0.0.1', port: 0 };
  const options = { callback: 'https://marsad.test/hubs/', hub: port, log: runtime.log };
  const listener = await startWebSub({ ...address, ...options });
  const callback = `${listener.url}hubs/`;
  const subscriber = { ...deps, post: runtime.post, callback };
  const feed: HubInstallation['feed'] = (paths, links = {}) =>
    feedOf(site.origin, paths, { hub: hub.url, self: `${site.origin}/feed`, ...links });
  const setFeed: HubInstallation['setFeed'] = (body, headers = {}) => {
    answer = { body, headers: { 'content-type': 'application/rss+xml', ...headers } };
  };
  const poll: HubInstallation['poll'] = async (isTold = false) => {
    const source = runtime.deps.source('alwadi');
    if (!source) throw new StateError('The test has lost its source');
    const job = VisitJob.parse({ source: source.id, told: isTold });
    const work = { source, visit: 'poll', deps, save: async () => undefined };
    return (await visit(job, work)).fresh ?? 0;
  };
  const keep = () => keepSubscriptions(subscriber);
  return {
    ...{ hub, site, callback, deps, lines, told, feed, setFeed, poll, keep },
    async subscribe() {
      setFeed(feed(['/first']));
      await poll();
      await keep();
    },
    async queued() {
      const jobs = await deps.queues.pages.getJobs(['waiting', 'delayed', 'prioritized']);
      return jobs.map(({ data }) => new URL(data.link.url).pathname).sort();
    },
    visits: () => deps.queues.visits.getJobs(['waiting', 'delayed']),
    removeSource: async () => {
      isGone = true;
      await dropUnwanted(subscriber);
    },
    passTime: (ms) => {
      ahead += ms;
    },
    state: async () => (await deps.health.of(['alwadi'])).get('alwadi')?.hub,
    async keys() {
      const keys = await installation.redis.keys('*');
      return Promise.all(
        keys.map(async (key) => ({ key, lifeMs: await installation.redis.pttl(key) })),
      );
    },
    close: async () => {
      await listener.close();
      await runtime.close();
      await installation.close();
      await Promise.all([hub.close(), site.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeConfig(folder: string, origin: string, hub: string): void {
  mkdirSync(join(folder, 'config/sources'), { recursive: true });
  const hosts = [origin, hub].map((url) => new URL(url).host);
  writeFileSync(
    join(folder, 'config/marsad.yaml'),
    [
      `redis: { folder: ${folder}/state }`,
      // Requests of one test follow each other at once.
      `crawl: { delay: 0s, allowHosts: ${JSON.stringify(hosts)} }`,
      'websub: { callback: https://marsad.test/hubs/ }',
      'log: { level: silent }',
      '',
    ].join('\n'),
  );
  writeFileSync(
    join(folder, 'config/sources/alwadi.yaml'),
    `name: الوادي\nhomepage: ${origin}/\ndiscover: [{ feed: ${origin}/feed }]\n`,
  );
}

function feedOf(origin: string, paths: readonly string[], links: Partial<FeedLinks>): string {
  const { hub, self, published } = links;
  const date = published ? `<pubDate>${new Date(published).toUTCString()}</pubDate>` : '';
  const items = paths.map((path) => {
    const link = new URL(path, origin).href;
    return `<item><title>خبر من الوادي</title><link>${link}</link>${date}</item>`;
  });
  const related = Object.entries({ hub, self }).map(([rel, href]) =>
    href ? `<atom:link rel="${rel}" href="${href}"/>` : '',
  );
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>الوادي</title>${related.join('')}${items.join('')}</channel></rss>`;
}
