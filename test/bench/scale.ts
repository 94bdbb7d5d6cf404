/**
 * How far workers, one Redis and two of them carry, and what that means in machines:
 * throughput of 1, 2, 4 and 8 worker processes on sites that answer after 100 ms; what an article and a
 * visit cost workers and Redis where sites answer at once; two shards beside one Redis.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type Fleet,
  type FleetSize,
  queuePages,
  type Sites,
  startFleet,
  startSites,
  visitAll,
  warmUp,
} from './scale/fleet.ts';
import { HOSTS, sourceAt } from './scale/hosts.ts';
import { type Costs, machinesText } from './scale/machines.ts';
import { costOfEach, type RedisCost, redisCost } from './scale/redis-cost.ts';

const WORKERS = [1, 2, 4, 8];

/** How long a site of the first part takes. */
const WAIT_MS = 100;

/** One page in hand a worker: then a worker is full of waiting, not of work. */
const ONE_IN_HAND = 1;

/** As workers have it by default. */
const IN_HAND = 8;

/** Until all workers have pages in hand. */
const WARM_MS = 1000;

/** More than two cores read in the time that is measured. */
const PAGES_A_SECOND = 110;

/** Rounds of visits of all sources, after the one that meets them first. */
const ROUNDS = 6;

/** `npm run bench -- scale [SECONDS]`, or `scale --from FILE.json` for the table of machines alone. */
export async function run([first = '6', file]: readonly string[]): Promise<void> {
  if (first === '--from' && file) return void console.log(machinesText(costsFrom(file)));
  const seconds = Number(first);
  const sites = await startSites(HOSTS + numbersFor(seconds).length);
  const waiting = await waitingFleets(seconds, sites);
  const { full, costs, visits } = await fullSpeed(seconds, sites);
  const shards = await twoShards(seconds, sites);
  sites.stop();
  const carried = 1 / full.each.cpuSeconds;
  console.table(
    Object.fromEntries(waiting.map(({ workers, ...row }) => [`${workers} workers`, row])),
  );
  console.log(
    [
      `sites that answer at once, two workers: ${full.rate} articles/s; an article takes ${round(full.each.commands)} commands of Redis (those in scripts too), ${Math.round(full.each.bytes)} bytes to and from it, ${round(full.each.cpuSeconds * 1000)} ms of its core`,
      `one full core of Redis: 1000 / ${round(full.each.cpuSeconds * 1000)} = ${Math.round(carried)} articles/s`,
      `a visit without news: ${round(visits.commands)} commands, ${Math.round(visits.bytes)} bytes, ${round(visits.cpuSeconds * 1000)} ms of Redis`,
      `two shards, a worker and a Redis each: ${shards} articles/s, ${round(shards / full.rate)} of two workers on one Redis`,
      machinesText(costs),
    ].join('\n'),
  );
  const figures = {
    articlesPerSecond: Object.fromEntries(waiting.map((row) => [row.workers, row['articles/s']])),
    ofTheBound: Object.fromEntries(waiting.map((row) => [row.workers, row['of the bound']])),
    atOnceArticlesPerSecond: full.rate,
    redisCommandsPerArticle: round(full.each.commands),
    redisTrafficPerArticle: Math.round(full.each.bytes),
    articlesPerSecondOfOneRedisCore: Math.round(carried),
    twoShardsOverOneRedis: round(shards / full.rate),
    costs,
  };
  console.log(JSON.stringify(figures, null, 2));
}

/** Costs from what `--json` wrote. */
function costsFrom(file: string): Costs {
  const measured = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly bench: string;
    readonly figures: readonly { readonly name: string; readonly median: number }[];
  }[];
  const figures = measured.find(({ bench }) => bench === 'scale')?.figures ?? [];
  const of = (name: keyof Costs): number =>
    figures.find((figure) => figure.name === `costs.${name}`)?.median ?? Number.NaN;
  return {
    cpuMsPerArticle: of('cpuMsPerArticle'),
    cpuMsPerVisit: of('cpuMsPerVisit'),
    redisCpuMsPerArticle: of('redisCpuMsPerArticle'),
    redisCpuMsPerVisit: of('redisCpuMsPerVisit'),
    redisBytesPerArticle: of('redisBytesPerArticle'),
  };
}

/** What was done in a window of time. */
interface Window {
  readonly rate: number;
  readonly articles: number;
  readonly cpuSeconds: number;
  readonly each: RedisCost;
}

/** Queues pages, waits until work is steady, then counts. */
async function measure(fleet: Fleet, sites: Sites, seconds: number): Promise<Window> {
  await pause(WARM_MS);
  const [asked, cpu, before] = [
    await sites.answered(),
    fleet.cpuSeconds(),
    await redisCost(fleet.redis.client),
  ];
  const started = performance.now();
  await pause(seconds * 1000);
  const articles = (await sites.answered()) - asked;
  const elapsed = (performance.now() - started) / 1000;
  const each = costOfEach(before, await redisCost(fleet.redis.client), articles);
  return { rate: round(articles / elapsed), articles, cpuSeconds: fleet.cpuSeconds() - cpu, each };
}

/** Page numbers after those of the warm-up, enough that no worker waits for work. */
const numbersFor = (seconds: number): number[] =>
  Array.from(
    { length: Math.ceil((seconds + WARM_MS / 1000) * PAGES_A_SECOND) },
    (_, at) => HOSTS + at,
  );

async function withFleet<T>(
  size: FleetSize,
  sites: Sites,
  work: (fleet: Fleet) => Promise<T>,
): Promise<T> {
  const fleet = await startFleet(size, sites);
  try {
    return await work(fleet);
  } finally {
    await fleet.close();
  }
}

async function waitingFleets(seconds: number, sites: Sites) {
  const rows = [];
  for (const workers of WORKERS) {
    process.stderr.write(`${workers} workers\n`);
    const size = { workers, concurrency: ONE_IN_HAND };
    const window = await withFleet(size, sites, async (fleet) => {
      await warmUp(fleet, sites);
      await sites.wait(WAIT_MS);
      await queuePages(fleet, sites, numbersFor(seconds));
      return measure(fleet, sites, seconds);
    });
    // A worker with one page in hand cannot do more than one in the time that a site takes.
    const bound = workers * (1000 / WAIT_MS);
    rows.push({
      workers,
      'articles/s': window.rate,
      'bound by waiting': bound,
      'of the bound': round(window.rate / bound),
      'cores busy (workers)': round(window.cpuSeconds / seconds),
    });
  }
  return rows;
}

async function fullSpeed(seconds: number, sites: Sites) {
  return withFleet({ workers: 2, concurrency: IN_HAND }, sites, async (fleet) => {
    const { client } = fleet.redis;
    await warmUp(fleet, sites);
    const [cpu, before] = [fleet.cpuSeconds(), await redisCost(client)];
    for (let round = 1; round <= ROUNDS; round += 1) await visitAll(fleet, round);
    const visits = costOfEach(before, await redisCost(client), ROUNDS * HOSTS);
    const visitCpu = (fleet.cpuSeconds() - cpu) / (ROUNDS * HOSTS);
    await queuePages(fleet, sites, numbersFor(seconds));
    const full = await measure(fleet, sites, seconds);
    const costs: Costs = {
      cpuMsPerArticle: round((full.cpuSeconds / full.articles) * 1000),
      cpuMsPerVisit: round(visitCpu * 1000),
      redisCpuMsPerArticle: round(full.each.cpuSeconds * 1000),
      redisCpuMsPerVisit: round(visits.cpuSeconds * 1000),
      redisBytesPerArticle: Math.round(full.each.usedBytes),
    };
    return { full, costs, visits };
  });
}

/** Sources parted by name over two Redis, a worker each. @returns articles a second of both */
async function twoShards(seconds: number, sites: Sites): Promise<number> {
  const shardOf = (source: string): number => Number(source.slice(1)) % 2;
  const fleets = await Promise.all(
    [0, 1].map((shard) =>
      startFleet(
        { workers: 1, concurrency: IN_HAND, has: (source) => shardOf(source) === shard },
        sites,
      ),
    ),
  );
  for (const fleet of fleets) await warmUp(fleet, sites);
  for (const [shard, fleet] of fleets.entries()) {
    const own = numbersFor(seconds).filter((number) => shardOf(sourceAt(number)) === shard);
    await queuePages(fleet, sites, own);
  }
  const [fleet] = fleets;
  // The sites count what both have read.
  const rate = fleet ? (await measure(fleet, sites, seconds)).rate : 0;
  for (const one of fleets) await one.close();
  return rate;
}

const round = (value: number): number => Math.round(value * 100) / 100;
