import type { Client } from 'pg';
import { z } from 'zod';
import { matchKey } from '../../../arabic/key.ts';
import { ConfigError, RecordsRefusedError, SinkError } from '../../../errors.ts';
import { jsonOf } from '../shape.ts';
import { type Delivery, defineSink } from '../sink.ts';
import { matchKeyFunction } from './postgres-match-key.ts';
import { MIGRATIONS } from './postgres-migrations.ts';

/** Two tables of a PostgreSQL database: the newest revision of each article, and every revision. */
export const postgresSink = defineSink({
  name: 'postgres',
  label: 'PostgreSQL: articles and their revisions, with search by match key',
  settings: z.strictObject({
    url: z
      .string()
      .regex(/^env:[A-Z][A-Z0-9_]{0,99}$/u, 'env:NAME, a variable that holds postgres://…')
      .describe('env:NAME of a variable that holds the address, which may hold a password'),
    schema: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,40}$/u, 'lower-case letters, digits and _')
      .default('marsad')
      .describe('Schema of the tables; made where it is not there'),
  }),
  open: async ({ url, schema }) => {
    let client: Client | undefined = await openClient(url, schema);
    return {
      deliver: async (deliveries) => {
        client ??= await openClient(url, schema);
        try {
          await store(client, schema, deliveries);
        } catch (error) {
          // A connection that broke does not mend itself; a refused row leaves it whole.
          if (error instanceof SinkError) {
            void client.end().catch(() => undefined);
            client = undefined;
          }
          throw error;
        }
      },
      close: async () => client?.end(),
    };
  },
});

/** A statement that takes longer counts as not answered. */
const TIMEOUT_MS = 30_000;

/** A connection with the tables in the form of this release. @throws ConfigError, SinkError */
async function openClient(url: string, schema: string): Promise<Client> {
  const client = await connect(url);
  try {
    await migrate(client, schema);
    return client;
  } catch (cause) {
    await client.end().catch(() => undefined);
    throw failureOf(cause);
  }
}

/** @throws ConfigError, SinkError; neither names the password */
async function connect(url: string): Promise<Client> {
  const name = url.slice('env:'.length);
  const connectionString = process.env[name];
  if (!connectionString) {
    throw new ConfigError(`${name} is not set, which names the database of a sink`, {
      hint: `Set ${name} to postgres://user:password@host/database`,
    });
  }
  // The client takes any text for an address, and looks for a host of another name.
  if (!/^postgres(?:ql)?:\/\//u.test(connectionString)) {
    throw new ConfigError(`${name} is no address of a database`, {
      hint: `Set ${name} to postgres://user:password@host/database`,
    });
  }
  // Loaded only where it is wanted.
  const { default: pg } = await import('pg');
  const client = new pg.Client({
    connectionString,
    application_name: 'marsad',
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  // Without a listener a connection that breaks while it is idle would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (cause) {
    throw failureOf(cause);
  }
}

/** Brings the tables to the form of this release; several at once wait for each other. */
async function migrate(client: Client, schema: string): Promise<void> {
  await client.query('BEGIN');
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`marsad ${schema}`]);
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await client.query(`SET LOCAL search_path TO ${schema}, public`);
  await client.query(
    'CREATE TABLE IF NOT EXISTS migration (number int PRIMARY KEY, at timestamptz DEFAULT now())',
  );
  const { rows } = await client.query('SELECT coalesce(max(number), 0) AS last FROM migration');
  for (const [index, sql] of MIGRATIONS.entries()) {
    if (index < Number(rows[0].last)) continue;
    await client.query(sql);
    await client.query('INSERT INTO migration (number) VALUES ($1)', [index + 1]);
  }
  await client.query(matchKeyFunction());
  await client.query('COMMIT');
}

/** One statement for the whole batch, which is stored as a whole or not at all. */
async function store(
  client: Client,
  schema: string,
  deliveries: readonly Delivery[],
): Promise<void> {
  const rows = `[${deliveries.map(rowJson).join(',')}]`;
  try {
    await client.query(storeStatement(schema), [rows]);
  } catch (cause) {
    throw storingError(cause, deliveries);
  }
}

const COLUMNS = `id, revision, change, source, country, url, headline, body, words, language,
  published_at, modified_at, first_seen_at, story, role, section, author, record, search_text`;

/**
 * The rows are read once for both tables. A revision that is there already changes nothing, and an
 * older one never replaces a newer.
 */
const storeStatement = (schema: string): string => `
  WITH new AS MATERIALIZED (SELECT ${COLUMNS} FROM jsonb_to_recordset($1::jsonb) AS row(
    id text, revision int, change text, source text, country text, url text, headline text,
    body text, words int, language text, published_at timestamptz, modified_at timestamptz,
    first_seen_at timestamptz, story text, role text, section jsonb, author jsonb, record jsonb,
    search_text text)),
  revisions AS (INSERT INTO ${schema}.revision (id, revision, change, record)
    SELECT id, revision, change, record FROM new ON CONFLICT (id, revision) DO NOTHING)
  INSERT INTO ${schema}.article (${COLUMNS})
    SELECT DISTINCT ON (id) ${COLUMNS} FROM new ORDER BY id, revision DESC
    ON CONFLICT (id) DO UPDATE SET (${COLUMNS}) = (${COLUMNS.replaceAll(/(\w+)/gu, 'excluded.$1')})
    WHERE article.revision < excluded.revision`;

/** The record goes as the JSON that it is stored in: to make it anew takes longer than all else of a row. */
function rowJson(delivery: Delivery): string {
  const row = JSON.stringify(rowOf(delivery));
  return `${row.slice(0, -1)},"record":${jsonOf(delivery).toString('utf8')}}`;
}

function rowOf({ record }: Delivery) {
  return {
    id: record.id,
    revision: record.revision,
    change: record.change,
    source: record.source.id,
    country: record.source.country,
    url: record.url,
    headline: withoutNul(record.headline),
    body: withoutNul(record.articleBody),
    words: record.wordCount,
    language: record.inLanguage,
    published_at: record.datePublished,
    modified_at: record.dateModified,
    first_seen_at: record.dateFirstSeen,
    story: record.story.id,
    role: record.story.role,
    section: record.articleSection ?? [],
    author: (record.author ?? []).map(({ name }) => name),
    search_text: matchKey(`${record.headline}\n${record.articleBody}`),
  };
}

/** PostgreSQL's text holds no U+0000. */
const withoutNul = (text: string): string => text.replaceAll('\u0000', '');

/** Classes of SQLSTATE that are about the rows: data exception, integrity, program limit. */
const ROW_FAULT = /^(?:22|23|54)/u;

/** One row of several may be at fault: they are then tried apart. */
function storingError(cause: unknown, deliveries: readonly Delivery[]): unknown {
  if (!ROW_FAULT.test(codeOf(cause))) return failureOf(cause);
  const said = `the database refuses it: ${messageOf(cause)}`;
  const [first] = deliveries;
  if (deliveries.length > 1 || !first) return new TypeError(said);
  return new RecordsRefusedError(new Map([[first.key, said]]));
}

/** What an operator does about the SQLSTATEs that are no passing faults. */
const HINTS: Readonly<Record<string, string>> = {
  '28P01': 'Mend the password in the address.',
  '28000': 'Let this user in, or mend the address.',
  '3D000': 'Create the database, or mend the address.',
  '42501': 'Give the user CREATE on the database, or make the schema and give it that.',
  '25006': 'The database is read-only: name the primary.',
  '53100': 'Make room on the disk of the database; delivery goes on by itself.',
  '53200': 'Give the database more memory; delivery goes on by itself.',
  '53300':
    'Let one more connection in (max_connections, or the limit of the user); delivery goes on by itself.',
};

/** The rest of class 53, insufficient resources: what is short stands in the message. */
const SHORT_HINT = 'Raise the limit of the database that is named; delivery goes on by itself.';

function failureOf(cause: unknown): SinkError {
  const code = codeOf(cause);
  const usual = 'Delivery goes on by itself once the database takes records.';
  const hint = HINTS[code] ?? (code.startsWith('53') ? SHORT_HINT : usual);
  return new SinkError(`The database does not take records: ${messageOf(cause)}`, { hint, cause });
}

function codeOf(cause: unknown): string {
  const code: unknown = typeof cause === 'object' && cause ? Reflect.get(cause, 'code') : undefined;
  return typeof code === 'string' ? code : '';
}

const messageOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message || codeOf(cause) : String(cause);
