import type { Socket } from 'node:net';

/**
 * Reads from a socket until `isWhole` says that an answer is complete; what came behind it goes
 * back into the socket.
 * @param isWhole length of the answer, or undefined where more is needed
 * @throws RangeError over `most` bytes
 */
export function readAnswer(
  socket: Socket,
  most: number,
  isWhole: (bytes: Buffer) => number | undefined,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let bytes = Buffer.alloc(0);
    const onData = (chunk: Buffer): void => {
      bytes = Buffer.concat([bytes, chunk]);
      const length = isWhole(bytes);
      if (length === undefined && bytes.length <= most) return;
      socket.off('data', onData);
      socket.pause();
      if (length === undefined) {
        reject(new RangeError(`more than ${most} bytes`));
        return;
      }
      if (bytes.length > length) socket.unshift(bytes.subarray(length));
      resolve(bytes.subarray(0, length));
    };
    socket.on('data', onData);
    socket.resume();
  });
}
