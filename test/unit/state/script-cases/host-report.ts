import { redisHostSlots } from '../../../../src/state/host-slots.ts';
import { DAY, MINUTE, type Place, type ScriptCases } from './script-case.ts';

const HOST = 'akhbar.example';
const SLOT = `slot:${HOST}`;
const FLIGHT = `slot-flight:${HOST}`;

type Report = Parameters<ReturnType<typeof redisHostSlots>['report']>[1];

const report =
  (outcome: Report['outcome'], { ms = 100, retryAt }: { ms?: number; retryAt?: number } = {}) =>
  ({ redis, keys }: Place) =>
    redisHostSlots(redis, keys).report(HOST, { token: 'a', ms, outcome, retryAt });

const slotOf = (hash: Record<string, unknown>) => ({ [SLOT]: { hash, life: 2 * DAY } });

/** What stands in a slot of a host that answers well. */
const GOOD = { ewma: '100', fails: '0', trips: '0', open: '0' };

/** Gives the slot back, and learns how fast the host is and whether it fails. */
export const hostReport: ScriptCases = {
  'gives the slot back, and takes the first answer for the mean': (t) => ({
    given: {
      [SLOT]: { hash: { last: t.now - 100 }, life: MINUTE },
      [FLIGHT]: { zset: { a: t.now + 5000 }, life: 2 * DAY },
    },
    call: report('answered'),
    after: slotOf({ last: t.at(0), ...GOOD, blocked: '0' }),
  }),
  'leaves the requests of others on their way': (t) => ({
    given: { [FLIGHT]: { zset: { a: t.now + 5000, b: t.now + 6000 }, life: 1000 } },
    call: report('answered'),
    after: {
      ...slotOf({ last: t.at(0), ...GOOD, blocked: '0' }),
      [FLIGHT]: { zset: { b: t.now + 6000 }, life: 1000 },
    },
  }),
  'weighs the newest answer with 0.3': (t) => ({
    given: slotOf({ last: t.now, ...GOOD, ewma: '1000', blocked: '0' }),
    call: report('answered', { ms: 2000 }),
    after: slotOf({ last: t.at(0), ...GOOD, ewma: '1300', blocked: '0' }),
  }),
  'counts a failure, and leaves the breaker closed': (t) => ({
    given: slotOf({ last: t.now, ...GOOD, fails: '3', blocked: '0' }),
    call: report('failed'),
    after: slotOf({ last: t.at(0), ...GOOD, fails: '4', blocked: '0' }),
  }),
  'opens the breaker for 30 s at the fifth failure in a row': (t) => ({
    given: slotOf({ last: t.now, ...GOOD, fails: '4', blocked: '0' }),
    call: report('failed'),
    after: slotOf({
      ...{ last: t.at(0), ...GOOD, fails: '5', blocked: '0' },
      ...{ trips: '1', open: t.at(30_000) },
    }),
  }),
  'opens it again at once, for twice as long, where the probe fails': (t) => ({
    given: slotOf({
      ...{ last: t.now, ...GOOD, fails: '5', blocked: '0' },
      ...{ trips: '1', open: t.now - 1 },
    }),
    call: report('failed'),
    after: slotOf({
      ...{ last: t.at(0), ...GOOD, fails: '6', blocked: '0' },
      ...{ trips: '2', open: t.at(60_000) },
    }),
  }),
  'opens it for an hour at most': (t) => ({
    given: slotOf({
      ...{ last: t.now, ...GOOD, fails: '40', blocked: '0' },
      ...{ trips: '10', open: t.now - 1 },
    }),
    call: report('failed'),
    after: slotOf({
      ...{ last: t.at(0), ...GOOD, fails: '41', blocked: '0' },
      ...{ trips: '10', open: t.at(3_600_000) },
    }),
  }),
  'closes the breaker where the probe is answered': (t) => ({
    given: slotOf({
      ...{ last: t.now, ...GOOD, fails: '5', blocked: '0' },
      ...{ trips: '1', open: t.now - 1 },
    }),
    call: report('answered'),
    after: slotOf({ last: t.at(0), ...GOOD, blocked: '0' }),
  }),
  'keeps the host quiet until the time that it asked for, and counts no failure': (t) => ({
    given: slotOf({ last: t.now, ...GOOD, fails: '3', blocked: '0' }),
    call: report('throttled', { retryAt: t.now + 600_000 }),
    after: slotOf({
      ...{ last: t.at(0), ...GOOD, fails: '3' },
      blocked: t.at(600_000),
    }),
  }),
  'does not shorten the quiet that the host asked for before': (t) => ({
    given: slotOf({ last: t.now, ...GOOD, blocked: t.now + 900_000 }),
    call: report('throttled', { retryAt: t.now + 1000 }),
    after: slotOf({ last: t.at(0), ...GOOD, blocked: String(t.now + 900_000) }),
  }),
};
