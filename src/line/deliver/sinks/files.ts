import { z } from 'zod';
import { defineSink } from '../sink.ts';
import { hasZstd } from './files/compress.ts';
import { openParts } from './files/parts.ts';

const MEGABYTE = 1_000_000;

/**
 * Whole files by day, as object stores and their tools take them: records gather in a part that is
 * not seen, which is closed by time or size and comes to its place by one rename.
 */
export const filesSink = defineSink({
  name: 'files',
  label: 'Files by day: JSON Lines (gzip, zstd) or Parquet, each whole when it appears',
  settings: z.strictObject({
    folder: z.string().min(1).max(1000).default('.marsad/files').describe('Where the files are'),
    format: z.enum(['jsonLines', 'parquet']).default('jsonLines'),
    rotate: z.enum(['hour', 'day']).default('hour').describe('When a new file begins, in UTC'),
    // A Parquet file is made in memory: these are some 8,000 records.
    size: z
      .number()
      .int()
      .min(10_000)
      .max(512 * MEGABYTE)
      .default(64 * MEGABYTE)
      .describe('A new file begins after so many bytes of JSON, too'),
    compress: z
      .enum(['none', 'gzip', 'zstd'])
      .refine((name) => name !== 'zstd' || hasZstd(), 'zstd needs Node 22.15 or newer: choose gzip')
      .default('gzip')
      .describe(
        'Of JSON Lines, zstd on Node 22.15 or newer; Parquet files are compressed inside (Snappy)',
      ),
  }),
  open: async (settings) => openParts(settings),
});
