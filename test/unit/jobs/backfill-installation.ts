import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openInstallation } from '../../../src/cli/installation.ts';
import { openRuntime } from '../../../src/cli/runtime.ts';
import { StateError, ThrottledError } from '../../../src/errors.ts';
import { backfill, yielding } from '../../../src/jobs/backfill.ts';
import type { JobDependencies } from '../../../src/jobs/dependencies.ts';
import { BackfillJob, VisitJob } from '../../../src/jobs/queues.ts';
import { visit } from '../../../src/jobs/visit.ts';
import type { Source } from '../../../src/source.ts';

/** A body, a status, or nothing, which is 404. */
export type Answer =
  | string
  | number
  | undefined
  | { body: string; headers: Record<string, string> };

/** A site that answers by path, and a source of it with real Redis; the site has no pause. */
export interface BackfillInstallation {
  readonly origin: string;
  readonly deps: JobDependencies;
  readonly source: Source;
  /** Paths asked for, less robots.txt and the files of opt-outs. */
  readonly asked: string[];
  /** A backfill from what `job` says; the last saved progress where one is given. */
  readonly fill: (job: Partial<BackfillJob>) => Promise<BackfillJob>;
  /** Like it, but dies when this path was answered. @returns what was saved last */
  readonly fillUntil: (path: RegExp, job: Partial<BackfillJob>) => Promise<BackfillJob>;
  readonly visit: () => Promise<void>;
  /** Paths of the pages that wait: as news, and as the past. */
  readonly queued: () => Promise<{ news: string[]; past: string[] }>;
  readonly close: () => Promise<void>;
}

/** Opens one. `discover` is the source's; ORIGIN stands for the site. */
export async function openBackfillInstallation(
  site: (path: string, origin: string) => Answer,
  discover = 'feed: ORIGIN/feed.xml',
): Promise<BackfillInstallation> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURI(request.url ?? '/');
    if (!/robots\.txt|ai\.txt|tdmrep/u.test(path)) asked.push(path);
    const answer = site(path, `http://${request.headers.host}`);
    const { body, headers } = typeof answer === 'object' ? answer : { body: answer, headers: {} };
    if (typeof body !== 'string') response.writeHead(body ?? 404).end();
    else response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'marsad-past-'));
  writeConfig(folder, origin, discover.replaceAll('ORIGIN', origin));
  const installation = await openInstallation(join(folder, 'config'));
  const { deps, close } = await openRuntime(installation, () => undefined);
  const source = deps.source('rabwa');
  if (!source) throw new StateError('The test has lost its source');
  const run = async (job: Partial<BackfillJob>, death?: RegExp): Promise<BackfillJob> => {
    let saved = BackfillJob.parse({ ...DEFAULTS, source: source.id, ...job });
    const from = asked.length;
    const save = async (progress: BackfillJob): Promise<void> => {
      if (death && asked.slice(from).some((path) => death.test(path))) throw new StateError('dead');
      saved = structuredClone(progress);
    };
    const work = { source, visit: 'backfill', deps: yielding(deps), save };
    for (;;) {
      try {
        await backfill(saved, work);
        return saved;
      } catch (error) {
        if (error instanceof ThrottledError) continue;
        if (death) return saved;
        throw error;
      }
    }
  };
  return {
    ...{ origin, deps, source, asked },
    fill: (job) => run(job),
    fillUntil: (path, job) => run(job, path),
    visit: async () => {
      const job = VisitJob.parse({ source: source.id });
      await visit(job, { source, visit: 'v', deps, save: async () => undefined });
    },
    queued: async () => {
      const jobs = await deps.queues.pages.getJobs(['waiting', 'prioritized']);
      const paths = (isPast: boolean): string[] =>
        jobs
          .filter(({ opts }) => (opts.priority !== undefined) === isPast)
          .map(({ data }) => new URL(data.link.url).pathname)
          .sort();
      return { news: paths(false), past: paths(true) };
    },
    close: async () => {
      await close();
      await installation.close();
      server.closeAllConnections();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const DEFAULTS = {
  span: { since: Date.parse('2024-05-01'), until: Date.parse('2024-06-01') },
  most: 1000,
  startedAt: Date.parse('2026-11-23'),
};

function writeConfig(folder: string, origin: string, discover: string): void {
  mkdirSync(join(folder, 'config/sources'), { recursive: true });
  const settings = [
    `redis: { folder: ${folder}/state }`,
    `crawl: { delay: 0s, allowHosts: ['${new URL(origin).host}'] }`,
    'log: { level: silent }',
  ];
  writeFileSync(join(folder, 'config/marsad.yaml'), `${settings.join('\n')}\n`);
  writeFileSync(
    join(folder, 'config/sources/rabwa.yaml'),
    `name: الربوة\nhomepage: ${origin}/\ndiscover:\n  - ${discover}\n`,
  );
}
