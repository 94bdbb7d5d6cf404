import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright';

/**
 * Resident bytes of all processes of a browser together, as the system's `/proc` tells them
 * (proc(5), Pss): memory that several processes share counts once, where the sum of their RSS would
 * count a browser's code in each (1.1 GB for the 0.43 GB of two tabs). Undefined where the browser is
 * gone; 0 where there is no `/proc`.
 */
export async function residentBytes(browser: Browser): Promise<number | undefined> {
  try {
    const session = await browser.newBrowserCDPSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    await session.detach();
    const sizes = await Promise.all(processInfo.map(({ id }) => residentOf(id)));
    return sizes.reduce((sum, size) => sum + size, 0);
  } catch {
    return undefined;
  }
}

/** A process that has ended since it was named holds nothing. */
async function residentOf(pid: number): Promise<number> {
  const sums = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB$/mu.exec(sums)?.[1] ?? 0) * 1024;
}
