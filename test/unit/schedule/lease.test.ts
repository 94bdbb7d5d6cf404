import { expect, it } from 'vitest';
import { planSubscription, renewalAt } from '../../../src/line/schedule/lease.ts';
import { Subscription } from '../../../src/record/subscription.ts';

const NOW = Date.parse('2026-11-20T09:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const place = { id: 'i', source: 's', route: 'r', hub: 'h', topic: 't', secret: 'x' };
const live = { leaseEndsAt: NOW + DAY, renewAt: NOW + DAY / 2, liveSince: NOW - DAY };
const sent = { pending: 'subscribe', askedAt: NOW - MINUTE, attempts: 1 };
const farewell = { ...live, pending: 'unsubscribe', askedAt: NOW - HOUR };

it.each([
  ['a new one is asked for', {}, true, { do: 'subscribe', againAt: NOW + 10 * MINUTE }],
  ['one just asked for is waited for', sent, true, { do: 'wait', againAt: NOW + 9 * MINUTE }],
  [
    'one that nobody verified is asked for again, with a longer pause',
    { ...sent, askedAt: NOW - 11 * MINUTE },
    true,
    { do: 'subscribe', againAt: NOW + HOUR },
  ],
  [
    'after many tries the pause is a day',
    { ...sent, askedAt: NOW - 25 * HOUR, attempts: 9 },
    true,
    { do: 'subscribe', againAt: NOW + DAY },
  ],
  ['a live one waits for its renewal', live, true, { do: 'wait', againAt: NOW + DAY / 2 }],
  [
    'a live one is renewed when it is time',
    { ...live, renewAt: NOW },
    true,
    { do: 'subscribe', againAt: NOW + 10 * MINUTE },
  ],
  [
    'one whose renewal is under way is not asked for twice',
    { ...live, ...sent, renewAt: NOW - MINUTE },
    true,
    { do: 'wait', againAt: NOW + 9 * MINUTE },
  ],
  ['a denied one rests', { deniedAt: NOW - HOUR }, true, { do: 'wait', againAt: NOW + DAY }],
  ['an unwanted live one is ended', live, false, { do: 'unsubscribe', againAt: NOW + 10 * MINUTE }],
  [
    'its end is asked for once more',
    { ...farewell, attempts: 1 },
    false,
    { do: 'unsubscribe', againAt: NOW + 10 * MINUTE },
  ],
  ['then its lease may run out', { ...farewell, attempts: 2 }, false, { do: 'forget' }],
  ['an unwanted one that was never live is forgotten', sent, false, { do: 'forget' }],
  ['so is one whose lease is over', { ...live, leaseEndsAt: NOW }, false, { do: 'forget' }],
])('%s', (_, fields, isWanted, step) => {
  const subscription = Subscription.parse({ ...place, ...fields });
  expect(planSubscription(subscription, { now: NOW, isWanted })).toEqual(step);
});

it.each([
  [10 * DAY, 8 * DAY],
  [HOUR, 48 * MINUTE],
  // However short a lease is, a hub is asked once a minute.
  [10_000, MINUTE],
])('a lease of %i ms is renewed after %i ms', (leaseMs, afterMs) => {
  expect(renewalAt(NOW, leaseMs)).toBe(NOW + afterMs);
});
