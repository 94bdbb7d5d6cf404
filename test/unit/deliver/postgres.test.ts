import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchKey } from '../../../src/arabic/key.ts';
import { deliverApart } from '../../../src/jobs/delivery/apart.ts';
import type { Sink, SinkPorts } from '../../../src/line/deliver/sink.ts';
import { postgresSink } from '../../../src/line/deliver/sinks/postgres.ts';
import { deliveryOf } from '../../deliveries.ts';
import { startTestPostgres, type TestPostgres } from '../../postgres.ts';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startTestPostgres();
  process.env.PG_GOOD = postgres.url;
  process.env.PG_WRONG = postgres.url.replace('/postgres?', '/nowhere?');
  await postgres.query('CREATE ROLE few LOGIN CONNECTION LIMIT 0');
  process.env.PG_FEW = postgres.url.replace('marsad@', 'few@');
  process.env.PG_AWAY = 'postgres://u:hunter2@127.0.0.1:1/x';
});
afterAll(() => postgres.stop());

/** The sink needs nothing of the installation. */
const NO_PORTS = {} as SinkPorts;
const open = (schema: string, url = 'env:PG_GOOD'): Promise<Sink> =>
  postgresSink.open({ url, schema }, NO_PORTS);

describe('the tables', () => {
  it('hold the newest revision, whatever order they come in, and every one beside it', async () => {
    const sink = await open('t_newest');
    await sink.deliver([deliveryOf(1, 2, { headline: 'الثاني' })]);
    await sink.deliver([
      deliveryOf(1, 1),
      deliveryOf(2, 1),
      deliveryOf(2, 2, { headline: 'بعده' }),
    ]);
    await sink.close();
    expect(
      await postgres.query('SELECT id, revision, headline FROM t_newest.article ORDER BY id'),
    ).toEqual([
      { id: 'a1', revision: 2, headline: 'الثاني' },
      { id: 'a2', revision: 2, headline: 'بعده' },
    ]);
    expect(await postgres.query('SELECT count(*)::int AS n FROM t_newest.revision')).toEqual([
      { n: 4 },
    ]);
  });

  it('are searched by match key, with the index', async () => {
    const sink = await open('t_search');
    await sink.deliver([deliveryOf(1, 1, { headline: 'إفتتاح مكتبةٍ عامّة' }), deliveryOf(2)]);
    await sink.close();
    const find = (words: string) =>
      postgres.query(
        `SELECT id FROM t_search.article WHERE search @@ plainto_tsquery('simple', $1)`,
        [matchKey(words)],
      );
    expect(await find('افتتاح مكتبة')).toEqual([{ id: 'a1' }]);
    const plan = await postgres.query(
      `SELECT indexname FROM pg_indexes WHERE schemaname = 't_search' AND indexdef LIKE '%gin%'`,
    );
    expect(plan).toEqual([{ indexname: 'article_search' }]);
  });

  it.each([
    'إفتتاحُ مكتبةٍ عامّة، في «الحيّ القديم»!',
    'أُقيمت مباراة الأهلي ٢–١ الزمالك (۱۴۰۵)',
    'ﷲ ﻻ ﺇﻟﻰ ــــ الـمـيـنـاء',
    'کتاب کوردی لە هەولێر، ہندوستان',
    'Ünïted  NATIONS — “Cafe\u0301” ½ Ⅳ ＡＢＣ',
    '\u200fخبرٌ\u200e عاجل\u00a0\t\n… جداً ئ ؤ ة ى',
    '',
    ' ، ',
  ])('have a function that makes the match key of %j', async (words) => {
    await (await open('t_key')).close();
    const [row] = await postgres.query('SELECT t_key.match_key($1) AS key', [words]);
    expect(row).toEqual({ key: matchKey(words) });
  });

  it('are made once by several that come at a time', async () => {
    const sinks = await Promise.all([1, 2, 3].map(() => open('t_together')));
    await Promise.all(sinks.map((sink) => sink.deliver([deliveryOf(1)])));
    await Promise.all(sinks.map((sink) => sink.close()));
    expect(await postgres.query('SELECT count(*)::int AS n FROM t_together.revision')).toEqual([
      { n: 1 },
    ]);
  });
});

describe('bad input', () => {
  it('of one record is its dead letter; a text with U+0000 is none', async () => {
    const sink = await open('t_bad');
    const bad = deliveryOf(2, 1, { dateFirstSeen: '2026-11-01T08:00:00Z' });
    const record = { ...bad.record, dateFirstSeen: '2026-02-30T99:00:00Z' };
    const zero = deliveryOf(3, 1, { headline: 'قبل\u0000بعد' });
    const shaped = { id: 'a3' };
    const letters = await deliverApart(
      sink,
      [deliveryOf(1), { ...bad, record }, { ...zero, shaped }, deliveryOf(4)],
      new AbortController().signal,
    );
    await sink.close();
    expect(letters).toMatchObject([{ id: 'a2', reason: expect.stringContaining('refuses it') }]);
    const rows = await postgres.query('SELECT id FROM t_bad.article ORDER BY id');
    expect(rows.map(({ id }) => id)).toEqual(['a1', 'a3', 'a4']);
  });

  it.each([
    ['a database that is not there', 'env:PG_WRONG', /nowhere/u, /Create the database/u],
    ['a server that is away', 'env:PG_AWAY', /ECONNREFUSED/u, /goes on by itself/u],
    ['too many connections', 'env:PG_FEW', /too many connections/u, /max_connections/u],
    ['no address', 'env:PG_NOT_SET', /PG_NOT_SET is not set/u, /Set PG_NOT_SET/u],
  ])('of %s is said, and no password', async (_what, url, message, hint) => {
    const error = await open('t_x', url).catch((caught) => caught);
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
    expect(`${error.message} ${error.hint}`).not.toContain('hunter2');
  });

  it('of a read-only database is said, and delivery goes on when it is writable', async () => {
    const sink = await open('t_ro');
    await postgres.query('ALTER SYSTEM SET default_transaction_read_only = on');
    await postgres.query('SELECT pg_reload_conf()');
    const one = (): Promise<void> => sink.deliver([deliveryOf(1)]);
    await expect.poll(() => one().then(() => '', String)).toMatch(/read-only/u);
    await postgres.query('SET default_transaction_read_only = off');
    await postgres.query('ALTER SYSTEM RESET default_transaction_read_only');
    await postgres.query('SELECT pg_reload_conf()');
    await expect.poll(() => one().then(() => '', String)).toBe('');
    await sink.close();
    expect(await postgres.query('SELECT count(*)::int AS n FROM t_ro.revision')).toEqual([
      { n: 1 },
    ]);
  });

  it('of a connection that the server ends is no end of the sink', async () => {
    const sink = await open('t_end');
    await postgres.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'marsad'`,
    );
    await sink.deliver([deliveryOf(1)]).catch((error) => expect(error.code).toBe('SINK'));
    await sink.deliver([deliveryOf(1)]);
    await sink.close();
    expect(await postgres.query('SELECT count(*)::int AS n FROM t_end.revision')).toEqual([
      { n: 1 },
    ]);
  });
});
