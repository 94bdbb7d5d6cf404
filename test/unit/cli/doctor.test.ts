import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  checkChromium,
  checkDisk,
  checkDns,
  checkOpenFiles,
  checkWritable,
} from '../../../src/cli/doctor/machine.ts';
import { judgeRedis } from '../../../src/cli/doctor/redis.ts';
import { stateBytes } from '../../../src/cli/doctor/sizing.ts';
import { factsOf, isTooOld, readServerFacts } from '../../../src/state/server-facts.ts';
import { ROOT } from '../../program.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

describe('a version', () => {
  it.each([
    ['7.0.0', false],
    ['7.4.2', false],
    ['8.0.1', false],
    ['10.0.0', false],
    ['255.255.255', false],
    ['6.2.14', true],
    ['2.8.24', true],
    ['0', true],
    ['', true],
    ['unstable', true],
  ])('%s is too old: %s', (version, old) => {
    expect(isTooOld(version)).toBe(old);
  });
});

/** What each Redis here is to hold. */
const EXPECTED = { sources: 1, recordDays: 400 };

/** The settings of a server that holds state well. */
const KEPT = { appendonly: 'yes', save: '', 'maxmemory-policy': 'noeviction', maxmemory: '0' };

describe('a Redis set to', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await startTestRedis(['--appendonly', 'yes']);
  });
  afterAll(() => redis.stop());

  it.each([
    ['what is right', {}, 'redis', 'good', /Redis 7\.\d+\.\d+, noeviction/u],
    ['an append-only file', {}, 'redis-persistence', 'good', /fsync everysec/u],
    ['no memory to judge by', {}, 'redis-memory', 'good', /used; 1 sources hold about/u],
    ['our own time', {}, 'clock', 'good', /\d+ ms/u],
    ['evict', { 'maxmemory-policy': 'allkeys-lru' }, 'redis', 'failure', /evicts keys .*allkeys/u],
    ['evict by age', { 'maxmemory-policy': 'volatile-ttl' }, 'redis', 'failure', /volatile-ttl/u],
    ['keep nothing', { appendonly: 'no' }, 'redis-persistence', 'failure', /restart loses all/u],
    [
      'keep snapshots alone',
      { appendonly: 'no', save: '3600 1' },
      'redis-persistence',
      'warning',
      /Only snapshots/u,
    ],
    ['no fsync', { appendfsync: 'no' }, 'redis-persistence', 'warning', /power cut/u],
    ['little memory', { maxmemory: '50mb' }, 'redis-memory', 'warning', /of 52 MB are used/u],
    ['memory that is used up', { maxmemory: '1mb' }, 'redis-memory', 'failure', /of 1\.0 MB/u],
  ])('%s', async (_name, settings, check, level, found) => {
    for (const [name, value] of Object.entries({ ...KEPT, appendfsync: 'everysec', ...settings })) {
      await redis.client.config('SET', name, value);
    }
    const findings = judgeRedis(await readServerFacts(redis.client), EXPECTED);
    const finding = findings.find((one) => one.check === check);
    expect(finding).toMatchObject({ level, found: expect.stringMatching(found) });
    expect(finding?.remedy === undefined).toBe(level === 'good');
  });

  it('a replica is a failure', async () => {
    await redis.client.replicaof('127.0.0.1', 1);
    const [server] = judgeRedis(await readServerFacts(redis.client), EXPECTED);
    await redis.client.replicaof('NO', 'ONE');
    expect(server).toMatchObject({ level: 'failure', found: 'Redis is a read-only replica' });
  });

  it('hidden settings are told as what they are', async () => {
    await redis.client.config('SET', 'maxmemory', '0');
    await redis.client.call('ACL', 'SETUSER', 'default', '-config');
    const facts = await readServerFacts(redis.client);
    await redis.client.call('ACL', 'SETUSER', 'default', '+config');
    expect(facts).toMatchObject({ hasAppendOnlyFile: true, eviction: 'noeviction' });
    expect(facts.fsync).toBeUndefined();
    expect(judgeRedis(facts, EXPECTED).map(({ level }) => level)).not.toContain('failure');
  });
});

it('a disk that failed under Redis is a failure', () => {
  const facts = factsOf('redis_version:7.0.15\r\naof_enabled:1\r\naof_last_write_status:err\r\n');
  const persistence = judgeRedis({ ...facts, clockAheadMs: 0 }, EXPECTED)[1];
  expect(persistence).toMatchObject({
    level: 'failure',
    found: expect.stringContaining('aof_last_write_status is err'),
  });
});

it.each([
  [0, 'good'],
  [-1900, 'good'],
  [5000, 'warning'],
  [-90_000, 'failure'],
])('a clock that is %d ms off is %s', (clockAheadMs, level) => {
  const facts = { ...factsOf('redis_version:7.0.15'), clockAheadMs };
  expect(judgeRedis(facts, EXPECTED).find(({ check }) => check === 'clock')?.level).toBe(level);
});

describe('the state that is expected', () => {
  const table = readFileSync(join(ROOT, 'docs/operator.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| [\d,]+ \| [\d.]+ GB/u.test(line))
    .map((line) => (line.replaceAll(',', '').match(/[\d.]+/gu) ?? []).map(Number));
  const cells = table.flatMap(([sources = 0, ...sizes]) =>
    [400, 90, 30].map((days, at) => [sources, days, sizes[at] ?? 0] as const),
  );

  it('is a table of the guide', () => expect(cells.length).toBeGreaterThanOrEqual(9));
  it.each(cells)('of %d sources after %d days is the %d GB of the guide', (sources, days, size) => {
    // The guide counts articles alone; what is there without any is 50 MB and 0.6 MB a source.
    const articles = stateBytes(sources, days) - stateBytes(sources, 0);
    expect(Math.abs(articles / 1e9 - size)).toBeLessThan(0.05 + size * 0.03);
  });

  it.each([
    [400, /hold about [\d.]+ [MG]B after 30 days, [\d.]+ GB after 400 days$/u],
    [90, /after 30 days, [\d.]+ [MG]B after 90 days$/u],
    [30, /hold about [\d.]+ [MG]B after 30 days$/u],
    [7, /hold about [\d.]+ [MG]B after 7 days$/u],
  ])('is told for records that are kept for %d days', (recordDays, found) => {
    const facts = { ...factsOf('redis_version:7.0.15'), clockAheadMs: 0 };
    const memory = judgeRedis(facts, { sources: 200, recordDays });
    expect(memory.find(({ check }) => check === 'redis-memory')?.found).toMatch(found);
  });
});

describe('the machine', () => {
  it.each([
    [20_000_000_000, 'good'],
    [1_000_000_000, 'warning'],
    [400_000_000, 'failure'],
    [0, 'failure'],
  ])('with %d bytes free on a disk', (bytes, level) => {
    expect(checkDisk('/var/lib/marsad', bytes).level).toBe(level);
  });

  it('looks at the nearest folder there is', () => {
    expect(checkDisk(join(tmpdir(), 'not/there/yet')).found).toMatch(/yet: [\d.]+ [MG]B are free/u);
  });

  it.each([
    ['Max open files            1048576              1048576              files', 'good'],
    ['Max open files            unlimited            unlimited            files', 'good'],
    ['Max open files            1000                 1000                 files', 'warning'],
    ['Max open files            64                   64                   files', 'failure'],
    ['', 'unknown'],
  ])('with the limits "%s"', (limits, level) => {
    expect(checkOpenFiles(limits).level).toBe(level);
  });

  it('with a folder that takes files, and one that is a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'marsad-doctor-'));
    expect(checkWritable('config-writable', join(folder, 'sources'), 'r').level).toBe('good');
    expect(checkWritable('config-writable', '/proc/sources', 'Mount it.')).toMatchObject({
      level: 'warning',
      remedy: 'Mount it.',
    });
  });

  it.each([
    [[], 'good'],
    [['localhost'], 'good'],
    [['almadar.invalid'], 'failure'],
    [['localhost', 'almadar.invalid'], 'warning'],
  ])('with the hosts %j', async (hosts, level) => {
    expect((await checkDns(hosts)).level).toBe(level);
  });

  it.each([
    ['named' as const, '/bin/false', 'warning', /does not start/u],
    ['maybe' as const, '/bin/echo', 'good', /^echo \(GNU coreutils\) [\d.]+$/u],
  ])('with a browser that is %s', async (need, path, level, found) => {
    const finding = await checkChromium(need, path);
    expect(finding).toMatchObject({ level, found: expect.stringMatching(found) });
  });
});
