import { renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, type TestContext, vi } from 'vitest';
import type { RunningCall } from '../called.ts';
import { startTestPostgres, type TestPostgres } from '../postgres.ts';
import { type LogInstallation, logInstallation } from './deliverers.ts';
import { countsOf } from './results.ts';

/** A database and a file take the same records; the file has no part in what befalls the database. */
let postgres: TestPostgres;
let installation: LogInstallation;
let service: RunningCall;
let published = 0;

beforeAll(async () => {
  postgres = await startTestPostgres();
  installation = await logInstallation(
    '',
    'file: { jsonLines: { path: FOLDER/out.jsonl } }, tables: { postgres: { url: env:FAULTS_DATABASE } }',
  );
  process.env.FAULTS_DATABASE = postgres.url;
  service = installation.serve('deliver');
  await publish();
  await vi.waitUntil(async () => (await rowKeys()).length === published, 300_000);
});
afterAll(async () => {
  expect((await service.stop()).status).toBe(0);
  delete process.env.FAULTS_DATABASE;
  await installation.close();
  await postgres.stop();
});

async function publish(): Promise<void> {
  published += 1;
  await installation.publish(published);
}

async function rowKeys(): Promise<string[]> {
  // Before the first record there is no table.
  const [table] = await postgres.query("SELECT to_regclass('marsad.revision') AS name");
  if (!table?.name) return [];
  const rows = await postgres.query('SELECT id, revision FROM marsad.revision ORDER BY number');
  return rows.map(({ id, revision }) => `${id}:${revision}`);
}

/** Publishes a record, which the file gets while the database does not, for the reason that is said. */
async function holdsUpTheDatabaseAlone(message: RegExp, hint: RegExp): Promise<void> {
  const from = service.stderr().length;
  await publish();
  const retries = () =>
    service
      .stderr()
      .slice(from)
      .split('\n')
      .slice(0, -1)
      .filter((line) => line.includes('"outcome":"retry"'))
      .map((line) => JSON.parse(line).error);
  await expect.poll(retries).toContainEqual(
    expect.objectContaining({
      code: 'SINK',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    }),
  );
  await expect.poll(installation.file).toHaveLength(published);
  const states = async () => {
    const { stdout } = await installation.call('sinks', 'list', '--json');
    return stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  };
  // A record is in the file a moment before it is acknowledged.
  await expect.poll(states).toMatchObject([
    { name: 'file', pending: 0 },
    { name: 'tables', error: expect.stringMatching(message), failingSince: expect.any(String) },
  ]);
}

/** All are there once, in the order of the log, also those that came meanwhile. */
async function catchesUp({ task }: Pick<TestContext, 'task'>): Promise<void> {
  await expect.poll(rowKeys).toHaveLength(published);
  const wanted = Array.from({ length: published }, (_, at) => `a${at + 1}:1`);
  const keys = await rowKeys();
  Object.assign(task.meta, countsOf(keys, published));
  expect(keys).toEqual(wanted);
  expect(installation.file()).toEqual(wanted);
}

async function setReadOnly(value: 'on' | 'off'): Promise<void> {
  // The test's own connection stays writable.
  await postgres.query('SET default_transaction_read_only = off');
  await postgres.query(`ALTER SYSTEM SET default_transaction_read_only = ${value}`);
  await postgres.query('SELECT pg_reload_conf()');
  await postgres.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'marsad'`,
  );
}

describe('a database that takes no records holds up no other sink, says why, and gets all of them', () => {
  it('while it is read-only', async (context) => {
    await setReadOnly('on');
    await holdsUpTheDatabaseAlone(/read-only transaction/u, /name the primary/u);
    await setReadOnly('off');
    await catchesUp(context);
  });

  it('while it is away, and then without room on its disk', async (context) => {
    const [row] = await postgres.query("SELECT pg_relation_filepath('marsad.revision') AS path");
    let file = '';
    await postgres.restart(async (data) => {
      await holdsUpTheDatabaseAlone(/ECONNREFUSED|ENOENT|terminat/u, /goes on by itself/u);
      // A device without room in the place of the table's file: the kernel says so, as of a full disk.
      file = join(data, String(row?.path));
      renameSync(file, `${file}.kept`);
      symlinkSync('/dev/full', file);
    });
    await holdsUpTheDatabaseAlone(/No space left on device/u, /Make room on the disk/u);
    renameSync(`${file}.kept`, file);
    await catchesUp(context);
  });
});
