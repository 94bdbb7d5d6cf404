import { redisHostSlots } from '../../../../src/state/host-slots.ts';
import { DAY, MINUTE, type Place, type ScriptCases } from './script-case.ts';

const HOST = 'akhbar.example';
const KEPT = 2 * DAY;

/** A wish for one request: a pause of 300 ms, one at a time, given up after 5 s. */
interface Wish {
  readonly delayMs?: number;
  readonly concurrency?: number;
  readonly isAhead?: boolean;
  readonly yields?: boolean;
}

const reserve =
  (token: string, wish: Wish = {}) =>
  ({ redis, keys }: Place) =>
    redisHostSlots(redis, keys).reserve(HOST, {
      ...{ token, delayMs: 300, concurrency: 1, leaseMs: 5000 },
      ...wish,
    });

/** The keys of the host, of those parts that are there. */
function host({ slot, line, yielding, flight, lineLife, flightLife = KEPT }: HostState) {
  return {
    ...(slot ? { [`slot:${HOST}`]: { hash: slot, life: KEPT } } : {}),
    ...(line ? { [`slot-line:${HOST}`]: { zset: line, life: lineLife ?? 1000 } } : {}),
    ...(yielding ? { [`slot-yielding:${HOST}`]: { zset: yielding, life: lineLife ?? 1000 } } : {}),
    ...(flight ? { [`slot-flight:${HOST}`]: { zset: flight, life: flightLife } } : {}),
  };
}

interface HostState {
  readonly slot?: Record<string, unknown>;
  readonly line?: Record<string, unknown>;
  readonly yielding?: Record<string, unknown>;
  readonly flight?: Record<string, unknown>;
  readonly lineLife?: number;
  readonly flightLife?: number;
}

/** A host's pause counts from `last`; who cannot go now is promised a time of its own. */
export const hostReserve: ScriptCases = {
  'lets the first request go': (t) => ({
    call: reserve('a'),
    gives: 0,
    after: host({ slot: { last: t.at(0) }, flight: { a: t.at(5000) } }),
  }),
  'lets a request go once the pause is over, and renews the lives': (t) => ({
    given: {
      [`slot:${HOST}`]: { hash: { last: t.now - 1000, ewma: '20' }, life: MINUTE },
    },
    call: reserve('a'),
    gives: 0,
    after: host({ slot: { last: t.at(0), ewma: '20' }, flight: { a: t.at(5000) } }),
  }),
  'promises a request that comes too early the end of the pause': (t) => ({
    given: host({ slot: { last: t.now + 3000 }, flight: { a: t.now + 9000 } }),
    call: reserve('b'),
    gives: t.at(3300),
    after: host({
      slot: { last: String(t.now + 3000) },
      flight: { a: t.now + 9000 },
      line: { b: t.now + 3300 },
      lineLife: 4 + MINUTE,
    }),
  }),
  'pauses as long as the host answers slowly, up to two minutes': (t) => ({
    given: host({ slot: { last: t.now, ewma: '900000' } }),
    call: reserve('a'),
    gives: t.at(120_000),
    after: host({
      slot: { last: String(t.now), ewma: '900000' },
      line: { a: t.now + 120_000 },
      lineLife: 2 * MINUTE + MINUTE,
    }),
  }),
  'promises a newcomer a time behind the last of the line': (t) => ({
    given: host({ slot: { last: t.now }, flight: { a: t.now + 9000 }, line: { b: t.now + 7000 } }),
    call: reserve('c'),
    gives: t.at(7300),
    after: host({
      slot: { last: String(t.now) },
      flight: { a: t.now + 9000 },
      line: { b: t.now + 7000, c: t.now + 7300 },
    }),
  }),
  'keeps a promise that was made': (t) => ({
    given: host({ slot: { last: t.now }, flight: { a: t.now + 9000 }, line: { b: t.now + 7000 } }),
    call: reserve('b'),
    gives: t.at(7000),
    after: host({
      slot: { last: String(t.now) },
      flight: { a: t.now + 9000 },
      line: { b: t.now + 7000 },
    }),
  }),
  'lets a request go at the time promised, out of the line': (t) => ({
    given: host({
      slot: { last: t.now - 1000 },
      line: { a: t.now - 20, b: t.now - 10, c: t.now + 9000 },
    }),
    call: reserve('b'),
    gives: 0,
    after: host({
      slot: { last: t.at(0) },
      flight: { b: t.at(5000) },
      line: { a: t.now - 20, c: t.now + 9000 },
    }),
  }),
  'lets nobody pass those that wait': (t) => ({
    given: host({ slot: { last: t.now - 1000 }, line: { a: t.now + 9000 } }),
    call: reserve('b'),
    gives: t.at(9300),
    after: host({
      slot: { last: String(t.now - 1000) },
      line: { a: t.now + 9000, b: t.now + 9300 },
    }),
  }),
  'lets a request ahead pass those that wait': (t) => ({
    given: host({ slot: { last: t.now - 1000 }, line: { a: t.now + 9000 } }),
    call: reserve('robots', { isAhead: true }),
    gives: 0,
    after: host({
      slot: { last: t.at(0) },
      flight: { robots: t.at(5000) },
      line: { a: t.now + 9000 },
    }),
  }),
  'lets the line live until its last promise, though a sooner one is made': (t) => ({
    given: host({ slot: { last: t.now + 3000 }, line: { a: t.now + 900_000 } }),
    call: reserve('robots', { isAhead: true }),
    gives: t.at(3300),
    after: host({
      slot: { last: String(t.now + 3000) },
      line: { robots: t.now + 3300, a: t.now + 900_000 },
    }),
  }),
  'counts the pause again for who comes late while another is on its way': (t) => ({
    given: host({
      slot: { last: t.now + 3000, ewma: '500' },
      flight: { x: t.now + 9000 },
      line: { a: t.now - 10, b: t.now + 900_000 },
    }),
    call: reserve('a'),
    gives: t.at(4000),
    after: host({
      slot: { last: String(t.now + 3000), ewma: '500' },
      flight: { x: t.now + 9000 },
      line: { a: t.now + 4000, b: t.now + 900_000 },
    }),
  }),
  'forgets who never came for its promise, and requests whose lease is over': (t) => ({
    given: host({
      slot: { last: t.now - 1000 },
      flight: { lost: t.now - 1, other: t.now - 5 },
      line: { gone: t.now - 60_001 },
      flightLife: MINUTE,
    }),
    call: reserve('a'),
    gives: 0,
    after: host({ slot: { last: t.at(0) }, flight: { a: t.at(5000) } }),
  }),
  'lets as many go at a time as the source allows': (t) => ({
    given: host({ slot: { last: t.now - 1000 }, flight: { a: t.now + 9000 } }),
    call: reserve('b', { concurrency: 2 }),
    gives: 0,
    after: host({
      slot: { last: t.at(0) },
      flight: { a: t.now + 9000, b: t.at(5000) },
    }),
  }),
  'asks hosts of one’s own without any pause or limit': (t) => ({
    given: host({ slot: { last: t.now }, flight: { a: t.now + 9000 } }),
    call: reserve('b', { delayMs: 0 }),
    gives: 0,
    after: host({
      slot: { last: t.at(0) },
      flight: { a: t.now + 9000, b: t.at(5000) },
    }),
  }),
  'waits until the host has had the quiet that it asked for': (t) => ({
    given: host({ slot: { last: t.now - 1000, blocked: t.now + 600_000 } }),
    call: reserve('a'),
    gives: t.at(600_000),
    after: host({
      slot: { last: String(t.now - 1000), blocked: String(t.now + 600_000) },
      line: { a: t.now + 600_000 },
      lineLife: 11 * MINUTE,
    }),
  }),
  'waits while the breaker is open': (t) => ({
    given: host({ slot: { last: t.now - 1000, open: t.now + 30_000 } }),
    call: reserve('a', { delayMs: 0 }),
    gives: t.at(30_000),
    after: host({
      slot: { last: String(t.now - 1000), open: String(t.now + 30_000) },
      line: { a: t.now + 30_000 },
      lineLife: 30 + MINUTE,
    }),
  }),
  'lets one request probe a breaker whose time is over, whatever the limit': (t) => ({
    given: host({
      slot: { last: t.now - 1000, open: t.now - 1 },
      flight: { probe: t.now + 9000 },
    }),
    call: reserve('b', { delayMs: 0, concurrency: 4 }),
    gives: t.at(50),
    after: host({
      slot: { last: String(t.now - 1000), open: String(t.now - 1) },
      flight: { probe: t.now + 9000 },
      line: { b: t.at(50) },
      lineLife: MINUTE + 1,
    }),
  }),
  'lets who yields go while nobody else waits': (t) => ({
    given: host({ slot: { last: t.now - 1000 } }),
    call: reserve('old', { yields: true }),
    gives: 0,
    after: host({ slot: { last: t.at(0) }, flight: { old: t.at(5000) } }),
  }),
  'promises who yields a time behind all others, in a line of its own': (t) => ({
    given: host({ slot: { last: t.now - 1000 }, line: { a: t.now + 7000 } }),
    call: reserve('old', { yields: true }),
    gives: t.at(7300),
    after: {
      ...host({ slot: { last: String(t.now - 1000) }, line: { a: t.now + 7000 } }),
      ...host({ yielding: { old: t.now + 7300 }, lineLife: 8 + MINUTE }),
    },
  }),
  'leaves those that yield out of a newcomer’s way': (t) => ({
    given: host({ slot: { last: t.now - 1000 }, yielding: { old: t.now + 7000 } }),
    call: reserve('news'),
    gives: 0,
    after: host({
      slot: { last: t.at(0) },
      flight: { news: t.at(5000) },
      yielding: { old: t.now + 7000 },
    }),
  }),
};
