import { parseArgs } from 'node:util';
import { wallClock } from '../../src/arabic/instant.ts';
import { PACE, type Pace } from '../../src/line/schedule/interval.ts';
import { type Newsroom, newsrooms } from './timing/newsrooms.ts';
import { type PageClock, pageClock } from './timing/page-clock.ts';
import { type Played, play, quantile } from './timing/replay.ts';
import { fixed, learnt, mediaCloud, miniflux, stormCrawler } from './timing/rules.ts';
import { joined, readChangelogs, readReleases } from './timing/traces.ts';

/** Plays in which our pace is brought to a rival's number of requests. */
const STEPS = 3;

const DAY_MS = 86_400_000;

/**
 * `npm run bench -- timing [SEED] [--releases FOLDER] [--changelogs FOLDER] [--pages FOLDER]`: how
 * soon articles are found by Marsad's rule and by those of others, in minutes, at how many requests a
 * source and day; then ours at as many as each of them, or the fewest that its care for what falls
 * out of a feed allows. First over invented newsrooms, which the rule was tuned on; then over what
 * really happened: releases (`npm view NAME time --json > FOLDER/NAME.json`), uploads to Debian
 * (`/usr/share/doc`), and the clock of real pages with a `manifest.json`.
 */
export async function run(args: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const options = { releases: text, changelogs: text, pages: text };
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const invented = newsrooms(Number(positionals[0] ?? 1));
  compare('invented newsrooms, which the rule was tuned on together with them', invented);
  const releases = values.releases ? readReleases(values.releases) : [];
  const uploads = values.changelogs ? readChangelogs(values.changelogs) : [];
  compare('releases of packages, one source each', releases);
  compare('uploads to Debian, one source a person', uploads);
  const all = [joined('all releases', releases), joined('all uploads', uploads)].flat();
  compare('all releases as one source, all uploads as another', all);
  if (values.pages) printClock(pageClock(values.pages), invented);
}

/** Plays rooms through all rules. */
function compare(title: string, rooms: readonly Newsroom[]): void {
  if (rooms.length === 0) return;
  const articles = rooms.reduce((sum, { times }) => sum + times.length, 0);
  const days = rooms.reduce((sum, { from, until }) => sum + (until - from) / DAY_MS, 0);
  console.log(`\n${title}: ${rooms.length} sources, ${articles} articles in ${days.toFixed(0)}`);
  console.log('days of a source, feeds of 20 entries');
  console.log(heading);
  console.log(row(play(learnt('Marsad', PACE), rooms)));
  const rivals = [fixed(5), fixed(15), fixed(60), mediaCloud, stormCrawler, miniflux];
  for (const rival of rivals) {
    const theirs = play(rival, rooms);
    const ours = atRequests(theirs.requestsPerDay, (pace) =>
      play(learnt(`  Marsad as often`, pace), rooms),
    );
    console.log(row(theirs));
    console.log(`${row(ours)}  ${shareOf(ours, theirs)}`);
  }
}

/** Shares of a whole in per cent, each cell five wide. */
function shares(counts: readonly number[]): string {
  const whole = counts.reduce((sum, one) => sum + one, 0);
  return counts.map((one) => ((100 * one) / whole).toFixed(0).padStart(5)).join('');
}

/** When real newsrooms publish beside the invented ones, in blocks of three hours and by weekday. */
function printClock(clock: PageClock, invented: readonly Newsroom[]): void {
  const blocks = (hours: readonly number[]): number[] =>
    Array.from({ length: 8 }, (_, at) =>
      hours.slice(3 * at, 3 * at + 3).reduce((sum, one) => sum + one, 0),
    );
  const [hours, weekdays] = [new Array<number>(24).fill(0), new Array<number>(7).fill(0)];
  for (const { times, zone } of invented) {
    for (const time of times) {
      const wall = new Date(`${wallClock(new Date(time), zone)}Z`);
      hours[wall.getUTCHours()] = (hours[wall.getUTCHours()] ?? 0) + 1;
      weekdays[wall.getUTCDay()] = (weekdays[wall.getUTCDay()] ?? 0) + 1;
    }
  }
  const timed = clock.hours.reduce((sum, one) => sum + one, 0);
  console.log(
    `\nreal pages: ${clock.pages} days of ${clock.outlets} outlets, ${timed} with a time`,
  );
  console.log('per cent of the articles by hour  0-2  3-5  6-8 9-11   -14  -17  -20  -23');
  console.log(`real pages                     ${shares(blocks(clock.hours))}`);
  console.log(`invented                       ${shares(blocks(hours))}`);
  console.log('and by weekday                  Sun  Mon  Tue  Wed  Thu  Fri  Sat');
  console.log(`real pages                     ${shares(clock.weekdays)}`);
  console.log(`invented                       ${shares(weekdays)}`);
}

/** Our p95 as a share of a rival's; a rival that lost more than one in twenty has none. */
function shareOf(ours: Played, theirs: Played): string {
  const [own, other] = [quantile(ours, 0.95), quantile(theirs, 0.95)];
  return Number.isFinite(other) ? (own / other).toFixed(2) : 'they miss too many';
}

const heading = `${'rule'.padEnd(20)}${['median', 'p95', 'p99', 'burst', 'silence', 'missed', 'req/day'].map((name) => name.padStart(9)).join('')}  of its p95`;

function row(played: Played): string {
  const minutes = [0.5, 0.95, 0.99].map((share) => inMinutes(quantile(played, share)));
  // The 95th of a hundred of those alone; a missed one is in none of them.
  const apart = [played.burst, played.afterSilence].map((delays) =>
    delays.length === 0 ? '-' : inMinutes(quantile({ delays, missed: 0 }, 0.95)),
  );
  const cells = [...minutes, ...apart, String(played.missed), played.requestsPerDay.toFixed(1)];
  return played.name.padEnd(20) + cells.map((cell) => cell.padStart(9)).join('');
}

/** A missed article is never found. */
const inMinutes = (ms: number): string =>
  Number.isFinite(ms) ? (ms / 60_000).toFixed(1) : 'never';

/** Our rule at the pace that asks no more often than a rival does, and as little less as may be. */
function atRequests(requestsPerDay: number, playAt: (pace: Pace) => Played): Played {
  // Nearly half of a source's hours bring news.
  let everyMs = (0.48 * DAY_MS) / requestsPerDay;
  let best: Played | undefined;
  for (let step = 0; step < STEPS; step += 1) {
    const played = playAt({ ...PACE, everyMs });
    const isWithin = played.requestsPerDay <= requestsPerDay;
    if (isWithin && played.requestsPerDay >= (best?.requestsPerDay ?? 0)) best = played;
    if (isWithin && played.requestsPerDay > 0.98 * requestsPerDay) break;
    // Requests fall about as the pause grows; a hundredth more makes sure to end within.
    everyMs *= (played.requestsPerDay / requestsPerDay) * 1.01;
  }
  return best ?? playAt({ ...PACE, everyMs: everyMs * 1.5 });
}
