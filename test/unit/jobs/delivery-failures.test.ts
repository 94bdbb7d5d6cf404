import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DeliverRole, startDelivery } from '../../../src/cli/deliver-role.ts';
import { type Installation, openInstallation } from '../../../src/cli/installation.ts';
import { openRuntime, type Runtime } from '../../../src/cli/runtime.ts';
import { retryPause } from '../../../src/jobs/delivery/pauses.ts';
import { articleLog } from '../../../src/state/article-log.ts';
import { sinkStates } from '../../../src/state/sink-states.ts';
import { draftOf, plainSketch } from '../../article.ts';
import { type Receiver, startReceiver } from '../../receiver.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

/** What each receiver answers at first, until it is mended. */
const ANSWERS: Readonly<Record<string, ReturnType<Receiver['answer']>>> = {
  refuses: [400],
  gone: [410],
  broken: [500],
  hangs: 'hang',
  redirects: [302, { location: 'http://127.0.0.1/' }],
};
const NAMES = Object.keys(ANSWERS);
/** What is answered late counts as not answered, and is sent twice: only silence is waited for. */
const timeoutOf = (name: string): number => (name === 'hangs' ? 3000 : 60_000);
const RECORDS = 10;
/** Two pauses of 1 and 2 s, and what the machine adds. */
const WAIT = { timeout: 300_000, interval: 50 } as const;
const WANTED = Array.from({ length: RECORDS }, (_, n) => `a${n}`);

let redis: TestRedis;
let folder: string;
let installation: Installation;
let runtime: Runtime;
let role: DeliverRole;
const receivers = new Map<string, Receiver>();

beforeAll(async () => {
  redis = await startTestRedis();
  folder = mkdtempSync(join(tmpdir(), 'marsad-failures-'));
  mkdirSync(join(folder, 'sources'));
  process.env.FAILING_HOOK = Buffer.alloc(32, 'secret').toString('base64');
  const hooks: string[] = [];
  for (const name of NAMES) {
    const receiver = await startReceiver();
    receiver.answer = () => ANSWERS[name] ?? [500];
    receivers.set(name, receiver);
    hooks.push(
      `  ${name}: { webhook: { url: "${receiver.url}", secrets: [env:FAILING_HOOK], batch: 20, timeout: ${timeoutOf(name)}, allowHosts: ["${receiver.host}"] } }`,
    );
  }
  writeFileSync(
    join(folder, 'marsad.yaml'),
    `redis: { url: "unix:${redis.socket}" }\nlog: { level: silent }\nsinks:\n  stream: { stream: {} }\n${hooks.join('\n')}\n`,
  );
  installation = await openInstallation(folder);
  runtime = await openRuntime(installation, () => {});
  const log = articleLog(installation.redis, installation.keys);
  for (const id of WANTED) {
    await log.commit(draftOf({ id, url: `http://news.test/${id}` }), plainSketch());
  }
  role = await startDelivery(installation, runtime);
});
afterAll(async () => {
  await role.stop();
  await runtime.close();
  await installation.close();
  for (const receiver of receivers.values()) await receiver.close();
  await redis.stop();
  rmSync(folder, { recursive: true });
});

const states = async () => {
  const names = ['stream', ...NAMES];
  const all = await sinkStates(installation.redis, installation.keys, { names, logRecords: 1000 });
  return new Map(all.map((state) => [state.name, state]));
};
/** Records of each post that a receiver got, whatever it answered. */
const sizes = (name: string): number[] =>
  (receivers.get(name)?.posts ?? []).map(({ body }) => [JSON.parse(body).data].flat().length);
const taken = (name: string): string[] =>
  (receivers.get(name)?.taken ?? []).flatMap(({ body }) =>
    [JSON.parse(body).data].flat().map(({ id }: { id: string }) => id),
  );

it('tries sinks that fail with two records after two failures, says so, and holds up no other', async () => {
  const failures = async () => [...(await states()).values()].map((state) => state.failures ?? 0);
  const areOpen = async () => (await failures()).slice(1).every((n) => n > 2);
  await expect.poll(areOpen, WAIT).toBe(true);
  const all = await states();
  expect(all.get('stream')).toMatchObject({ waiting: 0, pending: 0 });
  expect(all.get('stream')?.failures).toBeUndefined();
  for (const name of NAMES) {
    expect(all.get(name), name).toMatchObject({
      failingSince: expect.any(String),
      error: expect.stringMatching(/webhook/u),
      undelivered: 0,
    });
    const { failingSince = '', retryAt = '' } = all.get(name) ?? {};
    expect(Date.parse(retryAt), name).toBeGreaterThan(Date.parse(failingSince));
  }
  for (const name of ['gone', 'broken', 'hangs', 'redirects']) {
    expect(sizes(name).slice(0, 3), name).toEqual([RECORDS, RECORDS, 2]);
  }
});

it('gives each all its records, each once and in order, as soon as it takes them', async () => {
  for (const receiver of receivers.values()) receiver.answer = () => [204];
  for (const name of NAMES) await expect.poll(() => taken(name), WAIT).toEqual(WANTED);
  await expect
    .poll(async () => [...(await states()).values()].map(({ failingSince }) => failingSince), WAIT)
    .toEqual(['stream', ...NAMES].map(() => undefined));
});

it.each([
  [1, 1000],
  [2, 2000],
  [9, 256_000],
  [10, 300_000],
  [288, 300_000],
  [289, 3_600_000],
])('pauses after %s failures in a row for %s ms', (failures, ms) => {
  expect(retryPause(failures)).toBe(ms);
});

it('goes on delivering while Redis is full, but for sinks that are Redis', async () => {
  const ids = Array.from({ length: 5 }, (_, n) => `full${n}`);
  const hook = receivers.get('refuses') ?? expect.fail('no receiver');
  hook.answer = () => [503];
  const before = taken('refuses').length;
  const log = articleLog(installation.redis, installation.keys);
  for (const id of ids)
    await log.commit(draftOf({ id, url: `http://n.test/${id}` }), plainSketch());
  await expect.poll(async () => (await states()).get('refuses')?.failures, WAIT).toBeGreaterThan(0);
  await installation.redis.config('SET', 'maxmemory', '1');
  try {
    hook.answer = () => [204];
    await expect.poll(() => taken('refuses').slice(before), WAIT).toEqual(ids);
    await expect
      .poll(async () => (await states()).get('refuses'), WAIT)
      .toMatchObject({
        waiting: 0,
        pending: 0,
      });
    expect((await states()).get('refuses')?.failures).toBeUndefined();
  } finally {
    await installation.redis.config('SET', 'maxmemory', '0');
  }
  expect(taken('refuses').slice(before)).toEqual(ids);
});
