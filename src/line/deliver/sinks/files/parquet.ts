import { open, readFile } from 'node:fs/promises';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { z } from 'zod';

/** A line of a part: a record or the fields of it that the sink keeps. */
const Row = z.looseObject({
  id: z.string(),
  revision: z.number(),
  source: z.looseObject({ id: z.string(), country: z.string().optional() }).optional(),
  story: z.looseObject({ id: z.string(), role: z.string() }).optional(),
  author: z.array(z.looseObject({ name: z.string() })).optional(),
});
type Row = z.infer<typeof Row>;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;
const whole = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined;
const instant = (value: unknown): Date | undefined =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value) : undefined;

interface Column {
  readonly name: string;
  readonly type: 'STRING' | 'INT32' | 'TIMESTAMP';
  readonly read: (row: Row) => unknown;
}

/** All who are named, as one text; undefined where nobody is. */
const namesOf = (author: Row['author']): string | undefined =>
  author && author.length > 0 ? author.map(({ name }) => name).join('; ') : undefined;

/** The columns: what is asked for most, flat, and the whole record as JSON. */
const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'STRING', read: (row: Row) => row.id },
  { name: 'revision', type: 'INT32', read: (row: Row) => row.revision },
  { name: 'change', type: 'STRING', read: ({ change }: Row) => text(change) },
  { name: 'source', type: 'STRING', read: ({ source }: Row) => source?.id },
  { name: 'country', type: 'STRING', read: ({ source }: Row) => source?.country },
  { name: 'url', type: 'STRING', read: ({ url }: Row) => text(url) },
  { name: 'headline', type: 'STRING', read: ({ headline }: Row) => text(headline) },
  { name: 'articleBody', type: 'STRING', read: ({ articleBody }: Row) => text(articleBody) },
  { name: 'wordCount', type: 'INT32', read: ({ wordCount }: Row) => whole(wordCount) },
  { name: 'inLanguage', type: 'STRING', read: ({ inLanguage }: Row) => text(inLanguage) },
  {
    name: 'datePublished',
    type: 'TIMESTAMP',
    read: ({ datePublished }: Row) => instant(datePublished),
  },
  {
    name: 'dateFirstSeen',
    type: 'TIMESTAMP',
    read: ({ dateFirstSeen }: Row) => instant(dateFirstSeen),
  },
  { name: 'author', type: 'STRING', read: ({ author }: Row) => namesOf(author) },
  { name: 'story', type: 'STRING', read: ({ story }: Row) => story?.id },
  { name: 'role', type: 'STRING', read: ({ story }: Row) => story?.role },
  { name: 'text', type: 'STRING', read: ({ text: form }: Row) => text(form) },
  { name: 'record', type: 'STRING', read: (row: Row) => JSON.stringify(row) },
];

/** Makes a Parquet file of a file of JSON Lines and flushes it to the disk. */
export async function writeParquet(from: string, to: string): Promise<void> {
  const lines = (await readFile(from, 'utf8')).split('\n').filter((line) => line !== '');
  const rows = lines.map((line) => Row.parse(JSON.parse(line)));
  const columnData = COLUMNS.map(({ name, type, read }) => ({
    name,
    type,
    nullable: name !== 'id' && name !== 'revision' && name !== 'record',
    data: rows.map(read),
  }));
  const file = await open(to, 'w');
  try {
    await file.writeFile(new Uint8Array(parquetWriteBuffer({ columnData })));
    await file.datasync();
  } finally {
    await file.close();
  }
}
