import { type FileHandle, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { SinkError } from '../../../errors.ts';
import { choice } from '../choice.ts';
import { type Delivery, defineSink } from '../sink.ts';

/** A file with one JSON record a line, appended and flushed to the disk before it counts as delivered. */
export const jsonLinesSink = defineSink({
  name: 'jsonLines',
  label: 'File of JSON Lines: one record a line, UTF-8',
  settings: z.strictObject({
    ...choice,
    path: z.string().min(1).default('.marsad/articles.jsonl').describe('Path of the file'),
  }),
  open: async ({ path }) => {
    const file = await openFile(path);
    const written = await recentKeys(file);
    return {
      deliver: (deliveries) => append({ file, path, written }, deliveries),
      close: () => file.close(),
    };
  },
});

/** The tail that is searched for records written just before a crash: far over one batch. */
const TAIL_BYTES = 4_000_000;

/** Keys remembered while the file is open: far over what one reader has unacknowledged. */
const KEYS_KEPT = 10_000;

interface OpenFile {
  readonly file: FileHandle;
  readonly path: string;
  /** Keys at the file's end: a batch that is tried again writes none of them twice. */
  readonly written: Set<string>;
}

async function openFile(path: string): Promise<FileHandle> {
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

async function append(to: OpenFile, deliveries: readonly Delivery[]): Promise<void> {
  const fresh = deliveries.filter(({ key }) => !to.written.has(key));
  if (fresh.length === 0) return;
  const { size } = await to.file.stat();
  try {
    await to.file.appendFile(fresh.map(({ record }) => `${JSON.stringify(record)}\n`).join(''));
    await to.file.datasync();
  } catch (cause) {
    // A line cut by a full disk would spoil the next one.
    await to.file.truncate(size).catch(() => undefined);
    throw new SinkError(`Cannot write ${to.path}: ${String(cause)}`, {
      hint: 'Make room on the disk; delivery goes on by itself.',
      cause,
    });
  }
  if (to.written.size > KEYS_KEPT) to.written.clear();
  for (const { key } of fresh) to.written.add(key);
}

/** The keys in the file's last bytes; a last line that a crash cut off is taken away. */
async function recentKeys(file: FileHandle): Promise<Set<string>> {
  const { size } = await file.stat();
  const start = Math.max(0, size - TAIL_BYTES);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
  const tail = buffer.subarray(0, bytesRead);
  const end = tail.lastIndexOf(0x0a) + 1;
  if (end < bytesRead && (end > 0 || start === 0)) await file.truncate(start + end);
  const lines = tail.subarray(0, end).toString('utf8').split('\n');
  return new Set(lines.flatMap(keyOfLine));
}

const Written = z.looseObject({ id: z.string(), revision: z.number() });

function keyOfLine(line: string): string[] {
  try {
    const { id, revision } = Written.parse(JSON.parse(line));
    return [`${id}:${revision}`];
  } catch {
    // The first line of the tail is cut, the last is empty.
    return [];
  }
}
