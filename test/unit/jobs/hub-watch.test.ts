import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HubHouse, openHubHouse } from './hub-house.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let house: HubHouse;
beforeEach(async () => {
  house = await openHubHouse();
});
afterEach(() => house.close());

describe('the standing of a hub', () => {
  /** The hub pushes three times what no poll has seen. */
  async function proven(): Promise<void> {
    await house.subscribe();
    for (const path of ['/p1', '/p2', '/p3']) await house.hub.publish(house.feed([path]));
  }

  it('is proven by three pushes that brought news', async () => {
    await proven();
    expect(await house.state()).toBe('proven');
  });

  it('is lost by two polls that find what it had left out', async () => {
    await proven();
    await house.poll();
    for (const [path, state] of [
      ['/m1', 'proven'],
      ['/m2', 'distrusted'],
    ] as const) {
      house.passTime(20 * MINUTE);
      house.setFeed(house.feed([path], { published: new Date(Date.now() - HOUR).toISOString() }));
      expect(await house.poll()).toBe(1);
      expect(await house.state()).toBe(state);
    }
    expect(house.told.at(-1)).toMatchObject({
      event: 'hub-distrusted',
      detail: { source: 'alwadi' },
    });
    // Its pushes are taken all the same.
    await house.hub.publish(house.feed(['/p4']));
    expect(await house.queued()).toContain('/p4');
    expect(await house.state()).toBe('distrusted');
  });

  it('is kept where a poll finds what has only just been published', async () => {
    await proven();
    for (const path of ['/m1', '/m2', '/m3']) {
      house.passTime(20 * MINUTE);
      const published = new Date(house.tools.now().getTime() - MINUTE).toISOString();
      house.setFeed(house.feed([path], { published }));
      await house.poll();
    }
    expect(await house.state()).toBe('proven');
  });

  it('is proven too by visits that it set off and that found news', async () => {
    await house.subscribe();
    for (const path of ['/t1', '/t2', '/t3']) {
      house.passTime(5 * MINUTE);
      house.setFeed(house.feed([path]));
      await house.poll(true);
    }
    expect(await house.state()).toBe('proven');
  });

  it('is not lost by what came before it was live', async () => {
    house.setFeed(house.feed(['/first']));
    await house.poll();
    house.passTime(10 * MINUTE);
    house.setFeed(house.feed(['/old1']));
    await house.keep();
    expect(await house.poll()).toBe(1);
    const trust = await house.tools.hubs.trust.load('alwadi');
    expect(trust?.misses ?? 0).toBe(0);
  });

  it('slows the polls of its source while it is proven, and no longer', async () => {
    const { visits: queue } = house.tools.queues;
    await proven();
    await queue.upsertJobScheduler(
      'alwadi',
      { every: 5 * MINUTE },
      { name: 'visit', data: { source: 'alwadi' } },
    );
    const every = async (): Promise<number> =>
      Number((await queue.getJobScheduler('alwadi'))?.every);
    await house.poll();
    const slow = await every();
    for (const path of ['/m1', '/m2']) {
      house.passTime(10 * MINUTE);
      house.setFeed(house.feed([path], { published: new Date(Date.now() - HOUR).toISOString() }));
      await house.poll();
    }
    expect(slow / (await every())).toBeCloseTo(4, 1);
  });
});
