import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from '../../line/fetch/chromium.ts';
import { resolutionFault } from '../../line/fetch/resolve-host.ts';
import { type Finding, failure, good, warning } from './finding.ts';
import { sizeText } from './sizing.ts';

/** Below the first nothing more can be written for sure, below the second not for long. */
const FULL_DISK_BYTES = 500_000_000;
const LOW_DISK_BYTES = 5_000_000_000;

/** Whether the disk of a file or folder has room; where it is not there yet, that of the nearest folder above. */
export function checkDisk(path: string, freeBytes = freeIn(path)): Finding {
  const found = `${path}: ${sizeText(freeBytes)} are free`;
  const remedy = 'Make room, or name a path on another disk.';
  if (freeBytes < FULL_DISK_BYTES) return failure('disk', found, remedy);
  if (freeBytes < LOW_DISK_BYTES) return warning('disk', found, remedy);
  return good('disk', found);
}

function freeIn(path: string): number {
  const { bavail, bsize } = statfsSync(nearest(path));
  return bavail * bsize;
}

/** The folder, or the nearest above it that is there. */
function nearest(folder: string): string {
  let at = resolve(folder);
  while (!existsSync(at)) at = dirname(at);
  return at;
}

/** Whether a folder takes files: tried, since rights alone say nothing of a read-only mount. */
export function checkWritable(check: string, folder: string, remedy: string): Finding {
  const probe = join(nearest(folder), `.doctor-${process.pid}.tmp`);
  try {
    writeFileSync(probe, '');
    rmSync(probe);
    return good(check, `${folder} can be written`);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    return warning(check, `${folder} cannot be written (${code})`, remedy);
  }
}

/** Sockets to sites and Redis, WARC files, the browser's pipes: some hundreds at 8 pages in hand. */
const FEW_FILES = 256;
const LOW_FILES = 1024;

/** The limit of open files of this process, on Linux; Node raises the soft limit to the hard one. */
export function checkOpenFiles(limits = readLimits()): Finding {
  const limit = /^Max open files\s+(\S+)/mu.exec(limits)?.[1];
  if (limit === undefined) {
    return { check: 'open-files', level: 'unknown', found: 'This system does not tell the limit' };
  }
  const found = `${limit} files may be open`;
  const remedy = 'Raise it: LimitNOFILE= in the unit, ulimit -n in a shell.';
  const most = limit === 'unlimited' ? Number.POSITIVE_INFINITY : Number(limit);
  if (most < FEW_FILES) return failure('open-files', found, remedy);
  return most < LOW_FILES ? warning('open-files', found, remedy) : good('open-files', found);
}

const readLimits = (): string =>
  existsSync('/proc/self/limits') ? readFileSync('/proc/self/limits', 'utf8') : '';

/** How long an answer is waited for: a machine without a network must not hang. */
const LIMIT_MS = 3000;

/** Whether names resolve: the hosts of a few sources; no site is asked. */
export async function checkDns(hosts: readonly string[]): Promise<Finding> {
  if (hosts.length === 0) return good('dns', 'No source is on a host that has to be resolved');
  const told = await Promise.all(hosts.map((host) => resolutionFault(host, LIMIT_MS)));
  const faults = hosts.filter((_, at) => told[at] !== undefined);
  if (faults.length === 0) return good('dns', `${hosts.length} hosts of sources resolve`);
  const found = `${faults.length} of ${hosts.length} hosts do not resolve: ${faults.join(', ')}`;
  return faults.length === hosts.length
    ? failure('dns', found, 'See /etc/resolv.conf and the network: no site can be reached.')
    : warning('dns', found, 'Try these sources with marsad sources verify.');
}

/** What the sources ask for: none, what HTTP cannot read, or the browser by name. */
export type BrowserNeed = 'none' | 'maybe' | 'named';

/** Whether a browser is there that starts, where sources may need it. */
export async function checkChromium(need: BrowserNeed, path = findChromium()): Promise<Finding> {
  const remedy =
    'Install Chromium (Debian: apt-get install chromium-headless-shell), or use the image with it.';
  if (path === undefined) {
    const found = 'There is no Chromium';
    if (need === 'named')
      return failure('chromium', `${found}, and a source has via: browser`, remedy);
    return need === 'none'
      ? good('chromium', `${found}, and no source needs it`)
      : warning('chromium', `${found}: pages that HTTP is not enough for stay unread`, remedy);
  }
  const run = promisify(execFile)(path, ['--version'], { timeout: LIMIT_MS });
  const version = await run.then(
    ({ stdout }) => stdout.trim().split('\n')[0] ?? '',
    () => undefined,
  );
  if (version !== undefined) return good('chromium', version);
  return warning(
    'chromium',
    `${path} does not start`,
    'Install it again; see what it says by hand.',
  );
}
