import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { SinkError } from '../../../../errors.ts';
import { jsonOf } from '../../shape.ts';
import type { Delivery, Sink } from '../../sink.ts';
import { type LinesFile, openLinesFile } from '../lines-file.ts';
import { type Compression, packFile, SUFFIXES } from './compress.ts';

/** How files are made and where. */
export interface PartsOptions {
  readonly folder: string;
  readonly format: 'jsonLines' | 'parquet';
  readonly rotate: 'hour' | 'day';
  /** Bytes of JSON after which a new file begins. */
  readonly size: number;
  readonly compress: Compression;
}

/** The folder of unfinished parts: tools that copy folders leave out names with a dot. */
const OPEN = '.open';

/** How often to check whether the time of a part is over while no record comes. */
const LOOK_MS = 30_000;

interface Parts extends PartsOptions {
  /** Keys that open parts and the last closed one have. */
  readonly keys: Set<string>;
  current?: { readonly name: string; readonly file: LinesFile } | undefined;
  /** One thing at a time: a delivery or the closing of a part. */
  queue: Promise<unknown>;
}

/** Opens the folder; parts that an earlier process left are closed when their time is over. */
export async function openParts(options: PartsOptions): Promise<Sink> {
  const parts: Parts = { ...options, keys: new Set(), queue: Promise.resolve() };
  await guarded(parts, async () => {
    await mkdir(join(options.folder, OPEN), { recursive: true });
    for (const key of await lastKeys(parts)) parts.keys.add(key);
  });
  // An error here comes again with the next delivery, which reports it.
  const look = () => void inTurn(parts, () => closeOver(parts)).catch(() => undefined);
  const timer = setInterval(look, LOOK_MS);
  timer.unref();
  return {
    deliver: (deliveries) => inTurn(parts, () => guarded(parts, () => append(parts, deliveries))),
    close: async () => {
      clearInterval(timer);
      await inTurn(parts, async () => parts.current?.file.close());
    },
  };
}

function inTurn<T>(parts: Parts, work: () => Promise<T>): Promise<T> {
  const turn = parts.queue.then(work, work);
  parts.queue = turn.catch(() => undefined);
  return turn;
}

async function guarded(parts: Parts, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (cause instanceof SinkError || cause instanceof TypeError) throw cause;
    throw new SinkError(`Cannot write files in ${parts.folder}: ${String(cause)}`, {
      hint: 'Mend the folder or make room on its disk; delivery goes on by itself.',
      cause,
    });
  }
}

async function append(parts: Parts, deliveries: readonly Delivery[]): Promise<void> {
  const lines = deliveries.map((one) => ({
    key: one.key,
    line: jsonOf(one),
    isAgain: one.isReplayed === true,
  }));
  await closeOver(parts);
  await readLeftovers(parts);
  const { file } = await currentPart(parts);
  await file.append(lines);
}

/** `2026-11-28T10` or `2026-11-28`: the time of a part, in UTC. */
function periodOf(at: Date, rotate: PartsOptions['rotate']): string {
  return at.toISOString().slice(0, rotate === 'hour' ? 13 : 10);
}

async function openNames({ folder }: Parts): Promise<string[]> {
  const names = await readdir(join(folder, OPEN));
  return names.filter((name) => name.endsWith('.jsonl')).sort();
}

/** The part of this time: the one that is open, or the next number. */
async function currentPart(parts: Parts) {
  const period = periodOf(new Date(), parts.rotate);
  if (parts.current?.name.startsWith(period)) return parts.current;
  await parts.current?.file.close();
  const open = (await openNames(parts)).find((name) => name.startsWith(period));
  const name = open ?? `${period}.${Date.now()}.jsonl`;
  const file = await openLinesFile(join(parts.folder, OPEN, name), parts.keys);
  parts.current = { name, file };
  return parts.current;
}

/** A part that another process left may have keys of this batch. */
async function readLeftovers(parts: Parts): Promise<void> {
  const period = periodOf(new Date(), parts.rotate);
  for (const name of await openNames(parts)) {
    if (!name.startsWith(period)) await readKeys(join(parts.folder, OPEN, name), parts.keys);
  }
}

async function readKeys(path: string, keys: Set<string>): Promise<void> {
  const file = await openLinesFile(path, keys);
  await file.append([]);
  await file.close();
}

/** Closes the parts whose time or size is over. */
async function closeOver(parts: Parts): Promise<void> {
  const period = periodOf(new Date(), parts.rotate);
  for (const name of await openNames(parts)) {
    const path = join(parts.folder, OPEN, name);
    const { size } = await stat(path);
    if (name.startsWith(period) && size < parts.size) continue;
    await readKeys(path, parts.keys);
    if (parts.current?.name === name) {
      await parts.current.file.close();
      parts.current = undefined;
    }
    await closePart(parts, name);
  }
}

/** `date=2026-11-28/articles-2026-11-28T10.1795912160395.jsonl.gz`: tools read the day off it. */
function placeOf({ folder, format, compress }: Parts, name: string): string {
  const stem = basename(name, '.jsonl');
  const suffix = format === 'parquet' ? '.parquet' : `.jsonl${SUFFIXES[compress]}`;
  return join(folder, `date=${stem.slice(0, 10)}`, `articles-${stem}${suffix}`);
}

/** A crash between the steps leaves the part, and it is closed again to the same place. */
async function closePart(parts: Parts, name: string): Promise<void> {
  const from = join(parts.folder, OPEN, name);
  const to = placeOf(parts, name);
  const made = join(parts.folder, OPEN, `${basename(to)}.tmp`);
  await keepKeys(parts);
  await mkdir(dirname(to), { recursive: true });
  if ((await stat(from)).size > 0) {
    if (parts.format === 'parquet') await (await import('./parquet.ts')).writeParquet(from, made);
    else await packFile(from, made, parts.compress);
    await rename(made, to);
  }
  await rm(from);
}

/** Keys of closed parts: what is delivered again after a restart may be in them. */
const KEYS_FILE = 'last-keys.json';
const KEYS_KEPT = 2000;

async function keepKeys({ folder, keys }: Parts): Promise<void> {
  const path = join(folder, OPEN, KEYS_FILE);
  await writeFile(`${path}.tmp`, JSON.stringify([...keys].slice(-KEYS_KEPT)));
  await rename(`${path}.tmp`, path);
}

async function lastKeys({ folder }: Parts): Promise<string[]> {
  const text = await readFile(join(folder, OPEN, KEYS_FILE), 'utf8').catch(() => '[]');
  return z.array(z.string()).parse(JSON.parse(text));
}
