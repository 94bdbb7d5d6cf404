import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type AlertRole, startAlerts } from '../../src/cli/alert-role.ts';
import { type Installation, openInstallation } from '../../src/cli/installation.ts';
import { openRuntime, type Runtime } from '../../src/cli/runtime.ts';
import type { AlertMessage } from '../../src/record/alert.ts';
import { alerts } from '../../src/state/alerts.ts';
import { heartbeats } from '../../src/state/heartbeats.ts';
import { sinkBook } from '../../src/state/sink-book.ts';
import { type AnswerSite, answerSite } from '../answers.ts';
import { type Receiver, startReceiver } from '../receiver.ts';

const SECRET = `whsec_${Buffer.from('a key that only the desk has').toString('base64')}`;
const MINUTE = 60_000;

let site: AnswerSite;
let receiver: Receiver;
let installation: Installation;
let runtime: Runtime;
let role: AlertRole;

beforeAll(async () => {
  receiver = await startReceiver();
  site = await answerSite();
  const webhook = `{ url: '${receiver.url}', secret: env:ALERT_SECRET }`;
  appendFileSync(join(site.folder, 'config/marsad.yaml'), `alerts: { webhook: ${webhook} }\n`);
  process.env.ALERT_SECRET = SECRET;
  // Its only feed answers 404.
  expect((await site.run('run', '--drain')).status).toBe(1);
  installation = await openInstallation(join(site.folder, 'config'));
  runtime = await openRuntime(installation, () => undefined);
  role = await startTurns('schedule');
});

/** The role whose turns are made here alone: by the clock it makes one after a minute too. */
async function startTurns(of: string): Promise<AlertRole> {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  try {
    return await startAlerts(installation, runtime, [of]);
  } finally {
    vi.useRealTimers();
  }
}

afterAll(async () => {
  await role.stop();
  await runtime.close();
  await installation.close();
  await receiver.close();
  site.close();
});

/** Says of processes how long ago they were last heard of. */
async function beat(ages: Record<string, number>): Promise<void> {
  const book = heartbeats(installation.redis, installation.keys);
  for (const [name, age] of Object.entries(ages)) {
    await book.beat([name], `process-${name}`, Date.now() - age);
  }
}

const book = () => alerts(installation.redis, installation.keys);

/** One turn at `minutes` from now, whoever had the last one. */
async function lookAfter(minutes: number): Promise<void> {
  await installation.redis.del(installation.keys.of('alerts-turn'));
  await role.look(Date.now() + minutes * MINUTE);
}

/** The conditions and subjects of the last message that was taken, proven by its signature. */
function lastTold(): Record<string, string[]> {
  const { body, headers } = receiver.taken.at(-1) ?? { body: '', headers: {} };
  const read = new Webhook(SECRET).verify(body, headers as Record<string, string>);
  const { data } = read as { data: AlertMessage['data'] };
  const names = (of: AlertMessage['data']['raised']) =>
    of.map(({ condition, subject }) => `${condition} ${subject}`).toSorted();
  return Object.fromEntries(Object.entries(data).map(([kind, of]) => [kind, names(of)]));
}

it('tells in one message of a dead feed, a missing role and a sink that refuses', async () => {
  await installation.redis.del(installation.keys.of('heartbeats'));
  await beat({ schedule: 0, crawl: 0, deliver: MINUTE });
  const sinks = sinkBook(installation.redis, installation.keys);
  const error = 'ENOSPC: no space left';
  await sinks.fails('file', new Date(Date.now() - 2 * MINUTE), { error, failures: 7, retryAt: 0 });
  await lookAfter(0);
  expect(lastTold()).toEqual({
    raised: ['role-missing deliver', 'sink-down file', 'source-failing one'],
    again: [],
    recovered: [],
  });
  expect((await site.run('status')).stdout).toMatch(/^role-missing +error +deliver /mu);
});

it('tells no second time, whichever process looks next', async () => {
  const before = receiver.posts.length;
  const other = await startTurns('crawl');
  await installation.redis.del(installation.keys.of('alerts-turn'));
  await other.look(Date.now() + MINUTE);
  await other.stop();
  expect(receiver.posts).toHaveLength(before);
});

it('keeps what the webhook does not take, and sends it under the same id', async () => {
  receiver.answer = () => [503];
  await beat({ schedule: 0, crawl: 0, deliver: 0 });
  await sinkBook(installation.redis, installation.keys).works('file', new Date());
  await lookAfter(6);
  const before = receiver.posts.length;
  await lookAfter(9);
  const [refused] = receiver.posts.slice(before);
  receiver.answer = () => [204];
  const taken = receiver.taken.length;
  await lookAfter(10);
  expect(receiver.taken.length).toBe(taken + 1);
  expect(receiver.taken.at(-1)?.headers['webhook-id']).toBe(refused?.headers['webhook-id']);
  expect(lastTold()).toEqual({
    raised: [],
    again: [],
    recovered: ['role-missing deliver', 'sink-down file'],
  });
});

it('shows what holds and what is over', async () => {
  expect((await book().open()).map(({ condition }) => condition)).toEqual(['source-failing']);
  const past = await site.run('alerts', 'list', '--past', '--json');
  const lines = past.stdout.trim().split('\n');
  const conditions = lines.map((line) => JSON.parse(line).condition);
  expect(conditions.toSorted()).toEqual(['role-missing', 'sink-down']);
});

it('tells of a Redis that refuses writes though nothing can be kept', async () => {
  const { gate } = runtime;
  await installation.redis.config('SET', 'maxmemory', '1');
  await vi.waitUntil(() => gate.now().state === 'refuses', 300_000);
  for (const minutes of [20, 21]) await role.look(Date.now() + minutes * MINUTE);
  expect(lastTold().raised).toEqual(['redis-full redis']);
  await installation.redis.config('SET', 'maxmemory', '0');
  await vi.waitUntil(() => gate.now().state === 'good', 300_000);
  for (const minutes of [30, 33]) await role.look(Date.now() + minutes * MINUTE);
  expect(receiver.taken.map(({ body }) => body).join()).toMatch(/over: redis-full/u);
});
