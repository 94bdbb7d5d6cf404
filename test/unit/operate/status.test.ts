import { expect, it } from 'vitest';
import { statusText } from '../../../src/operate/status.ts';
import { agoText } from '../../../src/operate/time-text.ts';
import { sampleData, sourceOf } from './sample.ts';

const now = new Date('2026-03-05T12:00:00Z');

it.each([
  [undefined, '-'],
  ['2026-03-05T11:59:30Z', '30s ago'],
  ['2026-03-05T12:00:00Z', '0s ago'],
  ['2026-03-05T11:01:00Z', '59m ago'],
  ['2026-03-05T10:00:00Z', '2h ago'],
  ['2026-03-01T12:00:00Z', '4d ago'],
  ['2026-03-05T12:10:00Z', 'in 10m'],
])('%s is %s', (iso, text) => {
  expect(agoText(iso, now)).toBe(text);
});

it('shows sources, queues, sinks and the last error on one screen', async () => {
  const error = {
    at: '2026-03-05T11:30:00Z',
    url: 'https://aljisr.test/feed',
    code: 'TIMEOUT',
    message: 'no byte within 30s through http://user:hunter22@proxy.test',
    hint: 'Look whether the site is up.',
  };
  const data = sampleData({
    sources: async () => [
      sourceOf({}),
      sourceOf({ id: 'aljisr', name: 'الجسر' }, { failureScore: 3, lastError: error }),
      sourceOf({ id: 'sleeping', enabled: false }),
    ],
  });
  const screen = await statusText(data, { now });
  const lines = screen.split('\n');
  expect(lines[0]).toBe('Marsad works.');
  expect(lines.find((line) => line.startsWith('almina'))).toMatch(
    /^almina +good +2m ago +in 8m +12 +340 +0 +صحيفة الميناء$/u,
  );
  expect(lines.find((line) => line.startsWith('aljisr '))).toContain('failing');
  expect(lines.find((line) => line.startsWith('sleeping'))).toContain('off');
  expect(lines.find((line) => line.startsWith('pages'))).toMatch(/^pages +14 +3 +22 +2$/u);
  expect(lines.find((line) => line.startsWith('queue '))).toMatch(/^queue +3 +1 +0 +0 +good$/u);
  expect(screen).toContain('aljisr: TIMEOUT, 30m ago: no byte within 30s');
  expect(screen).not.toContain('hunter22');
});

it('sums up 200 sources on one screen, the worst first, and lets one choose', async () => {
  const error = {
    ...{ at: '2026-03-05T11:30:00Z', code: 'TIMEOUT', message: 'no byte within 30s' },
    ...{ url: 'https://almina.test/feed', hint: 'Look whether the site is up.' },
  };
  const sources = Array.from({ length: 200 }, (_, at) => {
    const failing = at >= 190 ? { failureScore: 3, lastError: error } : {};
    return sourceOf({ id: `source-${at}`, name: `المصدر ${at}` }, failing);
  });
  const data = sampleData({ sources: async () => sources });
  const rowsOf = (screen: string) =>
    screen.split('\n').filter((line) => /^source-\d+ /u.test(line));
  const screen = await statusText(data, { now });
  const rows = rowsOf(screen);
  expect(screen).toContain('200 sources: 10 failing, 190 good');
  expect(screen.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  expect(rows.map((line) => line.split(/ +/u)[1])).toEqual([
    ...Array.from({ length: 10 }, () => 'failing'),
    ...Array.from({ length: 10 }, () => 'good'),
  ]);
  expect(screen).toContain('and 180 more, none of them worse');
  const failing = await statusText(data, { now, filter: { conditions: ['failing'], all: true } });
  expect(rowsOf(failing)).toHaveLength(10);
  const one = await statusText(data, { now, filter: { sources: ['source-7'] } });
  expect(rowsOf(one)).toHaveLength(1);
});

it('says of a sink that refuses since when, after how many tries, and when the next is', async () => {
  const archive = {
    ...{ name: 'archive', waiting: 5, pending: 1, error: 'ENOSPC: the disk is full' },
    ...{ failingSince: '2026-03-05T11:30:00Z', failures: 4, retryAt: '2026-03-05T12:05:00Z' },
  };
  const screen = await statusText(sampleData({ sinks: async () => [archive] }), { now });
  expect(screen).toMatch(
    /^archive +5 +1 +0 +0 +failing, 30m ago, 4 tries, next in 5m: ENOSPC: the disk is full$/mu,
  );
});

it.each([
  [{}, 'looking'],
  [{ endedAt: '2026-03-05T11:59:00Z' }, 'fetching'],
  [{ endedAt: '2026-03-05T11:59:00Z', left: 0 }, 'done'],
])('shows how far the fetching of a past came: %j', async (change, state) => {
  const backfill = {
    ...{ since: '2024-04-30T21:00:00Z', until: '2024-06-01T00:00:00Z', most: 20_000 },
    ...{ startedAt: '2026-03-05T11:30:00Z', asked: 12, failed: 1, documentsLeft: 3 },
    ...{ met: 900, fresh: 700, left: 650, ...change },
  };
  const data = sampleData({ sources: async () => [sourceOf({ backfill }), sourceOf({ id: 'b' })] });
  const lines = (await statusText(data, { now })).split('\n');
  const from = lines.findIndex((line) => line.startsWith('PAST OF'));
  expect(lines[from + 1]?.split(/ +/u)).toEqual(
    `almina 2024-04-30 2024-06-01 ${state} 12 1 900 700 ${backfill.left}`.split(' '),
  );
  expect(lines[from + 2]).toBe('');
});

it('says which articles a source has likely lost today, and what to do', async () => {
  const missed = { day: '2026-03-05', fallenOut: 4, unlisted: 2 };
  const data = sampleData({
    sources: async () => [sourceOf({}, { missed }), sourceOf({ id: 'b' })],
  });
  const screen = await statusText(data, { now });
  expect(screen).toContain(
    'almina: on 2026-03-05 some 4 articles came and went between two visits',
  );
  expect(screen).toContain('almina: on 2026-03-05 its first route left out 2 articles');
  expect(screen).not.toContain('b: on');
});

it('says what is away, and passes no escape on', async () => {
  const checks = [{ name: 'redis', ok: false, detail: '\u001b[31mdoes not answer\nfor 60s' }];
  const data = sampleData({ sources: async () => [], health: async () => ({ ok: false, checks }) });
  const screen = await statusText(data, { now });
  expect(screen).toMatch(/^Marsad cannot work\.\nFAIL redis: does not answer for 60s\n\nQUEUE/u);
});

it('names a sink first that refused its last try, and does not say that all is well', async () => {
  const checks = [
    { name: 'redis', ok: true },
    { name: 'sink hook', ok: true, isDegraded: true, detail: 'refuses since 5s: SINK: HTTP 500' },
  ];
  const data = sampleData({ health: async () => ({ ok: true, checks }) });
  const lines = (await statusText(data, { now })).split('\n');
  expect(lines.slice(0, 3)).toEqual([
    'Marsad works, less sink hook, which refused its last try.',
    'WARN sink hook: refuses since 5s: SINK: HTTP 500',
    'ok   redis',
  ]);
});

it('names files that are broken, with line and remedy, and does not say that all is well', async () => {
  const fileFaults = Array.from({ length: 12 }, (_, at) => ({
    file: `config/sources/wrong-${at}.yaml`,
    message: `config/sources/wrong-${at}.yaml:1:1: name is missing\nconfig/sources/wrong-${at}.yaml:2:1: unknown key nmae`,
    hint: `Mend config/sources/wrong-${at}.yaml.`,
  }));
  const checks = [{ name: 'sources', ok: true, detail: '1 read, 12 with a fault' }];
  const data = sampleData({
    fileFaults: () => fileFaults,
    health: async () => ({ ok: true, checks }),
  });
  const lines = (await statusText(data, { now })).split('\n');
  expect(lines[0]).not.toBe('Marsad works.');
  expect(lines[1]).toBe('FAIL sources: 1 read, 12 with a fault');
  expect(lines.slice(3, 6)).toEqual([
    'config/sources/wrong-0.yaml:1:1: name is missing',
    'config/sources/wrong-0.yaml:2:1: unknown key nmae',
    '  Mend config/sources/wrong-0.yaml.',
  ]);
  expect(lines).toContain('and 2 more: marsad sources check');
});
