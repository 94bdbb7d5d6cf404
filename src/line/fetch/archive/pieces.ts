import { open } from 'node:fs/promises';
import { type FileWindow, openWindow } from './file-window.ts';
import { findMember, isMemberAt, readMember } from './gzip-member.ts';

/** What could not be read of an archive, and where. */
export interface ArchiveFault {
  readonly file: string;
  /** Bytes from the file's start; of a gzip file, where the member begins. */
  readonly offset: number;
  readonly reason: string;
}

/** Bytes of an archive, unpacked, in order. */
export interface Piece {
  readonly bytes: Buffer;
  /** Where they stand in the file; of a gzip file, where their member begins. */
  readonly offset: number;
  readonly isPacked: boolean;
  /** True for the first bytes of a gzip member: a record begins there. */
  readonly isStart: boolean;
}

/** Bytes read at a time. */
const READ_BYTES = 65_536;

/**
 * The bytes of a WARC file, plain or gzip (ISO 28500, annex D), one piece in memory at a time. A
 * member that is broken or cut is a fault, and reading goes on with the next that can be found.
 * @throws the system's error where the file cannot be opened or read
 */
export async function* readPieces(path: string): AsyncGenerator<Piece | ArchiveFault> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const window = openWindow(file);
    if (await isMemberAt(window, 0)) yield* readMembers(window, path, size);
    else yield* readPlain(window);
  } finally {
    await file.close();
  }
}

async function* readPlain(file: FileWindow): AsyncGenerator<Piece> {
  for (let offset = 0; ; ) {
    const bytes = await file.at(offset, READ_BYTES);
    if (bytes.length === 0) return;
    yield { bytes, offset, isPacked: false, isStart: false };
    offset += bytes.length;
  }
}

async function* readMembers(
  file: FileWindow,
  path: string,
  size: number,
): AsyncGenerator<Piece | ArchiveFault> {
  for (let offset: number | undefined = 0; offset !== undefined && offset < size; ) {
    const end: number | undefined = yield* readOne(file, { path, offset });
    offset = end ?? (await findMember(file, offset + 1));
  }
}

interface MemberPlace {
  readonly path: string;
  readonly offset: number;
}

/** Gives the pieces of a member, or its fault; returns where it ends, where it is whole. */
async function* readOne(
  file: FileWindow,
  { path, offset }: MemberPlace,
): AsyncGenerator<Piece | ArchiveFault, number | undefined> {
  let isStart = true;
  const member = readMember(file, offset);
  for (;;) {
    const { value, done } = await member.next();
    if (!done) {
      yield { bytes: value, offset, isPacked: true, isStart };
      isStart = false;
    } else if (typeof value === 'number') return value;
    else {
      yield { file: path, offset, reason: value.reason };
      return undefined;
    }
  }
}
