import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, it } from 'vitest';
import { play, quantile } from '../../bench/timing/replay.ts';
import { fixed } from '../../bench/timing/rules.ts';
import { joined, readChangelogs, readReleases } from '../../bench/timing/traces.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-traces-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HOUR_MS = 3_600_000;
const start = Date.UTC(2026, 0, 5);
const at = (hours: number): string => new Date(start + hours * HOUR_MS).toISOString();

/** Thirty releases, a day apart, and one years before. */
const days = Array.from({ length: 30 }, (_, day) => at(24 * day));
const releases = Object.fromEntries(days.map((time, index) => [`1.0.${index}`, time]));
writeFileSync(
  join(folder, 'package.json'),
  JSON.stringify({
    created: '2010-01-01T00:00:00Z',
    modified: at(0),
    '0.0.1': '2010-01-01T00:00:00Z',
    ...releases,
  }),
);
writeFileSync(join(folder, 'quiet.json'), JSON.stringify({ '1.0.0': at(0) }));

it('plays the months of a package in which most happened, and none that is too quiet', () => {
  const rooms = readReleases(folder);
  expect(rooms).toHaveLength(1);
  expect(rooms[0]?.times).toEqual(days.map(Date.parse));
  expect(rooms[0]?.from).toBe(start - 24 * HOUR_MS);
});

it('reads who uploaded when from changelogs of Debian, in their zone', () => {
  const entries = Array.from({ length: 25 }, (_, day) => {
    const date = new Date(start + day * 24 * HOUR_MS);
    const weekday = date.toUTCString().slice(0, 16);
    return `almina (1.0-${day}) unstable; urgency=medium\n\n  * خبر.\n\n -- ليث المنصوري <laith@almina.test>  ${weekday} 03:00:00 +0300\n`;
  });
  mkdirSync(join(folder, 'doc/almina'), { recursive: true });
  writeFileSync(join(folder, 'doc/almina/changelog.Debian.gz'), gzipSync(entries.join('\n')));
  const rooms = readChangelogs(join(folder, 'doc'));
  expect(rooms.map(({ zone, times }) => [zone, times.length])).toEqual([['Etc/GMT-3', 25]]);
  expect(rooms[0]?.times[0]).toBe(start);
  expect(joined('all', [...rooms, ...readReleases(folder)])[0]?.times).toHaveLength(30);
});

it('tells delays in bursts and after silences apart', () => {
  const burst = [0, 0.1, 0.2, 0.3, 0.4].map((hours) => start + (hours + 30) * HOUR_MS);
  const late = start + 200 * HOUR_MS;
  const room = { kind: 'x', zone: 'UTC', from: start, until: start + 240 * HOUR_MS };
  const played = play(fixed(60), [{ ...room, times: [start + HOUR_MS, ...burst, late] }]);
  expect([played.delays.length, played.burst.length, played.afterSilence.length]).toEqual([
    7, 5, 1,
  ]);
  expect(played.requestsPerDay).toBe(24);
  expect(quantile(played, 1)).toBeLessThanOrEqual(HOUR_MS);
});
