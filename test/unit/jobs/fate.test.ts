import { expect, it } from 'vitest';
import * as errors from '../../../src/errors.ts';
import { ATTEMPTS, fateOf, healthWeight, isDefect } from '../../../src/jobs/fate.ts';

const NOW = Date.UTC(2026, 10, 1);
const dead = { kind: 'dead-letter' };
const retry = (delayMs: number) => ({ kind: 'retry', delayMs });
const later = (at: number) => ({ kind: 'later', at });

it.each([
  ['a settings fault', new errors.ConfigError('x'), 1, dead, 0],
  ['robots.txt', new errors.RobotsDisallowedError('x'), 1, dead, 0],
  ['403', new errors.ForbiddenError('x'), 1, dead, 0],
  ['404', new errors.GoneError('x'), 1, dead, 0],
  ['a private address', new errors.BlockedAddressError('x'), 1, dead, 0],
  ['429', new errors.RateLimitedError('x', NOW + 60_000), 9, later(NOW + 60_000), 0],
  ['a busy host, its time past', new errors.HostBusyError('x', NOW - 5), 1, later(NOW + 1), 0],
  ['no DNS, first try', new errors.DnsError('x'), 1, retry(30_000), 1],
  ['a time-out, second try', new errors.TimeoutError('x'), 2, retry(120_000), 0.5],
  ['502, third try', new errors.ServerError('x'), 3, retry(480_000), 0.5],
  ['refused, fourth try', new errors.ConnectError('x'), 4, retry(1_800_000), 0.5],
  ['refused, last try', new errors.ConnectError('x'), ATTEMPTS, dead, 0.5],
  ['a bot wall', new errors.BotWallError('x'), 1, dead, 0.25],
  ['too large', new errors.TooLargeError('x'), 1, dead, 0.25],
  ['Redis away', new errors.StateError('x'), 7, later(NOW + 5000), 0],
  ['a defect of ours', new TypeError('x'), 1, dead, 0],
])('%s has its fate and its weight', (_name, error, attempt, fate, weight) => {
  expect(fateOf(error, attempt, NOW)).toEqual(fate);
  expect(healthWeight(error)).toBe(weight);
});

it('tells a defect from what the world does', () => {
  expect(isDefect(new RangeError('x'))).toBe(true);
  expect(isDefect(new errors.DnsError('x'))).toBe(false);
});
