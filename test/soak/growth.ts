/** What a service holds at one moment. */
export interface Sample {
  /** Minutes since the start. */
  readonly minute: number;
  /** Resident memory of the process, bytes. */
  readonly resident: number;
  /** Heap after a collection, bytes. */
  readonly heap: number;
  /** Open files, sockets and pipes. */
  readonly handles: number;
  readonly redisBytes: number;
  readonly redisKeys: number;
  /** Entries that the log ever had. */
  readonly records: number;
}

/** What is held, without the time and what it is held against. */
export type Held = Exclude<keyof Sample, 'minute' | 'records'>;

/** How one of them went. */
export interface Growth {
  readonly held: Held;
  /** Means of the first and the last third of the samples. */
  readonly first: number;
  readonly last: number;
  /** By least squares over all samples. */
  readonly perHour: number;
  /** Records published between the two thirds. */
  readonly records: number;
  /** The most that the last third may have. */
  readonly most: number;
  readonly grows: boolean;
}

const MEGABYTE = 1_000_000;

/**
 * What may come on top of the first third. Memory of a process moves with what is in hand, and grows
 * until its caches are full. Redis keeps every record by design: an article comes to 5 KB (`npm run
 * bench -- size`), its traces, addresses and dead letters to as much again, so that more than this a
 * record is something that stays without being one. The buckets of the index of stories come once.
 */
const ROOM: Readonly<Record<Held, { share: number; bytes: number; perRecord: number }>> = {
  resident: { share: 0.15, bytes: 25 * MEGABYTE, perRecord: 0 },
  heap: { share: 0.1, bytes: 4 * MEGABYTE, perRecord: 0 },
  handles: { share: 0, bytes: 6, perRecord: 0 },
  redisBytes: { share: 0, bytes: 2 * MEGABYTE, perRecord: 12_000 },
  redisKeys: { share: 0, bytes: 400, perRecord: 8 },
};

/** Samples of a warm-up are left out: code is compiled, memories of the sites fill. */
const WARM_UP = 0.1;

/** How what is held went over the samples, which stand in the order of time: nine at least. */
export function growthOf(samples: readonly Sample[]): Growth[] {
  const warm = samples.slice(Math.floor(samples.length * WARM_UP));
  const third = Math.floor(warm.length / 3);
  const [early, late] = [warm.slice(0, third), warm.slice(-third)];
  const records = meanOf(late, 'records') - meanOf(early, 'records');
  return (Object.keys(ROOM) as Held[]).map((held) => {
    const [first, last] = [meanOf(early, held), meanOf(late, held)];
    const { share, bytes, perRecord } = ROOM[held];
    const most = first * (1 + share) + bytes + perRecord * records;
    return {
      held,
      first,
      last,
      perHour: slopeOf(warm, held) * 60,
      records,
      most,
      grows: last > most,
    };
  });
}

function meanOf(samples: readonly Sample[], name: keyof Sample): number {
  return samples.reduce((sum, sample) => sum + sample[name], 0) / Math.max(1, samples.length);
}

/** Least squares: change a minute. */
function slopeOf(samples: readonly Sample[], name: Held): number {
  const [minute, value] = [meanOf(samples, 'minute'), meanOf(samples, name)];
  let [shared, square] = [0, 0];
  for (const sample of samples) {
    const distance = sample.minute - minute;
    shared += distance * (sample[name] - value);
    square += distance ** 2;
  }
  return square === 0 ? 0 : shared / square;
}

const NAMES: Readonly<Record<Held, string>> = {
  resident: 'resident memory, MB',
  heap: 'heap after collection, MB',
  handles: 'open handles',
  redisBytes: 'Redis memory, MB',
  redisKeys: 'Redis keys',
};

/** The rows of a table for people. */
export function growthTable(growths: readonly Growth[]): Record<string, Record<string, string>> {
  const rows = growths.map(({ held, first, last, perHour, most, grows }) => {
    const isBytes = NAMES[held].endsWith('MB');
    const shown = (value: number): string =>
      isBytes ? (value / MEGABYTE).toFixed(1) : value.toFixed(0);
    const columns = {
      'first third': first,
      'last third': last,
      'an hour': perHour,
      'at most': most,
    };
    const cells = Object.entries(columns).map(([name, value]) => [name, shown(value)]);
    return [NAMES[held], { ...Object.fromEntries(cells), result: grows ? 'grows' : 'flat' }];
  });
  return Object.fromEntries(rows);
}
