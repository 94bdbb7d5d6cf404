/**
 * The same sites read by Marsad and by three straight scripts of the usual parts, each in processes of
 * its own: speed, cost and memory of a run that is left alone, how right its records are, and what is
 * lost or doubled by runs that are killed and started again.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chance } from './copies/chance.ts';
import { CONTENDERS, type Contender, type Served } from './others/contenders.ts';
import { judgeRecords, type Quality } from './others/judge-records.ts';
import { killTree, startMeasured, type Usage } from './others/process-tree.ts';
import { benchSites } from './others/sites.ts';

const SERVER = fileURLToPath(new URL('./others/server.ts', import.meta.url));

/** Requests in hand at a time, for all. */
const CONCURRENCY = 8;

const KILLS = 3;

/** One that takes longer has stopped: what it lacks is lost. */
const LIMIT_MS = 60_000;

/** How often the sites are asked how many pages were taken. */
const LOOK_MS = 10;

interface Sites extends Served {
  /** Pages of articles asked for so far. */
  readonly asked: () => Promise<number>;
}

/** A run that was left alone. */
interface Calm {
  readonly usage: Usage;
  /** Until the first page of an article was asked for. */
  readonly startSeconds: number;
  readonly quality: Quality;
}

interface Result extends Calm {
  readonly name: string;
  readonly killed: Quality;
  /** The last of its killed runs did not end by itself. */
  readonly isEnded: boolean;
}

/** `npm run bench -- others [ARTICLES] [SEED]` */
export async function run([count = '250', seed = '5']: readonly string[]): Promise<void> {
  const server = fork(SERVER, [count, seed], { execArgv: ['--import', 'tsx'] });
  const { origins } = await message<{ origins: Record<string, string> }>(server);
  const sites: Sites = {
    sites: await benchSites(Number(count), Number(seed)),
    origins: new Map(Object.entries(origins)),
    concurrency: CONCURRENCY,
    asked: async () => {
      const answer = message<{ pages: number }>(server);
      server.send('pages');
      return (await answer).pages;
    },
  };
  const calm = await leftAlone(sites);
  const results: Result[] = [];
  for (const contender of CONTENDERS) {
    const best = calm.get(contender.name);
    if (best)
      results.push({
        name: contender.name,
        ...best,
        ...(await killed(contender, sites, Number(seed))),
      });
  }
  server.kill('SIGTERM');
  tell(results, Number(count));
}

function message<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve) => child.once('message', (value) => resolve(value as T)));
}

/** Work in a folder of its own. */
async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'marsad-others-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Runs each twice, the second time in the other order, and keeps the quicker run of each: what else
 * the machine does at a time falls on all of them alike. One that gives nothing is not installed.
 */
async function leftAlone(served: Sites): Promise<ReadonlyMap<string, Calm>> {
  const best = new Map<string, Calm>();
  for (const contender of [...CONTENDERS, ...CONTENDERS.toReversed()]) {
    const calm = await inFolder((folder) => runCalm(contender, served, folder));
    process.stderr.write(`${contender.name}: ${calm.usage.seconds.toFixed(1)} s alone\n`);
    const before = best.get(contender.name);
    if (calm.quality.lost === calm.quality.wanted)
      process.stderr.write(calm.usage.errors.slice(-500));
    else if (!before || rateOf(calm) > rateOf(before)) best.set(contender.name, calm);
  }
  return best;
}

async function runCalm(contender: Contender, served: Sites, folder: string): Promise<Calm> {
  const run = startMeasured(contender.command(folder, served), LIMIT_MS);
  const startSeconds = await untilFirstPage(run.child, served);
  const usage = await run.ended;
  const quality = judgeRecords(contender.records(folder), served.sites, served.origins);
  return { usage, startSeconds, quality };
}

async function killed(
  contender: Contender,
  served: Sites,
  seed: number,
): Promise<Pick<Result, 'killed' | 'isEnded'>> {
  const started = performance.now();
  const articles = served.sites.flatMap((site) => site.articles).length;
  return inFolder(async (folder) => {
    const start = () => startMeasured(contender.command(folder, served), LIMIT_MS);
    const last = await killAndGoOn(start, { served, seed, articles });
    const seconds = (performance.now() - started) / 1000;
    process.stderr.write(`${contender.name}: ${seconds.toFixed(1)} s killed\n`);
    const records = contender.records(folder);
    return {
      killed: judgeRecords(records, served.sites, served.origins),
      isEnded: last.status === null,
    };
  });
}

async function untilFirstPage(child: ChildProcess, { asked }: Sites): Promise<number> {
  const [started, before] = [performance.now(), await asked()];
  while (child.exitCode === null && (await asked()) === before) await pause(LOOK_MS);
  return (performance.now() - started) / 1000;
}

/** Articles a second from the first page on: a service starts once. */
const rateOf = ({ usage, startSeconds, quality }: Calm): number =>
  quality.wanted / (usage.seconds - startSeconds);

/** Kills after random shares of the pages, the same for each contender, then lets it end. */
async function killAndGoOn(
  start: () => ReturnType<typeof startMeasured>,
  { served, seed, articles }: { served: Sites; seed: number; articles: number },
): Promise<Usage> {
  const draw = chance(seed);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const from = await served.asked();
    const most = Math.floor(articles * (0.05 + 0.2 * draw.next()));
    const { child, ended } = start();
    while (child.exitCode === null && (await served.asked()) - from < most) await pause(LOOK_MS);
    await pause(draw.whole(0, 100));
    killTree(child);
    await ended;
  }
  return start().ended;
}

/** A table for people, then the same as JSON with ratios for the medians of several runs. */
function tell(results: readonly Result[], articles: number): void {
  console.log(
    `${articles} articles of 7 replica sites (the demo's, without the one that needs a browser), ${CONCURRENCY} requests in hand, no pauses; the quicker of two runs each; then killed ${KILLS} times`,
  );
  console.table(Object.fromEntries(results.map((one) => [one.name, rowOf(one)])));
  const rates = results.map((result) => {
    const perThousand = (result.usage.cpuSeconds / result.quality.wanted) * 1000;
    return [result.name, { articlesPerSecond: rateOf(result), perThousand }] as const;
  });
  const [ours] = rates;
  const figures = Object.fromEntries(
    rates.map(([name, { articlesPerSecond, perThousand }]) => [
      name,
      {
        articlesPerSecond: rounded(articlesPerSecond),
        cpuSecondsPerThousand: rounded(perThousand),
        ofMarsadsSpeed: rounded(articlesPerSecond / (ours?.[1].articlesPerSecond ?? 1)),
        ofMarsadsCpu: rounded(perThousand / (ours?.[1].perThousand ?? 1)),
      },
    ]),
  );
  console.log(JSON.stringify(figures, null, 2));
}

function rowOf(result: Result): Record<string, string> {
  const { usage, startSeconds, quality, killed, isEnded } = result;
  const { wanted, pairs } = quality;
  const share = (value: number): string => `${Math.round(value * wanted)} of ${wanted}`;
  return {
    'start s': startSeconds.toFixed(1),
    'articles/s': rateOf(result).toFixed(1),
    'CPU s per 1,000, start too': ((usage.cpuSeconds / wanted) * 1000).toFixed(1),
    'peak MB': (usage.peakBytes / 1e6).toFixed(0),
    'killed: lost': `${killed.lost}${isEnded ? `, ended after ${LIMIT_MS / 1000} s` : ''}`,
    'killed: doubled': String(killed.doubled),
    'copies found': `${quality.copies} of ${pairs}, ${quality.falseJoins} false`,
    dates: share(quality.dates),
    authors: share(quality.authors),
    'body F1': quality.bodyF1.toFixed(3),
    'left alone: lost, doubled': `${quality.lost}, ${quality.doubled}`,
  };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
