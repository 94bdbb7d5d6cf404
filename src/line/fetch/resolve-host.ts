import { lookup } from 'node:dns/promises';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Whether a name resolves, without asking the host anything.
 * @returns what went wrong; undefined where it resolves
 */
export function resolutionFault(host: string, limitMs: number): Promise<string | undefined> {
  const late = pause(limitMs, `no answer within ${limitMs} ms`, { ref: false });
  return Promise.race([lookup(host).then(() => undefined, String), late]);
}
