import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { MalformedError } from '../../errors.ts';
import { ROUTE_KINDS, Route, type RouteKind } from '../../line/discover/routes/index.ts';
import { Source } from '../../source.ts';
import type { ListedSource, SourceList } from './listed-source.ts';

const { name, homepage, country, timeZone, language } = Source.shape;

/** The columns that are read: the keys of a source's file, one address or several in a route's. */
const Row = z.object({
  ...{ homepage: homepage.optional(), name: name.optional(), country, timeZone },
  language: language.unwrap().optional(),
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,59}$/u, 'up to 60 lower-case letters, digits and hyphens')
    .optional(),
  tags: z.string().max(1000).optional(),
});

const COLUMNS = [...Object.keys(Row.shape), ...ROUTE_KINDS];

/** Lists that are passed around name some thousands of sources at most. */
const MOST_ROWS = 20_000;

/** A field in quotes may go over several lines (RFC 4180, 2.6); names and addresses hardly do. */
const MOST_LINES_A_ROW = 10;

/**
 * Reads a list of sources as comma-, semicolon- or tab-separated values (RFC 4180) under a header
 * line. A row that is wrong is named with its line and costs no other.
 * @throws MalformedError where the header names no route, or there are too many rows
 */
export function readCsv(text: string): SourceList {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\n|\r/u);
  const delimiter = delimiterOf(lines[0] ?? '');
  const columns = header(fieldsOf(lines[0] ?? '', delimiter) ?? []);
  if (lines.length > MOST_ROWS + 1) {
    throw new MalformedError(
      `At most ${MOST_ROWS} rows are read, found ${lines.length - 1} lines`,
      {
        hint: 'Split the list.',
      },
    );
  }
  const sources: ListedSource[] = [];
  const skipped: { name: string; reason: string }[] = [];
  for (let at = 1; at < lines.length; ) {
    const { fields, count } = rowAt(lines, at, { delimiter, most: columns.length });
    const read = fields === undefined ? NOT_CLOSED : readRow(columns, fields);
    if (typeof read === 'string') skipped.push({ name: `line ${at + 1}`, reason: read });
    else if (read) sources.push(read);
    at += count;
  }
  return { sources, skipped, mistakes: skipped.length };
}

const NOT_CLOSED = 'a quote is not closed, or there are more fields than columns';

/** The one that the header has most of; spreadsheets of some countries write semicolons. */
function delimiterOf(line: string): string {
  const count = (delimiter: string): number => line.split(delimiter).length;
  return [',', ';', '\t'].toSorted((one, other) => count(other) - count(one))[0] ?? ',';
}

/** The fields of one row; undefined where the text is no row. */
function fieldsOf(text: string, delimiter: string): readonly string[] | undefined {
  try {
    const rows: unknown = parse(text, { delimiter, relax_column_count: true, trim: true });
    return z.array(z.array(z.string())).max(1).parse(rows)[0] ?? [];
  } catch {
    // What is wrong is told by its line: the parser's own words speak of its settings.
    return undefined;
  }
}

/** The row that begins on a line, and how many lines it takes; a broken row takes one. */
function rowAt(
  lines: readonly string[],
  at: number,
  { delimiter, most }: { delimiter: string; most: number },
): { fields?: readonly string[]; count: number } {
  for (let count = 1; count <= MOST_LINES_A_ROW && at + count <= lines.length; count += 1) {
    const text = lines.slice(at, at + count).join('\n');
    // An odd number of quotes: the row goes on, or never ends.
    if (text.split('"').length % 2 === 0) continue;
    const fields = fieldsOf(text, delimiter);
    return fields && fields.length <= most ? { fields, count } : { count: 1 };
  }
  return { count: 1 };
}

function header(names: readonly string[]): readonly (string | undefined)[] {
  const found = names.map((one) =>
    COLUMNS.find((column) => column.toLowerCase() === one.toLowerCase()),
  );
  if (found.some((column) => ROUTE_KINDS.some((kind) => kind === column))) return found;
  throw new MalformedError(
    `Expected a header line that names a column ${ROUTE_KINDS.join(', ')}, found ${names.slice(0, 9).join(', ').slice(0, 200)}`,
    { hint: `The columns that are read: ${COLUMNS.join(', ')}.` },
  );
}

/** A source, the reason why the row gives none, or undefined for an empty line. */
function readRow(
  columns: readonly (string | undefined)[],
  fields: readonly string[],
): ListedSource | string | undefined {
  if (fields.every((field) => field === '')) return undefined;
  const cells = new Map<string, string>();
  for (const [at, column] of columns.entries()) {
    const field = fields[at];
    if (column !== undefined && field) cells.set(column, field);
  }
  const row = Row.safeParse({
    ...Object.fromEntries(cells),
    ...(cells.has('country') ? { country: cells.get('country')?.toUpperCase() } : {}),
  });
  if (!row.success) return row.error.issues.map((issue) => issueText(issue, cells)).join('; ');
  const routes = ROUTE_KINDS.flatMap((kind) => routesOf(kind, cells.get(kind) ?? ''));
  const wrong = routes.find((route) => typeof route === 'string');
  if (wrong !== undefined) return wrong;
  const good = routes.filter((route) => typeof route !== 'string');
  if (good.length === 0) return `none of ${ROUTE_KINDS.join(', ')} is given`;
  const { tags = '', ...about } = row.data;
  return { ...about, routes: good, tags: tagsOf(tags) };
}

function issueText(
  { path, message }: z.core.$ZodIssue,
  cells: ReadonlyMap<string, string>,
): string {
  const column = String(path[0]);
  return `${column}: ${message}, found ${(cells.get(column) ?? '').slice(0, 100)}`;
}

/** As many as a source's file may have of tags, and as long. */
const MOST_TAGS = 50;
const LONGEST_TAG = 60;

function tagsOf(text: string): readonly string[] {
  const tags = text.split(/[;|،]/u).map((tag) => tag.trim().slice(0, LONGEST_TAG));
  return [...new Set(tags.filter((tag) => tag !== ''))].slice(0, MOST_TAGS);
}

/** The routes of a cell, addresses with blanks between them; the fault as a text where one is no address. */
function routesOf(kind: RouteKind, cell: string): (Route | string)[] {
  return cell
    .split(/\s+/u)
    .filter(Boolean)
    .map((url) => {
      const route = Route.safeParse({ [kind]: url });
      return route.success
        ? route.data
        : `${kind}: an absolute http(s) URL, found ${url.slice(0, 100)}`;
    });
}
