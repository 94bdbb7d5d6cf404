import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { keysOf } from '../../../src/state/keys.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';
import { Between, contentOf, expectedContent, storeContent } from './redis-content.ts';
import { commitCases } from './script-cases/commit.ts';
import { findCases } from './script-cases/find.ts';
import { hostReport } from './script-cases/host-report.ts';
import { hostReserve } from './script-cases/host-reserve.ts';
import { lease, leaseRelease } from './script-cases/leases.ts';
import { logTrim } from './script-cases/log-trim.ts';
import { recordsMany } from './script-cases/records-many.ts';
import type { ScriptCases } from './script-cases/script-case.ts';
import { sinkWorks } from './script-cases/sink-works.ts';
import { streamAppend } from './script-cases/stream-append.ts';
import { subscriptionsClaim } from './script-cases/subscriptions-claim.ts';
import { validatorsLearn } from './script-cases/validators-learn.ts';
import { withdrawCases } from './script-cases/withdraw.ts';

/** The whole content of Redis before and after one call of each script. */
const SCRIPTS: Readonly<Record<string, ScriptCases>> = {
  commit: commitCases,
  find: findCases,
  'host-report': hostReport,
  'host-reserve': hostReserve,
  lease,
  'lease-release': leaseRelease,
  'log-trim': logTrim,
  'records-many': recordsMany,
  'sink-works': sinkWorks,
  'stream-append': streamAppend,
  'subscriptions-claim': subscriptionsClaim,
  'validators-learn': validatorsLearn,
  withdraw: withdrawCases,
};

const keys = keysOf('t-scripts');
let redis: TestRedis;

beforeAll(async () => {
  redis = await startTestRedis();
});
afterAll(() => redis.stop());
beforeEach(() => redis.client.flushall());

async function redisNow(): Promise<number> {
  const [seconds = 0, micros = 0] = (await redis.client.time()).map(Number);
  return seconds * 1000 + Math.floor(micros / 1000);
}

describe.each(Object.entries(SCRIPTS))('%s', (_script, cases) => {
  it.each(Object.entries(cases))('%s', async (_does, make) => {
    const now = await redisNow();
    let end = now;
    // The caller's clock and the server's tell whole milliseconds, which may begin apart.
    const at = (offset: number): Between => new Between(() => [now + offset - 1, end + offset + 1]);
    const { given = {}, call, gives, after } = make({ now, at });
    await storeContent(redis.client, keys.tag, given);
    const reply = await call({ redis: redis.client, keys });
    end = await redisNow();
    expect(reply).toEqual(gives);
    expect(await contentOf(redis.client, keys.tag)).toEqual(expectedContent(after));
  });
});

it('has cases for every script, and none for a script that is gone', () => {
  const folder = new URL('../../../src/state/scripts/', import.meta.url);
  const files = readdirSync(folder).map((file) => file.replace(/\.lua$/u, ''));
  const parts = files.flatMap((name) => {
    const lua = readFileSync(new URL(`${name}.lua`, folder), 'utf8');
    return [...lua.matchAll(/^--- include ([a-z-]+)$/gmu)].map(([, part]) => part);
  });
  const whole = files.filter((name) => !parts.includes(name));
  expect(Object.keys(SCRIPTS).toSorted()).toEqual(whole.toSorted());
});
