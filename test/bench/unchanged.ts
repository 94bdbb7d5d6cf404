/**
 * What a visit costs whose feed did not change: requests, and CPU of the process. The site answers
 * 304, but for one visit in twenty that asks for the whole document to see whether 304 is true.
 * Beside it the bound: what the same request costs by the bare client, with one command to read
 * what is known of the source and one to write it.
 */
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { openInstallation } from '../../src/cli/installation.ts';
import { openRuntime } from '../../src/cli/runtime.ts';
import { VisitJob } from '../../src/jobs/queues.ts';
import { visit } from '../../src/jobs/visit.ts';
import type { Counts } from './unchanged/server.ts';

const SERVER = fileURLToPath(new URL('./unchanged/server.ts', import.meta.url));

/** A worker runs for days: until then its code is still being compiled and optimised. */
const WARM_UP = 3000;

/** `npm run bench -- unchanged [VISITS]` */
export async function run(args: readonly string[]): Promise<void> {
  const visits = Number(args[0] ?? 8000);
  const server = fork(SERVER, [], { execArgv: ['--import', 'tsx'] });
  const answer = <T>(): Promise<T> =>
    new Promise((resolve) => server.once('message', (value) => resolve(value as T)));
  const port = await answer<number>();
  const counted = (): Promise<Counts> => {
    const counts = answer<Counts>();
    server.send('counts');
    return counts;
  };
  const folder = writeConfig(port);
  const installation = await openInstallation(folder);
  const runtime = await openRuntime(installation, () => undefined);
  const source = runtime.deps.source('feed');
  if (!source) throw new RangeError('the source of the bench was not read');
  const work = { source, deps: runtime.deps, save: async () => {} };
  const times = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i += 1) {
      await visit(VisitJob.parse({ source: 'feed' }), { ...work, visit: `bench-${i}` });
    }
  };
  await times(WARM_UP);
  const before = await counted();
  const cpuMsPerVisit = (await cpuMs(() => times(visits))) / visits;
  const after = await counted();
  const { redis } = installation;
  const bare = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i += 1) {
      await redis.get('bench');
      const url = `http://127.0.0.1:${port}/feed.xml`;
      await (await request(url, { headers: { 'if-none-match': '"1"' } })).body.dump();
      await redis.set('bench', 'x'.repeat(500), 'PX', 60_000);
    }
  };
  await bare(WARM_UP);
  const bareCpuMs = (await cpuMs(() => bare(visits))) / visits;
  const asked = ({ whole, notModified, others }: Counts): number => whole + notModified + others;
  const figures = {
    visits,
    requestsPerVisit: Math.round(((asked(after) - asked(before)) / visits) * 100) / 100,
    notModifiedShare: Math.round(((after.notModified - before.notModified) / visits) * 100) / 100,
    cpuMsPerVisit: Math.round(cpuMsPerVisit * 100) / 100,
    bareCpuMs: Math.round(bareCpuMs * 100) / 100,
    ratio: Math.round((cpuMsPerVisit / bareCpuMs) * 100) / 100,
  };
  console.log(JSON.stringify(figures, null, 2));
  await runtime.close();
  await installation.close();
  server.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
}

async function cpuMs(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function writeConfig(port: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-unchanged-'));
  mkdirSync(join(folder, 'sources'));
  writeFileSync(
    join(folder, 'marsad.yaml'),
    `redis: { folder: ${folder}/redis }\ncrawl: { delay: 0s, allowHosts: ['127.0.0.1:${port}'] }\nlog: { level: silent }\n`,
  );
  writeFileSync(
    join(folder, 'sources', 'feed.yaml'),
    `name: نشرة\nhomepage: http://127.0.0.1:${port}/\ndiscover:\n  - feed: http://127.0.0.1:${port}/feed.xml\n`,
  );
  return folder;
}
