import { expect, it } from 'vitest';
import { liveFeed } from '../../../src/operate/live-feed.ts';

const message = (data: string) => ({ event: 'record', data });

function feedOf({ seats = 2, backlog = 3 } = {}) {
  const calls: string[] = [];
  const feed = liveFeed({
    seats,
    backlog,
    onFirst: () => {
      calls.push('first');
      return () => void calls.push('last');
    },
  });
  return { feed, calls };
}

it('hands messages on in order, and says idle in between', async () => {
  const { feed } = feedOf();
  const seat = feed.takeSeat();
  feed.send(message('1'));
  feed.send(message('2'));
  expect(await seat?.next(5)).toEqual(message('1'));
  expect(await seat?.next(5)).toEqual(message('2'));
  expect(await seat?.next(5)).toBe('idle');
});

it('wakes one that waits', async () => {
  const { feed } = feedOf();
  const next = feed.takeSeat()?.next(10_000);
  feed.send(message('1'));
  expect(await next).toEqual(message('1'));
});

it('has so many seats and no more, and watches only while one is taken', () => {
  const { feed, calls } = feedOf();
  const first = feed.takeSeat();
  const second = feed.takeSeat();
  expect(feed.takeSeat()).toBeUndefined();
  first?.leave();
  first?.leave();
  expect(feed.takeSeat()).toBeDefined();
  expect(calls).toEqual(['first']);
  second?.leave();
  feed.close();
  expect(calls).toEqual(['first', 'last']);
});

it('ends the seat of one that has fallen behind, and of no other', async () => {
  const { feed } = feedOf();
  const slow = feed.takeSeat();
  const quick = feed.takeSeat();
  for (const data of ['1', '2', '3', '4']) {
    feed.send(message(data));
    expect(await quick?.next(5)).toEqual(message(data));
  }
  expect(await slow?.next(5)).toBeUndefined();
  expect(feed.takeSeat()).toBeDefined();
});
