import { PACE, type Pace } from '../../../src/line/schedule/interval.ts';
import type { Newsroom } from './newsrooms.ts';
import { type Played, play, quantile } from './replay.ts';
import { fixed, learnt, mediaCloud, miniflux, stormCrawler } from './rules.ts';

/** Plays at most in which our pace is brought to a rival's number of requests. */
const STEPS = 12;

/** How near below that number is near enough. */
const NEAR = 0.97;

const DAY_MS = 86_400_000;

/**
 * Plays rooms through all rules and prints how soon articles are found, in minutes, at how many
 * requests a source and day; and ours at as many as each rival, or the fewest that its care for what
 * falls out of a feed allows.
 */
export function compare(title: string, rooms: readonly Newsroom[]): void {
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

/** Our p95 as a share of a rival's; a rival that lost more than one in twenty has none. */
function shareOf(ours: Played, theirs: Played): string {
  const [own, other] = [quantile(ours, 0.95), quantile(theirs, 0.95)];
  return Number.isFinite(other) ? (own / other).toFixed(2) : 'they miss too many';
}

const heading = `${'rule'.padEnd(20)}${['median', 'p95', 'p99', 'mean', 'burst', 'silence', 'missed', 'req/day'].map((name) => name.padStart(9)).join('')}  of its p95`;

function row(played: Played): string {
  const { delays, requestsPerDay } = played;
  const quantiles = [0.5, 0.95, 0.99].map((share) => inMinutes(quantile(played, share)));
  const mean = inMinutes(delays.reduce((sum, delay) => sum + delay, 0) / delays.length);
  // The mean, and the 95th of a hundred of those alone; a missed one is in none of them.
  const apart = [played.burst, played.afterSilence].map((some) =>
    some.length === 0 ? '-' : inMinutes(quantile({ delays: some, missed: 0 }, 0.95)),
  );
  const cells = [...quantiles, mean, ...apart, String(played.missed), requestsPerDay.toFixed(1)];
  return played.name.padEnd(20) + cells.map((cell) => cell.padStart(9)).join('');
}

/** A missed article is never found. */
const inMinutes = (ms: number): string =>
  Number.isFinite(ms) ? (ms / 60_000).toFixed(1) : 'never';

/**
 * Our rule at the pace that asks no more often than a rival does, and as little less as may be: pauses
 * are brought nearer by how far the requests are off, then halved between one too short and one too long.
 */
function atRequests(requestsPerDay: number, playAt: (pace: Pace) => Played): Played {
  let everyMs = (0.6 * DAY_MS) / requestsPerDay;
  let [tooShort, longEnough] = [0, Number.POSITIVE_INFINITY];
  let best: Played | undefined;
  for (let step = 0; step < STEPS; step += 1) {
    const played = playAt({ ...PACE, everyMs });
    const share = played.requestsPerDay / requestsPerDay;
    if (share > 1) tooShort = everyMs;
    else [longEnough, best] = [everyMs, played];
    if (share <= 1 && share >= NEAR) break;
    const aimed = everyMs * share ** (share > 1 ? 2 : 1) * 1.01;
    const isWithin = aimed > tooShort && aimed < longEnough;
    everyMs = isWithin ? aimed : Math.sqrt(tooShort * longEnough);
  }
  return best ?? playAt({ ...PACE, everyMs });
}
