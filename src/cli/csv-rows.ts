import { stringify } from 'csv-stringify/sync';

/** A byte-order mark: without it spreadsheets take UTF-8 for the code page of the machine. */
const BOM = '\ufeff';

/**
 * Rows of a table as CSV (RFC 4180). A cell that a spreadsheet would run as a formula gets an
 * apostrophe before it: headlines and names are written by others.
 */
export function csvRows(rows: readonly Readonly<Record<string, unknown>>[]): string {
  return stringify([...rows], {
    escape_formulas: true,
    record_delimiter: '\r\n',
    // The library quotes the delimiter of records alone, and a text has single line feeds too.
    quoted_match: /[\r\n]/u,
  });
}

/** The first line of a table. */
export function csvHeader(columns: readonly string[]): string {
  return `${BOM}${stringify([[...columns]], { record_delimiter: '\r\n' })}`;
}
