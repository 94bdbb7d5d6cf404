import { type Chance, chance } from './chance.ts';

/** A source of the replay: its zone, and when it publishes. */
export interface Newsroom {
  readonly kind: string;
  readonly zone: string;
  /** Unix ms, in order, all within the span that is played. */
  readonly times: readonly number[];
  /** Unix ms. */
  readonly from: number;
  readonly until: number;
}

const HOUR_MS = 3_600_000;

/** Days that are played. */
const DAYS = 60;

/** A Monday, 0 h UTC. */
const START_MS = Date.UTC(2026, 0, 5);

/** Zones of the region, with their offsets; none changes its clock in the months that are played. */
const ZONES = [
  ['Africa/Cairo', 2],
  ['Asia/Riyadh', 3],
  ['Africa/Algiers', 1],
  ['Asia/Dubai', 4],
] as const;

/** What a newsroom publishes in an hour: articles expected, by day of the play and hour there. */
type Habit = (day: number, hour: number) => number;

/** The shares of a day's articles by hour, none of them exact. */
type Shares = readonly number[];

/**
 * A desk that works one shift of 8 to 11 hours from a time of its own between 7 and 11, fullest in
 * its middle, with one in ten articles later in the evening and few at night.
 */
function deskHours(random: Chance): Shares {
  const [start, length] = [7 + Math.floor(random() * 5), 8 + Math.floor(random() * 4)];
  return Array.from({ length: 24 }, (_, hour) => {
    const within = (hour - start + 0.5) / length;
    if (within > 0 && within < 1) return 0.5 + Math.sin(Math.PI * within);
    return hour >= 18 && hour < 23 ? 0.25 : 0.02;
  });
}

/** A desk in Ramadan: little before noon, most after the fast is broken. */
const RAMADAN: Shares = [6, 5, 3, 1, 0, 0, 0, 0, 0, 1, 2, 4, 4, 4, 3, 1, 0, 0, 1, 4, 7, 8, 8, 7];

/** A newsroom in three shifts, thin between one and five. */
const SHIFTS: Shares = [3, 1, 1, 1, 1, 2, 4, 6, 8, 9, 9, 9, 9, 9, 9, 8, 8, 8, 8, 7, 7, 6, 5, 4];

const total = (shares: Shares): number => shares.reduce((sum, share) => sum + share, 0);
const byHour = (shares: Shares, hour: number): number => (shares[hour] ?? 0) / total(shares);

const isWeekday = (day: number, ...days: number[]): boolean => days.includes(day % 7);

/** Friday, and Saturday, of a week that begins on Monday. */
const FRIDAY = 4;
const SATURDAY = 5;

/** The kinds of newsroom, how many of each, and what each publishes a day. */
const KINDS: { kind: string; count: number; habit: (random: Chance) => Habit }[] = [
  {
    kind: 'wire agency',
    count: 16,
    habit: (random) => scaled(volume(250, random), (_, hour) => byHour(SHIFTS, hour)),
  },
  {
    kind: 'daily, midnight dump',
    count: 32,
    habit: (random) => {
      const dump = Math.floor(random() * 3);
      const size = 25 + 25 * random();
      const desk = deskHours(random);
      return (_, hour) => (hour === dump ? size : 12 * byHour(desk, hour));
    },
  },
  {
    kind: 'portal',
    count: 48,
    habit: (random) => {
      const desk = deskHours(random);
      return scaled(volume(30, random), (_, hour) => byHour(desk, hour));
    },
  },
  {
    kind: 'weekly',
    count: 24,
    habit: (random) => {
      const [issue, at] = [Math.floor(random() * 7), 8 + Math.floor(random() * 6)];
      return (day, hour) => (isWeekday(day, issue) && (hour === at || hour === at + 1) ? 10 : 0.01);
    },
  },
  {
    kind: 'Friday rest',
    count: 24,
    habit: (random) => {
      const desk = deskHours(random);
      return scaled(volume(20, random), (day, hour) => {
        const share = isWeekday(day, FRIDAY) ? 0.15 : isWeekday(day, SATURDAY) ? 0.5 : 1;
        return share * byHour(desk, hour);
      });
    },
  },
  {
    kind: 'Ramadan from day 30',
    count: 24,
    habit: (random) => {
      const desk = deskHours(random);
      return scaled(volume(25, random), (day, hour) => byHour(day < 30 ? desk : RAMADAN, hour));
    },
  },
  {
    kind: 'bursts',
    count: 16,
    habit: (random) => {
      // A story breaks for a newsroom when somebody is awake to write it.
      const events = Array.from(
        { length: 6 },
        () => Math.floor(random() * DAYS) * 24 + 7 + Math.floor(random() * 14),
      );
      const [base, desk] = [8 + 12 * random(), deskHours(random)];
      return (day, hour) => {
        const at = day * 24 + hour;
        const isBurst = events.some((event) => at >= event && at < event + 3);
        return base * byHour(desk, hour) + (isBurst ? 15 : 0);
      };
    },
  },
  {
    kind: 'silent week',
    count: 16,
    habit: (random) => {
      const [silent, desk] = [2 + Math.floor(random() * 5), deskHours(random)];
      return scaled(volume(20, random), (day, hour) =>
        Math.floor(day / 7) === silent ? 0 : byHour(desk, hour),
      );
    },
  },
];

/**
 * Articles a day: log-normal, as the volumes of sites are, so that one in six publishes more than
 * double the median and one in six less than half.
 */
function volume(median: number, random: Chance): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(MOST_A_DAY, median * Math.exp(VOLUME_SPREAD * normal));
}

/** A feed of 20 entries is renewed in half an hour at that: no site keeps so small a feed beyond. */
const MOST_A_DAY = 600;

const VOLUME_SPREAD = 0.75;

function scaled(perDay: number, share: Habit): Habit {
  return (day, hour) => perDay * share(day, hour);
}

/** All newsrooms of the play; the same ones for the same seed. */
export function newsrooms(seed: number): Newsroom[] {
  const random = chance(seed);
  return KINDS.flatMap(({ kind, count, habit }) =>
    Array.from({ length: count }, (_, index) => {
      const [zone, offset] = ZONES[index % ZONES.length] ?? ZONES[0];
      const [from, until] = [START_MS, START_MS + DAYS * 24 * HOUR_MS];
      return { kind, zone, from, until, times: publish(habit(random), offset, random) };
    }),
  );
}

/** Draws the times: in each hour a Poisson number of articles, anywhere in it. */
function publish(habit: Habit, offset: number, random: Chance): number[] {
  const times: number[] = [];
  for (let hour = 0; hour < DAYS * 24; hour += 1) {
    const start = START_MS + (hour - offset) * HOUR_MS;
    const count = poisson(habit(Math.floor(hour / 24), hour % 24), random);
    for (let at = 0; at < count; at += 1) times.push(start + random() * HOUR_MS);
  }
  return times.filter((at) => at >= START_MS).sort((one, other) => one - other);
}

/** A Poisson number (Knuth); the mean stays below some sixty, so the product does not vanish. */
function poisson(mean: number, random: Chance): number {
  const limit = Math.exp(-mean);
  let count = -1;
  let product = 1;
  do {
    product *= random();
    count += 1;
  } while (product > limit);
  return count;
}
