import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { logReader } from '../../src/state/log-reader.ts';
import { recordText } from '../../src/state/record-text.ts';
import { keys, logInstallation } from './deliverers.ts';
import { countsOf } from './results.ts';

// Each test has an installation and a service of its own, and waits for it most of the time: they run together.

describe('a record that no sink can ever take', () => {
  it.concurrent('is a dead letter of each sink, listed, tried again and discarded; the line goes on', async ({
    expect,
  }) => {
    const installation = await logInstallation();
    const { redis } = installation;
    const restOf = async (id: string): Promise<string> =>
      recordText((await redis.hgetBuffer(keys.article(id), 'rest')) ?? Buffer.alloc(0));
    try {
      await installation.publish(1);
      // Broken JSON, a form of a later release, an entry of no known form.
      await installation.publish(2);
      await redis.hset(keys.article('a2'), 'rest', '"headline":');
      await installation.publish(3);
      const rest = await restOf('a3');
      await redis.hset(
        keys.article('a3'),
        'rest',
        rest.replace('"schemaVersion":1', '"schemaVersion":9'),
      );
      await redis.xadd(
        keys.log,
        '*',
        'id',
        'a4',
        'revision',
        '1',
        'change',
        'renamed',
        'source',
        's',
      );
      // A record to which a later release added a field is a good one.
      await installation.publish(5);
      const older = await restOf('a5');
      await redis.hset(keys.article('a5'), 'rest', `"added":{"later":true},${older}`);
      const running = installation.serve('deliver,console');
      await expect.poll(installation.file).toEqual(['a1:1', 'a5:1']);
      await expect.poll(installation.stream).toEqual(['a1:1', 'a5:1']);
      const list = async () => {
        const { stdout, stderr } = await installation.call(
          'failures',
          'list',
          '--sink',
          'file',
          '--json',
        );
        expect(stderr).toBe('');
        return stdout
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line));
      };
      // A sink's dead letters are noted once the rest of their batch is delivered.
      await expect.poll(list).toHaveLength(3);
      const letters = await list();
      expect(letters.map(({ reason }) => reason)).toEqual([
        expect.stringContaining('broken JSON'),
        expect.stringContaining('schemaVersion 9'),
        expect.stringContaining('change'),
      ]);
      // Mended, the one is delivered at the next try; the other is discarded.
      await redis.hset(keys.article('a3'), 'rest', rest);
      const put = await installation.call('failures', 'retry', letters[1].id);
      expect(put).toMatchObject({ status: 0, stdout: '1 put back\n' });
      await expect.poll(installation.file).toEqual(['a1:1', 'a5:1', 'a3:1']);
      const unknown = await installation.call(
        'failures',
        'discard',
        letters[0].id,
        'sink:file:9-9',
      );
      expect(unknown).toMatchObject({ status: 1, stdout: '' });
      const gone = await installation.call('failures', 'discard', letters[0].id);
      expect(gone).toMatchObject({ status: 0, stdout: '1 discarded\n' });
      await expect.poll(async () => (await list()).map(({ id }) => id)).toEqual([letters[2].id]);
      expect((await running.stop()).status).toBe(0);
    } finally {
      await installation.close();
    }
  });
});

it.concurrent('leaves the place of a sink alone when another is taken out, and shows what nobody names', async ({
  expect,
  task,
}) => {
  const installation = await logInstallation(
    '',
    `gone: { stream: { stream: gone } }, kept: { stream: {} }`,
  );
  try {
    await installation.publish(1);
    const first = installation.serve('deliver');
    const reader = logReader(installation.redis, keys);
    const done = { waiting: 0, pending: 0 };
    const lags = async () => Object.fromEntries(await reader.lags());
    await expect.poll(lags).toMatchObject({ gone: done, kept: done });
    expect(await installation.stream()).toEqual(['a1:1']);
    await first.stop();
    await installation.publish(2);
    writeFileSync(
      join(installation.config, 'marsad.yaml'),
      `redis: { url: 'unix:${installation.socket}' }\nsinks: { fresh: { stream: { stream: fresh } }, kept: { stream: {} } }\n`,
    );
    const second = installation.serve('deliver');
    await expect.poll(installation.stream).toEqual(['a1:1', 'a2:1']);
    Object.assign(task.meta, countsOf(await installation.stream(), 2));
    const { stderr } = await second.stop();
    const events = stderr
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(events).toContainEqual(
      expect.objectContaining({ level: 'info', event: 'sink-added', sink: 'fresh' }),
    );
    expect(events).toContainEqual(
      expect.objectContaining({ level: 'warn', event: 'sink-unnamed', sink: 'gone', waiting: 1 }),
    );
    const { stdout } = await installation.call('sinks', 'list');
    expect(stdout).toMatch(/^gone {2}.*1 behind.*no setting names it$/mu);
    const forgotten = await installation.call('sinks', 'forget', 'gone');
    expect(forgotten.status).toBe(0);
    expect((await installation.call('sinks', 'forget', 'kept')).status).toBe(2);
  } finally {
    await installation.close();
  }
});

describe('a sink that is stuck while the log fills', () => {
  /** A folder in the file's place: it cannot be written. */
  const stuck = async (onFull: string) => {
    const installation = await logInstallation(
      `log: { records: 1000, onFull: ${onFull} }`,
      'file: { jsonLines: { path: FOLDER/stuck.jsonl } }, stream: { stream: {} }',
    );
    mkdirSync(join(installation.folder, 'stuck.jsonl'));
    return installation;
  };
  /** Whole lines alone: the last may still be on its way. */
  const eventsOf = (stderr: string) =>
    stderr
      .split('\n')
      .slice(0, -1)
      .filter(Boolean)
      .map((line) => JSON.parse(line));

  const lostIn = (events: readonly { event: string; records: number }[]): number =>
    events
      .filter(({ event }) => event === 'records-lost')
      .reduce((sum, { records }) => sum + records, 0);

  it.concurrent.for(['pause', 'drop'] as const)(
    'loses nothing unsaid: onFull %s',
    async (onFull, { expect, task }) => {
      const installation = await stuck(onFull);
      try {
        const service = installation.serve('crawl,deliver');
        const told = (event: string) =>
          expect
            .poll(() => eventsOf(service.stderr()).some((one) => one.event === event))
            .toBe(true);
        const publishTo = async (from: number, to: number) => {
          for (let n = from; n < to; n += 1) await installation.publish(n);
        };
        await publishTo(0, 600);
        await told('log-half-full');
        await publishTo(600, 950);
        await told('log-nearly-full');
        await publishTo(950, 1800);
        await told(onFull === 'pause' ? 'crawl-paused' : 'records-lost');
        await expect.poll(async () => (await installation.stream()).length).toBe(1800);
        // Of the sink that is not stuck.
        Object.assign(task.meta, countsOf(await installation.stream(), 1800));
        const length = () => installation.redis.xlen(keys.log);
        if (onFull === 'drop') {
          await expect.poll(length).toBe(1000);
          await expect.poll(() => lostIn(eventsOf(service.stderr()))).toBe(800);
        }
        const { stdout } = await installation.call('sinks', 'list', '--json');
        const states = stdout
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line));
        const { stderr } = await service.stop();
        const events = eventsOf(stderr);
        const named = (event: string, sink?: string) =>
          events.filter((one) => one.event === event && (sink ?? one.sink) === one.sink);
        expect(named('log-half-full', 'file')).toMatchObject([{ level: 'warn' }]);
        expect(named('log-nearly-full', 'file')).toMatchObject([{ level: 'error' }]);
        if (onFull === 'pause') {
          expect(await length()).toBe(1800);
          expect(named('records-lost')).toEqual([]);
          expect(named('crawl-paused')).toHaveLength(1);
          expect(states[0]).toMatchObject({ name: 'file', lost: 0 });
          return;
        }
        expect(named('crawl-paused')).toEqual([]);
        expect(lostIn(events)).toBe(800);
        expect(states[0]).toMatchObject({
          name: 'file',
          lost: 800,
          failingSince: expect.any(String),
        });
        expect(states[1]).toMatchObject({ name: 'stream', lost: 0 });
      } finally {
        await installation.close();
      }
    },
  );
});

it.concurrent('sends records once more where that is asked, marked, and the place in the log stays', async ({
  expect,
}) => {
  const installation = await logInstallation('', 'stream: { stream: {} }');
  const replay = (...args: string[]) =>
    installation.call('records', 'replay', '--sink', 'stream', ...args);
  try {
    for (const n of [1, 2, 3]) await installation.publish(n);
    const service = installation.serve('deliver');
    await expect.poll(installation.stream).toHaveLength(3);
    const [first] = await installation.redis.xrange(keys.log, '-', '+', 'COUNT', 1);
    const end = await replay('--from', first?.[0] ?? '', '--only', 'changes=published');
    expect(end).toMatchObject({ status: 0, stderr: '' });
    await expect.poll(installation.stream).toHaveLength(5);
    await installation.publish(4);
    await expect.poll(installation.stream).toHaveLength(6);
    expect((await installation.stream()).slice(3)).toEqual(['a2:1', 'a3:1', 'a4:1']);
    const entries = await installation.redis.xrange(keys.of('stream', 'articles'), '-', '+');
    const marks = entries.map(([, fields]) => fields.join().includes('"replayed":true'));
    expect(marks).toEqual([false, false, false, true, true, false]);
    for (const args of [
      ['--from', 'yesterday'],
      ['--from', '0', '--only', 'colour=red'],
      ['--from', '0', '--only', 'changes'],
      ['--from', '0', '--only', 'sources=nobody'],
    ]) {
      expect((await replay(...args)).status).toBe(2);
    }
    await service.stop();
  } finally {
    await installation.close();
  }
});
