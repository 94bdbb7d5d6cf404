import type { FileHandle } from 'node:fs/promises';

/** Reads a file at any place; neighbouring places are read together. */
export interface FileWindow {
  /** Up to `length` bytes from `offset`; fewer at the end of the file only. */
  readonly at: (offset: number, length: number) => Promise<Buffer>;
}

/** Most members are a few KB: a window holds dozens, and each byte is read about once. */
const WINDOW_BYTES = 262_144;

/** A window over a file that is open. */
export function openWindow(file: FileHandle): FileWindow {
  let start = 0;
  let bytes = Buffer.alloc(0);
  return {
    async at(offset, length) {
      const end = start + bytes.length;
      if (offset < start || offset + length > end) {
        const size = Math.max(length, WINDOW_BYTES);
        const read = await file.read(Buffer.allocUnsafe(size), 0, size, offset);
        bytes = read.buffer.subarray(0, read.bytesRead);
        start = offset;
      }
      return bytes.subarray(offset - start, offset - start + length);
    },
  };
}
