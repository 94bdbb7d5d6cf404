import { expect, it } from 'vitest';
import {
  type HealthFacts,
  isOfSinksAlone,
  judgeHealth,
  worstChecksFirst,
} from '../../../src/operate/health.ts';
import { healthBanner } from '../../../src/operate/page/live-page.ts';
import { wordsOf } from '../../../src/operate/page/words/console-words.ts';
import { ask, startSample } from './console-server.ts';

const now = Date.parse('2026-03-05T12:00:00Z');
const beat = (role: string, secondsAgo: number) => ({
  role,
  process: 'host-1',
  at: now - secondsAgo * 1000,
});
const good: HealthFacts = {
  now,
  beats: [beat('schedule', 5), beat('crawl', 5), beat('deliver', 5)],
  hasRun: true,
  sources: 2,
  faults: 0,
  nextVisits: [['almina', now + 60_000]],
  sinks: [{ name: 'archive', behind: 3 }],
  logRecords: 1000,
};
const since = '2026-03-05T11:50:00Z';

it.each<[string, Partial<HealthFacts>, string[]]>([
  ['all at work', {}, []],
  [
    'a workers’ process gone for a minute',
    { beats: [beat('schedule', 5), beat('deliver', 5), beat('crawl', 60)] },
    ['role crawl'],
  ],
  ['nothing ever started', { beats: [] }, ['role schedule', 'role crawl', 'role deliver']],
  [
    'stopped an hour ago',
    { beats: good.beats.map(({ role }) => beat(role, 3600)) },
    ['role schedule', 'role crawl', 'role deliver'],
  ],
  ['a crontab of this night', { beats: [beat('drain', 8 * 3600), beat('crawl', 8 * 3600)] }, []],
  [
    'a crontab of a minute ago, whose run had the other roles too',
    { beats: ['drain', 'schedule', 'crawl', 'deliver'].map((role) => beat(role, 60)) },
    [],
  ],
  ['a crontab that has stopped', { beats: [beat('drain', 30 * 3600)] }, ['runs']],
  [
    'a run by hand beside the service',
    { beats: [beat('schedule', 5), beat('crawl', 5), beat('deliver', 6), beat('drain', 20)] },
    [],
  ],
  ['visits that nobody takes up', { nextVisits: [['almina', now - 6 * 60_000]] }, ['visits']],
  ['a visit that is due now', { nextVisits: [['almina', now - 30_000]] }, []],
  [
    'a sink that refuses',
    { sinks: [{ name: 'db', behind: 9, fault: { since, code: 'SINK', message: 'no' } }] },
    ['sink db'],
  ],
  [
    'a sink that refuses for a moment',
    {
      sinks: [
        {
          name: 'db',
          behind: 9,
          fault: { since: '2026-03-05T11:59:50Z', code: 'SINK', message: 'no' },
        },
      ],
    },
    [],
  ],
  ['a log near its bound', { sinks: [{ name: 'slow', behind: 850 }] }, ['sink slow']],
])('%s', (_name, change, bad) => {
  const { ok, checks } = judgeHealth({ ...good, ...change });
  expect(checks.filter((check) => !check.ok).map(({ name }) => name)).toEqual(bad);
  expect(ok).toBe(bad.length === 0);
});

it.each([
  [10, true, true],
  [59, true, true],
  [60, false, undefined],
])(
  'names a sink at once that refuses for %i s, and fails by it after a minute',
  (seconds, ok, isDegraded) => {
    const fault = {
      since: new Date(now - seconds * 1000).toISOString(),
      ...{ code: 'SINK', message: 'the secret DATABASE_URL is not set' },
    };
    const report = judgeHealth({ ...good, sinks: [{ name: 'db', behind: 9, fault }] });
    const [first] = worstChecksFirst(report);
    expect(first).toMatchObject({
      name: 'sink db',
      ok,
      detail: expect.stringContaining('DATABASE_URL is not set'),
    });
    expect(first?.isDegraded).toBe(isDegraded);
    expect(report.ok).toBe(ok);
  },
);

it('tells one process from the installation', async () => {
  let isReady = true;
  const console = await startSample({ ready: () => isReady });
  expect((await ask(console.url, '/health/live')).status).toBe(200);
  expect((await ask(console.url, '/health/ready')).status).toBe(200);
  isReady = false;
  expect((await ask(console.url, '/health/ready')).status).toBe(503);
  expect((await ask(console.url, '/health/live')).status).toBe(200);
  await console.close();
});

it.each([
  [false, /never started: `npm start`/u],
  [true, /no process had it for two days or more/u],
])('says of roles without a process whether they ever had one: %s', (hasRun, detail) => {
  const { checks } = judgeHealth({ ...good, beats: [], hasRun });
  const roles = checks.filter(({ name }) => name.startsWith('role '));
  expect(roles.map((check) => detail.test(check.detail ?? ''))).toEqual([true, true, true]);
});

it.each<[string, Partial<HealthFacts>, boolean]>([
  ['all is well', {}, false],
  ['a sink refuses', {}, true],
  ['a sink refuses and a role is gone', { beats: [beat('schedule', 5)] }, false],
])('tells where only sinks fail: %s', (name, change, wanted) => {
  const fault = { since, code: 'SINK', message: 'no' };
  const sinks = name === 'all is well' ? [] : [{ name: 'db', behind: 9, fault }];
  expect(isOfSinksAlone(judgeHealth({ ...good, sinks, ...change }))).toBe(wanted);
});

const word = wordsOf('ar');

it.each<[string, Partial<HealthFacts>, RegExp, string[]]>([
  [
    'a role is gone',
    { beats: [beat('schedule', 5), beat('crawl', 90)] },
    /لا عملية تزور .* منذ 1 /u,
    [],
  ],
  ['it was never started', { beats: [], hasRun: false }, /لم تُشغَّل الخدمة بعد/u, ['npm start']],
  ['crontab stopped', { beats: [beat('drain', 30 * 3600)] }, /لم يجرِ تشغيل مجدول منذ 1 /u, []],
  ['visits are late', { nextVisits: [['a', now - 600_000]] }, /تأخّرت 1 من 1 زيارة/u, []],
  [
    'a sink refuses',
    { sinks: [{ name: 'db', behind: 9, fault: { since, code: 'SINK', message: 'no room' } }] },
    /المصبّ db لا يستقبل منذ 10 /u,
    ['no room', 'db'],
  ],
  ['a sink is far behind', { sinks: [{ name: 'db', behind: 850 }] }, /المصبّ db متأخّر/u, ['db']],
])(
  'tells in Arabic that %s, and quotes nothing but what others said',
  async (_what, change, told, latin) => {
    const report = judgeHealth({ ...good, ...change });
    const reader = { say: word, language: 'ar' as const, redact: (text: string) => text };
    const text = String(await healthBanner(reader, report)).replaceAll(/<[^>]+>/gu, ' ');
    expect(text).toMatch(told);
    const words = latin.reduce((rest, one) => rest.replaceAll(one, ''), text);
    expect(words).not.toMatch(/[A-Za-z]/u);
  },
);
