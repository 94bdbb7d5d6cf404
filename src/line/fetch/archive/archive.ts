import { appendFile, mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StateError } from '../../../errors.ts';
import { type ArchivedAnswer, newArchiveFile, newMembers } from './members.ts';

/** Where answers are kept as they came, and when a new file begins. */
export interface ArchiveOptions {
  readonly folder: string;
  /** Default 1 GB, as web archives cut theirs (ISO 28500, annex C). */
  readonly fileBytes?: number;
  /** Default one day. */
  readonly fileMs?: number;
}

/** An archive in WARC 1.1 (ISO 28500:2017), each record a gzip member of its own. */
export interface Archive {
  /**
   * Called before a request: while the disk takes no more, no site is asked for what cannot be kept.
   * @throws StateError where the last answer could not be written, and a new try to write fails too
   */
  readonly ready: () => Promise<void>;
  /**
   * Keeps an answer with its request; the file has it when this returns.
   * @returns where its record begins: `FILE:OFFSET`, the file within the archive's folder
   * @throws StateError where the disk takes no more; no record is left half written
   */
  readonly write: (answer: ArchivedAnswer) => Promise<string>;
}

const FILE_BYTES = 1_000_000_000;
const FILE_MS = 86_400_000;

interface OpenFile {
  readonly name: string;
  readonly path: string;
  /** Unix ms. */
  readonly until: number;
  bytes: number;
}

/** Opens an archive; its first file is made with the first answer. */
export function openArchive(options: ArchiveOptions): Archive {
  const { folder, fileBytes = FILE_BYTES, fileMs = FILE_MS } = options;
  let file: OpenFile | undefined;
  /** Bytes that the disk refused last. */
  let refused = 0;
  // One record after another: members of a file must not mingle.
  let last: Promise<unknown> = Promise.resolve();
  const append = async (bytes: Uint8Array): Promise<string> => {
    if (!file || file.bytes >= fileBytes || Date.now() >= file.until) {
      file = await newFile(folder, Date.now() + fileMs);
    }
    const { name, path, bytes: offset } = file;
    try {
      await appendFile(path, bytes);
    } catch (error) {
      // A full disk has taken a part, which is cut off; where that fails too, the file is left.
      file = undefined;
      await truncate(path, offset).catch(() => undefined);
      throw error;
    }
    file.bytes += bytes.length;
    return `${name}:${offset}`;
  };
  return {
    async ready() {
      if (refused === 0) return;
      await tryRoom(folder, refused).catch((cause: unknown) => {
        throw fullError(folder, cause);
      });
      refused = 0;
    },
    async write(answer) {
      const bytes = await newMembers(answer);
      const written = last.then(() => append(bytes));
      last = written.catch(() => undefined);
      return written.catch((cause: unknown) => {
        refused = bytes.length;
        throw fullError(folder, cause);
      });
    },
  };
}

function fullError(folder: string, cause: unknown): StateError {
  return new StateError(`The archive in ${folder} cannot be written: ${String(cause)}`, {
    hint: 'Make room on its disk or take `archive` out of marsad.yaml; jobs wait until then.',
    cause,
  });
}

/** Writes so many bytes and removes them again: a quota or limit counts as a full disk. */
async function tryRoom(folder: string, bytes: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `.room-${process.pid}`);
  await writeFile(path, new Uint8Array(bytes)).finally(() => rm(path, { force: true }));
}

async function newFile(folder: string, until: number): Promise<OpenFile> {
  await mkdir(folder, { recursive: true });
  const { name, bytes } = await newArchiveFile();
  const path = join(folder, name);
  try {
    await writeFile(path, bytes, { flag: 'wx' });
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  return { name, path, until, bytes: bytes.length };
}
