import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Newsroom } from './newsrooms.ts';

const DAY_MS = 86_400_000;

/** Of each trace the four months in which most happened are played. */
const SPAN_MS = 120 * DAY_MS;

/** A trace with fewer events in that time says nothing of a rule. */
const FEWEST = 20;

/** Versions of several lines that are published in one minute are one piece of news. */
const ONE_EVENT_MS = 60_000;

/** A source by when things happened, or nothing where too little did. */
function roomOf(kind: string, zone: string, stamps: readonly number[]): Newsroom[] {
  const sorted = stamps.filter(Number.isFinite).sort((a, b) => a - b);
  const times = sorted.filter((time, at) => time - (sorted[at - 1] ?? 0) >= ONE_EVENT_MS);
  let [best, bestFrom, first] = [0, 0, 0];
  for (const [last, time] of times.entries()) {
    while (time - (times[first] ?? 0) >= SPAN_MS) first += 1;
    if (last - first + 1 > best) [best, bestFrom] = [last - first + 1, times[first] ?? 0];
  }
  if (best < FEWEST) return [];
  // A day before, so that the first visit meets an empty feed as it does anywhere.
  const [from, until] = [bestFrom - DAY_MS, bestFrom + SPAN_MS];
  return [{ kind, zone, from, until, times: times.filter((time) => time >= from && time < until) }];
}

const Releases = z.record(z.string(), z.string());

/**
 * Releases of packages: files as `npm view NAME time --json` prints them, one a package. What a
 * package's team publishes by hand and by its nightly builds has rhythm, bursts and silence.
 */
export function readReleases(folder: string): Newsroom[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const {
        created: _,
        modified: __,
        ...releases
      } = Releases.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
      return roomOf('releases of packages', 'UTC', Object.values(releases).map(Date.parse));
    });
}

/** The line of a Debian changelog that says who uploaded, and when (deb-changelog(5)). */
const UPLOAD = /^ -- (?<who>[^<\n]{1,100}) <[^>\n]*> {2}(?<when>.*(?<offset>[+-]\d{4}))\s*$/gmu;

/**
 * Uploads to Debian, from the changelogs that its packages install: one source a person. Times are
 * in that person's zone, which the offset of the first upload stands for.
 */
export function readChangelogs(folder: string): Newsroom[] {
  const people = new Map<string, { offset: string; times: number[] }>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/changelog\.Debian(?:\.\w+)?\.gz$|changelog\.gz$/u.test(name)) continue;
    const text = gunzipSync(readFileSync(join(folder, name))).toString('utf8');
    for (const { groups } of text.matchAll(UPLOAD)) {
      const { who = '', when = '', offset = '+0000' } = groups ?? {};
      const person = people.get(who) ?? { offset, times: [] };
      person.times.push(Date.parse(when));
      people.set(who, person);
    }
  }
  return [...people.values()].flatMap(({ offset, times }) =>
    roomOf('uploads to Debian', zoneOf(offset), times),
  );
}

/** A zone of that offset in whole hours; POSIX signs of `Etc/GMT` count the other way round. */
function zoneOf(offset: string): string {
  const hours = Number(offset.slice(0, 3));
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

/** All sources as one that publishes whatever any of them does: as busy as a portal. */
export function joined(kind: string, rooms: readonly Newsroom[]): Newsroom[] {
  return roomOf(
    kind,
    'UTC',
    rooms.flatMap(({ times }) => times),
  );
}
