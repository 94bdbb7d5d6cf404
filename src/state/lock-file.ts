import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';

/** A holder touches its lock that often. */
const TOUCH_MS = 1000;

/**
 * A lock that nobody touched for so long has no holder, whatever its process id says: in containers
 * ids begin anew with each start, and a file may be left empty by a process that died writing it.
 */
const STALE_MS = 8000;

/**
 * Takes a lock file for this process; one that its holder left is taken over.
 * Returns a function that gives it back, or undefined while a living process holds it.
 */
export function takeLock(path: string): (() => void) | undefined {
  mkdirSync(dirname(path), { recursive: true });
  const release = tryCreate(path);
  if (release) return release;
  return removeStale(path) ? tryCreate(path) : undefined;
}

function tryCreate(path: string): (() => void) | undefined {
  try {
    // 'wx' creates or fails in one step (O_EXCL), so that of two starts one wins.
    const file = openSync(path, 'wx');
    writeSync(file, `${process.pid} ${hostname()}`);
    closeSync(file);
  } catch (error) {
    if (isCode(error, 'EEXIST')) return undefined;
    throw error;
  }
  const timer = setInterval(() => touch(path), TOUCH_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    rmSync(path, { force: true });
  };
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch (error) {
    // Another process found the lock stale and took it over: this one was suspended for longer than that.
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

/** Removes a lock without a holder. @returns true where there is none now */
function removeStale(path: string): boolean {
  try {
    const { ino, mtimeMs } = statSync(path);
    const isStale = Date.now() - mtimeMs > STALE_MS || isHolderDead(path);
    if (!isStale) return false;
    const aside = `${path}.${process.pid}`;
    renameSync(path, aside);
    // Another start may have replaced the stale lock by its own meanwhile.
    if (statSync(aside).ino !== ino) {
      renameSync(aside, path);
      return false;
    }
    rmSync(aside, { force: true });
    return true;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return true;
    throw error;
  }
}

/** True where the lock's process ran on this machine and is gone. */
function isHolderDead(path: string): boolean {
  const [pid = '', host] = readFileSync(path, 'utf8').split(' ');
  if (host !== hostname() || !/^[1-9]\d*$/u.test(pid)) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return !isCode(error, 'EPERM');
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
