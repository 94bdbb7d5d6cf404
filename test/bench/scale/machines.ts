/** What was measured, as far as machines follow from it. */
export interface Costs {
  /** Of the workers, all their threads. */
  readonly cpuMsPerArticle: number;
  readonly cpuMsPerVisit: number;
  readonly redisCpuMsPerArticle: number;
  readonly redisCpuMsPerVisit: number;
  /** What Redis holds more for each article, its entry in the log among it. */
  readonly redisBytesPerArticle: number;
}

/** Sources of each row of the table. */
export const SIZES: readonly number[] = [200, 1000, 10_000, 100_000];

/** 1,000,000 articles a day of 10,000 sources: large dailies; `size` counts with 27 for a mixed lot. */
const ARTICLES_A_SOURCE = 100;

/** Requests of the learnt rhythm a source and day, as `timing` counts them. */
const VISITS_A_SOURCE = 171;

/** News does not come evenly: the busiest hour is taken as three times the mean, which nobody measured here. */
const PEAK = 3;

/** Above this share of a core waiting grows faster than work. */
const BUSY_MOST = 0.6;

/** Days that Redis keeps records: `retention.records: 30d`, which large installations set. */
const KEPT_DAYS = 30;

const DAY_MS = 86_400_000;

/** A row: what so many sources need. */
export interface Machines {
  readonly sources: number;
  readonly articlesADay: number;
  readonly articlesASecondAtPeak: number;
  readonly workerCores: number;
  /** Of one core, at the peak. */
  readonly redisBusy: number;
  readonly redisServers: number;
  readonly redisGigabytes: number;
}

/** What so many sources need: mean work of a day, times the peak, over the share that may be busy. */
export function machinesFor(sources: number, costs: Costs): Machines {
  const articlesADay = sources * ARTICLES_A_SOURCE;
  const visits = sources * VISITS_A_SOURCE;
  const share = (anArticle: number, aVisit: number): number =>
    ((articlesADay * anArticle + visits * aVisit) / DAY_MS) * PEAK;
  const redisBusy = share(costs.redisCpuMsPerArticle, costs.redisCpuMsPerVisit);
  return {
    sources,
    articlesADay,
    articlesASecondAtPeak: rounded((articlesADay / 86_400) * PEAK),
    workerCores: Math.ceil(share(costs.cpuMsPerArticle, costs.cpuMsPerVisit) / BUSY_MOST),
    redisBusy: rounded(redisBusy),
    redisServers: Math.ceil(redisBusy / BUSY_MOST),
    redisGigabytes: rounded((articlesADay * KEPT_DAYS * costs.redisBytesPerArticle) / 1e9),
  };
}

/** The table, with the arithmetic of one row in words. */
export function machinesText(costs: Costs): string {
  const { cpuMsPerArticle, cpuMsPerVisit } = costs;
  const sources = 10_000;
  const [articles, visits] = [sources * ARTICLES_A_SOURCE, sources * VISITS_A_SOURCE];
  const mean = (articles * cpuMsPerArticle + visits * cpuMsPerVisit) / DAY_MS;
  return [
    `${ARTICLES_A_SOURCE} articles and ${VISITS_A_SOURCE} visits a source and day, ${PEAK} times as many at the peak, cores at most ${BUSY_MOST} busy, records kept ${KEPT_DAYS} days.`,
    `${sources} sources: (${articles} articles × ${cpuMsPerArticle} ms + ${visits} visits × ${cpuMsPerVisit} ms) / ${DAY_MS} ms = ${rounded(mean)} cores at the mean; × ${PEAK} / ${BUSY_MOST} = ${rounded((mean * PEAK) / BUSY_MOST)}.`,
    '',
    '| sources | articles a day | articles/s at peak | cores for workers | Redis core busy at peak | Redis servers | Redis GB |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...SIZES.map((size) => `| ${Object.values(machinesFor(size, costs)).join(' | ')} |`),
  ].join('\n');
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
