import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { SinkError } from '../../../errors.ts';

/** A line for the file and the key that it is known by. */
export interface KeyedLine {
  readonly key: string;
  /** In UTF-8, without its end. */
  readonly line: Buffer;
  /** Written though the file has its key. */
  readonly isAgain: boolean;
}

/** A file of lines that holds each key once, whoever wrote it. */
export interface LinesFile {
  /** Resolves when all are flushed to the disk. @throws SinkError; the file then ends with a whole line */
  readonly append: (lines: readonly KeyedLine[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The tail that is searched for what was written before a crash: far over one batch. */
const TAIL_BYTES = 32_000_000;

/** Keys remembered while the file is open: far over what a deliverer has unacknowledged. */
const KEYS_KEPT = 20_000;

interface OpenFile {
  handle: FileHandle;
  readonly path: string;
  /** Keys at the file's end: a batch that is tried again writes none of them twice. */
  readonly keys: Set<string>;
  /** Up to where the file has been read; undefined before the first read. */
  readTo: number | undefined;
}

/**
 * Opens the file, its folders made where they are missing. `keys` are those that other files of the
 * same sink have: none of them is written here. @throws SinkError
 */
export async function openLinesFile(
  path: string,
  keys: Set<string> = new Set(),
): Promise<LinesFile> {
  const file: OpenFile = {
    handle: await openForAppend(path),
    path,
    keys,
    readTo: undefined,
  };
  return {
    append: (lines) => append(file, lines),
    close: () => file.handle.close(),
  };
}

async function openForAppend(path: string): Promise<FileHandle> {
  try {
    await mkdir(dirname(path), { recursive: true });
    return await open(path, 'a+');
  } catch (cause) {
    throw new SinkError(`Cannot open ${path}: ${String(cause)}`, {
      hint: 'Mend the path or its permissions in marsad.yaml.',
      cause,
    });
  }
}

async function append(file: OpenFile, lines: readonly KeyedLine[]): Promise<void> {
  try {
    await reopenWhereMoved(file);
    await readOn(file);
    const fresh = lines.filter(({ key, isAgain }) => isAgain || !file.keys.has(key));
    if (fresh.length > 0) await write(file, fresh);
  } catch (cause) {
    if (cause instanceof SinkError) throw cause;
    throw new SinkError(`Cannot write ${file.path}: ${String(cause)}`, {
      hint: 'Make room on the disk; delivery goes on by itself.',
      cause,
    });
  }
}

/** A tool that rotates logs moves the file away: the next line begins a new one. */
async function reopenWhereMoved(file: OpenFile): Promise<void> {
  const [own, named] = await Promise.all([
    file.handle.stat(),
    stat(file.path).catch(() => undefined),
  ]);
  if (named?.ino === own.ino && named.dev === own.dev) return;
  await file.handle.close();
  file.handle = await openForAppend(file.path);
  file.readTo = undefined;
}

/**
 * Reads what another process wrote since the last read: before the first batch, and where another deliverer
 * had the sink in between. A last line that was cut off when that process died is removed.
 */
async function readOn(file: OpenFile): Promise<void> {
  const { size } = await file.handle.stat();
  if (file.readTo === size) return;
  const from = file.readTo !== undefined && file.readTo < size ? file.readTo : size - TAIL_BYTES;
  const start = Math.max(0, from);
  const { buffer, bytesRead } = await file.handle.read(
    Buffer.alloc(size - start),
    0,
    size - start,
    start,
  );
  const tail = buffer.subarray(0, bytesRead);
  const end = tail.lastIndexOf(NEWLINE) + 1;
  const hasWholeLine = end > 0 || start === 0 || start === file.readTo;
  if (end < bytesRead && hasWholeLine) await file.handle.truncate(start + end);
  remember(file, tail.subarray(0, end).toString('utf8').split('\n').flatMap(keyOfLine));
  file.readTo = hasWholeLine ? start + end : size;
}

async function write(file: OpenFile, lines: readonly KeyedLine[]): Promise<void> {
  const parts = lines.flatMap(({ line }) => [line, END_OF_LINE]);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const before = file.readTo ?? 0;
  let written = 0;
  try {
    ({ bytesWritten: written } = await file.handle.writev(parts));
    // One call may take a part of it, where the disk is full above all.
    const bytes = written < length ? Buffer.concat(parts) : END_OF_LINE;
    while (written < length) {
      written += (await file.handle.write(bytes, written)).bytesWritten;
    }
    await file.handle.datasync();
  } catch (error) {
    await takeBack(file, { before, written });
    throw error;
  }
  file.readTo = before + written;
  remember(
    file,
    lines.map(({ key }) => key),
  );
}

const NEWLINE = 0x0a;
const END_OF_LINE = Buffer.of(NEWLINE);

/** A line cut by a full disk would spoil the next one; what another process wrote is left alone. */
async function takeBack(
  file: OpenFile,
  { before, written }: { before: number; written: number },
): Promise<void> {
  const size = await file.handle.stat().then(
    (stats) => stats.size,
    () => undefined,
  );
  // Where that fails too, the cut line is removed at the next read.
  if (size === before + written) await file.handle.truncate(before).catch(() => undefined);
}

function remember({ keys }: OpenFile, added: readonly string[]): void {
  for (const key of added) keys.add(key);
  for (const key of keys) {
    if (keys.size <= KEYS_KEPT) return;
    keys.delete(key);
  }
}

const Written = z.looseObject({ id: z.string(), revision: z.number() });

function keyOfLine(line: string): string[] {
  try {
    const { id, revision } = Written.parse(JSON.parse(line));
    return [`${id}:${revision}`];
  } catch {
    // The first line of the tail is cut, the last is empty; a line of another make has no key.
    return [];
  }
}
