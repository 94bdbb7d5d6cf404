import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Takes a lock file for this process; a lock whose process is gone is taken over.
 * Returns a function that gives it back, or undefined while a living process holds it.
 */
export function takeLock(path: string): (() => void) | undefined {
  mkdirSync(dirname(path), { recursive: true });
  const release = tryCreate(path);
  if (release || holderLives(path)) return release;
  rmSync(path, { force: true });
  return tryCreate(path);
}

function tryCreate(path: string): (() => void) | undefined {
  try {
    // 'wx' creates or fails in one step (O_EXCL), so that of two starts one wins.
    const file = openSync(path, 'wx');
    writeSync(file, String(process.pid));
    closeSync(file);
    return () => rmSync(path, { force: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return undefined;
    throw error;
  }
}

function holderLives(path: string): boolean {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    // An empty file is a holder between its two steps.
    if (!Number.isInteger(pid) || pid <= 0) return true;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
