import type { Article } from './article.ts';

/** The version of the record's form that this package reads. */
export const SCHEMA_VERSION = 1;

/** What this package throws: a record or a webhook that it cannot take. */
export class MarsadClientError extends Error {
  override readonly name = 'MarsadClientError';
}

/** Fields of an entry of the stream: names and values by turns. */
export type EntryFields = readonly string[];

/** The record of an entry. @throws MarsadClientError for a version that this package does not know */
export function readRecord(fields: EntryFields): Article {
  const json = fields[fields.indexOf('record') + 1] ?? '';
  return articleOf(JSON.parse(json));
}

/** Checks the version; fields that a later release added stay as they are. @throws MarsadClientError */
export function articleOf(value: unknown): Article {
  const version: unknown =
    typeof value === 'object' && value !== null && 'schemaVersion' in value
      ? value.schemaVersion
      : undefined;
  if (version === SCHEMA_VERSION) return value as Article;
  throw new MarsadClientError(
    `A record of schemaVersion ${String(version)}, this package reads ${SCHEMA_VERSION}: upgrade it`,
  );
}
