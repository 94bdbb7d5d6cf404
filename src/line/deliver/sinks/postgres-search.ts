import type { Pool } from 'pg';
import { z } from 'zod';
import { matchKey } from '../../../arabic/key.ts';
import { ConfigError, SinkError } from '../../../errors.ts';

/** What is looked for: words by match key, seen first between two times, behind a place. */
export interface PostgresQuery {
  readonly words: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly after?: string | undefined;
  readonly count: number;
}

/** An article that was found: the record as the sink stores it, and its place in the order. */
export interface PostgresHit {
  readonly id: string;
  readonly record: unknown;
  readonly at: string;
}

/** Searches the tables of a sink `postgres`. */
export interface PostgresSearch {
  readonly find: (query: PostgresQuery) => Promise<readonly PostgresHit[]>;
  readonly close: () => Promise<void>;
}

/** The settings of the sink that say where its tables are. */
const Place = z.looseObject({
  url: z.string(),
  schema: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,40}$/u)
    .default('marsad'),
});

/** Readers of an API wait for no more; a search by the index takes milliseconds. */
const TIMEOUT_MS = 10_000;

/** Connections: searches are few, and the database is for its sink first. */
const CONNECTIONS = 4;

/** A time, a solidus and an id. */
const PLACE = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)\/([\w.:-]{1,100})$/u;

const Row = z.object({ id: z.string(), record: z.unknown(), at: z.date() });

/** Opens the search of a sink by its settings. @throws ConfigError where its address is not set */
export async function openPostgresSearch(settings: unknown): Promise<PostgresSearch> {
  const { url, schema } = Place.parse(settings);
  const name = url.slice('env:'.length);
  const connectionString = process.env[name];
  if (!connectionString) {
    throw new ConfigError(`${name} is not set, which names the database of a sink`, {
      hint: `Set ${name} to postgres://user:password@host/database`,
    });
  }
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString,
    application_name: 'marsad api',
    max: CONNECTIONS,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  // Without a listener a connection that breaks while it is idle would end the process.
  pool.on('error', () => undefined);
  return { find: (query) => find(pool, schema, query), close: () => pool.end() };
}

/** @throws SinkError where the database does not answer; never with the password */
async function find(
  pool: Pool,
  schema: string,
  { words, from, to, after, count }: PostgresQuery,
): Promise<PostgresHit[]> {
  const [, time = null, id = null] = PLACE.exec(after ?? '') ?? [];
  const sql = `SELECT id, record, first_seen_at AS at FROM ${schema}.article
    WHERE search @@ plainto_tsquery('simple', $1)
      AND ($2::timestamptz IS NULL OR first_seen_at >= $2)
      AND ($3::timestamptz IS NULL OR first_seen_at < $3)
      AND ($4::timestamptz IS NULL OR (first_seen_at, id) < ($4, $5))
    ORDER BY first_seen_at DESC, id DESC LIMIT $6`;
  try {
    const values = [matchKey(words), from ?? null, to ?? null, time, id, count];
    const { rows } = await pool.query(sql, values);
    return rows.map((row) => {
      const { at, ...hit } = Row.parse(row);
      return { id: hit.id, record: hit.record, at: `${at.toISOString()}/${hit.id}` };
    });
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new SinkError(`The search of the database failed: ${said}`, { cause });
  }
}
