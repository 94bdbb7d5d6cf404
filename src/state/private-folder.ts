import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StateError } from '../errors.ts';

/** Longest path of a Unix socket on Linux and macOS (`sun_path` less its ending zero). */
const SOCKET_PATH_MAX = 103;

/**
 * Makes a folder that only this user can enter.
 * @throws StateError where it belongs to another user, who could put a forged state there
 */
export function makePrivate(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!isOwn(folder)) {
    throw new StateError(`${folder} belongs to another user`, {
      hint: 'Name a folder of your own in redis.folder.',
    });
  }
  if ((lstatSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
}

/** True for a folder, and no link to one, that this user owns. */
function isOwn(folder: string): boolean {
  try {
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === process.getuid?.();
  } catch {
    // It does not exist.
    return false;
  }
}

/**
 * Where the private Redis of `home` listens. A deep folder makes the path too long for a socket:
 * then it stands in a folder of a random name below the temporary one, which a file in `home` names. Another
 * user could be first to take a name that can be computed, and would then receive all state.
 */
export function socketPath(home: string): string {
  const inside = join(home, 'redis.sock');
  if (Buffer.byteLength(inside) <= SOCKET_PATH_MAX) return inside;
  const note = join(home, 'socket-path');
  const known = readNote(note);
  if (known !== undefined && isOwn(dirname(known))) return known;
  const made = join(mkdtempSync(join(tmpdir(), 'marsad-')), 'redis.sock');
  writeFileSync(note, made, { mode: 0o600 });
  return made;
}

function readNote(note: string): string | undefined {
  try {
    return readFileSync(note, 'utf8');
  } catch {
    // The first start of this installation.
    return undefined;
  }
}
