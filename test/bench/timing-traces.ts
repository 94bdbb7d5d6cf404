import { parseArgs } from 'node:util';
import { wallClock } from '../../src/arabic/instant.ts';
import { compare } from './timing/compare.ts';
import { type Newsroom, newsrooms } from './timing/newsrooms.ts';
import { type PageClock, pageClock } from './timing/page-clock.ts';
import { joined, readChangelogs, readReleases } from './timing/traces.ts';

/**
 * `npm run bench -- timing-traces [--releases FOLDER] [--changelogs FOLDER] [--pages FOLDER] [--half first]`:
 * the rules of `timing` over what nobody here invented: releases (`npm view NAME time --json >
 * FOLDER/NAME.json`), uploads to Debian (`/usr/share/doc`), and when real pages with a `manifest.json`
 * were published. Every second source was looked at when the rule was chosen; those are `--half first`,
 * and what is printed without it is the half that was kept apart.
 */
export async function run(args: readonly string[]): Promise<void> {
  const text = { type: 'string' } as const;
  const options = { releases: text, changelogs: text, pages: text, half: text };
  const { values } = parseArgs({ args: [...args], options });
  const isFirst = values.half === 'first';
  const halfOf = (rooms: readonly Newsroom[]): Newsroom[] =>
    rooms.filter((_, at) => (at % 2 === 0) === isFirst);
  const releases = halfOf(values.releases ? readReleases(values.releases) : []);
  const uploads = halfOf(values.changelogs ? readChangelogs(values.changelogs) : []);
  const half = isFirst ? 'the half that the rule was chosen on' : 'the half that was kept apart';
  console.log(half);
  const all = [joined('all releases', releases), joined('all uploads', uploads)].flat();
  compare('all releases as one source, all uploads as another', all);
  const threes = [releases, uploads].flatMap((rooms) => inThrees(rooms));
  compare('three packages or people as one source', threes);
  compare('packages and people, one source each', [...releases, ...uploads]);
  if (values.pages) printClock(pageClock(values.pages), newsrooms(1));
}

/** Three sources as one: as busy as a small newsroom. */
function inThrees(rooms: readonly Newsroom[]): Newsroom[] {
  const firsts = rooms.filter((_, at) => at % 3 === 0 && at + 3 <= rooms.length);
  return firsts.flatMap((_, at) => joined('three', rooms.slice(3 * at, 3 * at + 3)));
}

/** Of the invented articles so many are looked at one: there are half a million. */
const ONE_OF = 25;

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
    for (const [at, time] of times.entries()) {
      if (at % ONE_OF !== 0) continue;
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
