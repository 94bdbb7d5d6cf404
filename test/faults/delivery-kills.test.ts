import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sinkKinds } from '../../src/line/deliver/index.ts';
import { deliverers } from '../../src/state/deliverers.ts';
import { logReader } from '../../src/state/log-reader.ts';
import type { RunningCommand } from '../marsad.ts';
import { faultsOf, keys } from './deliverers.ts';
import { type EverySink, everySink } from './every-sink.ts';

/** The table of faults runs the long form: KILLS=20 RECORDS=10000. */
const KILLS = Number(process.env.KILLS ?? 3);
const RECORDS = Number(process.env.RECORDS ?? 300);
const IS_LONG = KILLS > 10;
/** Every so many-th kill is Redis too. */
const REDIS_EVERY = 3;
const WAIT = { timeout: 240_000, interval: 100 } as const;
const GOOD = { missing: [], doubled: [], disordered: [] };

let every: EverySink;
const running: RunningCommand[] = [];

beforeAll(async () => {
  every = await everySink();
  for (let n = 0; n < 2; n += 1) startDeliverer();
});
afterAll(async () => {
  for (const { child } of running) child.kill('SIGKILL');
  await Promise.all(running.map(({ ended }) => ended));
  await every.close();
});

function startDeliverer(): void {
  running.push(every.installation.start('run', '--roles', 'deliver'));
}

/** Articles that are published at a time: a wait for Redis is shared among them. */
const AT_ONCE = 20;

/** Publishes articles, every third of them with a second revision right behind. */
async function publish(from: number, to: number): Promise<void> {
  for (let first = from; first < to; first += AT_ONCE) {
    const length = Math.min(AT_ONCE, to - first);
    await Promise.all(Array.from({ length }, (_, at) => publishOne(first + at)));
  }
}

async function publishOne(n: number): Promise<void> {
  await every.installation.publish(n);
  if (n % 3 === 0) await every.installation.publish(n, 2);
}

const wantedKeys = (records: number): string[] =>
  Array.from({ length: records }, (_, n) => [
    `a${n}:1`,
    ...(n % 3 === 0 ? [`a${n}:2`] : []),
  ]).flat();

const leaseOf = (sink: string): Promise<string | null> =>
  every.installation.redis.get(keys.of('sink-lease', sink));

/** How many sinks each of the deliverers has, the fewest first. */
async function shares(): Promise<number[]> {
  const owners = (await Promise.all(every.names.map(leaseOf))).map((owner) => owner ?? 'nobody');
  const counts = [...new Set(owners)].map((one) => owners.filter((owner) => owner === one).length);
  return counts.toSorted((a, b) => a - b);
}

/**
 * Kills one of the two deliverers and starts another. Its leases end at once, as they would by
 * themselves 15 s later; the first of the long form waits for that.
 */
async function killDeliverer(kill: number): Promise<void> {
  const owners = async () => (await leaseOf('file')) ?? '';
  await expect.poll(owners, WAIT).not.toBe('');
  const owner = await owners();
  const index = running.findIndex(({ child }) => owner.includes(`-${child.pid}-`));
  const [dead] = running.splice(Math.max(0, index), 1);
  dead?.child.kill('SIGKILL');
  await dead?.ended;
  startDeliverer();
  if (kill === 0 && IS_LONG) return;
  await deliverers(every.installation.redis, keys).leave(owner);
  for (const sink of every.names) {
    const lease = await leaseOf(sink);
    if (lease?.includes(`-${dead?.child.pid}-`)) {
      await every.installation.redis.del(keys.of('sink-lease', sink));
    }
  }
}

it('gives each sink every record once and in order, whichever of two deliverers dies when', async ({
  task,
}) => {
  // Two share the sinks: of seven one has three.
  await expect.poll(shares, WAIT).toEqual([3, 4]);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const [from = 0, to = 0] = [kill, kill + 1].map((part) => Math.floor((RECORDS * part) / KILLS));
    const published = publish(from, to);
    // At another point of the delivery each time.
    await pause((kill * 67) % 300);
    await killDeliverer(kill);
    await published;
    if (kill % REDIS_EVERY !== REDIS_EVERY - 1) continue;
    await every.installation.killRedis();
    // What a second of the append-only file lost is published again, as a visit would.
    await publish(from, to);
  }
  const wanted = wantedKeys(RECORDS);
  const reader = logReader(every.installation.redis, keys);
  const behind = async () => {
    const lags = await reader.lags();
    return every.names.filter((name) => {
      const { waiting, pending } = lags.get(name) ?? { waiting: undefined, pending: 0 };
      return waiting !== 0 || pending > 0;
    });
  };
  await expect.poll(behind, WAIT).toEqual([]);
  const found = Object.entries(await every.found());
  expect(found).toHaveLength(sinkKinds.length);
  const faults = found.map(([sink, list]) => [sink, faultsOf(list, wanted)] as const);
  const sum = (of: 'missing' | 'doubled') => faults.flatMap(([, fault]) => fault[of]).length;
  Object.assign(task.meta, { lost: sum('missing'), doubled: sum('doubled') });
  expect(Object.fromEntries(faults)).toEqual(
    Object.fromEntries(found.map(([sink]) => [sink, GOOD])),
  );
});
