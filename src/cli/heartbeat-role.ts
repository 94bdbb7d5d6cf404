import { hostname } from 'node:os';
import { type Heartbeats, heartbeats } from '../state/heartbeats.ts';
import type { Installation } from './installation.ts';
import type { Runtime } from './runtime.ts';

/** How often a process says that it lives. */
const BEAT_MS = 10_000;

/** The role of a run that ends by itself, as a crontab starts it. */
export const DRAIN_ROLE = 'drain';

/** Names this process: process ids repeat over machines and containers. */
export const processName = (): string => `${hostname()}-${process.pid}`;

/** Says that the roles of this process live, until it is stopped. @returns what stops it */
export async function startHeartbeat(
  { redis, keys }: Installation,
  { gate }: Pick<Runtime, 'gate'>,
  roles: readonly string[],
): Promise<() => void> {
  const book: Heartbeats = heartbeats(redis, keys);
  const beat = (): Promise<void> => book.beat(roles, processName(), Date.now());
  await beat();
  const timer = setInterval(() => {
    // Where Redis takes nothing, the gate says so; a beat that fails is made again.
    if (gate.now().state === 'good') beat().catch(gate.note);
  }, BEAT_MS);
  timer.unref();
  return () => clearInterval(timer);
}
