import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type HubInstallation, openHubInstallation } from './hub-installation.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let installation: HubInstallation;
beforeEach(async () => {
  installation = await openHubInstallation();
});
afterEach(() => installation.close());

describe('the standing of a hub', () => {
  /** The hub pushes three times what no poll has seen. */
  async function proven(): Promise<void> {
    await installation.subscribe();
    for (const path of ['/p1', '/p2', '/p3'])
      await installation.hub.publish(installation.feed([path]));
  }

  it('is proven by three pushes that brought news', async () => {
    await proven();
    expect(await installation.state()).toBe('proven');
  });

  it('is lost by two polls that find what it had left out', async () => {
    await proven();
    await installation.poll();
    for (const [path, state] of [
      ['/m1', 'proven'],
      ['/m2', 'distrusted'],
    ] as const) {
      installation.passTime(20 * MINUTE);
      installation.setFeed(
        installation.feed([path], { published: new Date(Date.now() - HOUR).toISOString() }),
      );
      expect(await installation.poll()).toBe(1);
      expect(await installation.state()).toBe(state);
    }
    expect(installation.told.at(-1)).toMatchObject({
      event: 'hub-distrusted',
      detail: { source: 'alwadi' },
    });
    // Its pushes are taken all the same.
    await installation.hub.publish(installation.feed(['/p4']));
    expect(await installation.queued()).toContain('/p4');
    expect(await installation.state()).toBe('distrusted');
  });

  it('is kept where a poll finds what has only just been published', async () => {
    await proven();
    for (const path of ['/m1', '/m2', '/m3']) {
      installation.passTime(20 * MINUTE);
      const published = new Date(installation.deps.now().getTime() - MINUTE).toISOString();
      installation.setFeed(installation.feed([path], { published }));
      await installation.poll();
    }
    expect(await installation.state()).toBe('proven');
  });

  it('is proven too by visits that it set off and that found news', async () => {
    await installation.subscribe();
    for (const path of ['/t1', '/t2', '/t3']) {
      installation.passTime(5 * MINUTE);
      installation.setFeed(installation.feed([path]));
      await installation.poll(true);
    }
    expect(await installation.state()).toBe('proven');
  });

  it('is not lost by what came before it was live', async () => {
    installation.setFeed(installation.feed(['/first']));
    await installation.poll();
    installation.passTime(10 * MINUTE);
    installation.setFeed(installation.feed(['/old1']));
    await installation.keep();
    expect(await installation.poll()).toBe(1);
    const trust = await installation.deps.hubs.trust.load('alwadi');
    expect(trust?.misses ?? 0).toBe(0);
  });

  it('slows the polls of its source while it is proven, and no longer', async () => {
    const { visits: queue } = installation.deps.queues;
    await proven();
    await queue.upsertJobScheduler(
      'alwadi',
      { every: 5 * MINUTE },
      { name: 'visit', data: { source: 'alwadi' } },
    );
    const every = async (): Promise<number> =>
      Number((await queue.getJobScheduler('alwadi'))?.every);
    await installation.poll();
    const slow = await every();
    for (const path of ['/m1', '/m2']) {
      installation.passTime(10 * MINUTE);
      installation.setFeed(
        installation.feed([path], { published: new Date(Date.now() - HOUR).toISOString() }),
      );
      await installation.poll();
    }
    expect(slow / (await every())).toBeCloseTo(4, 1);
  });
});
