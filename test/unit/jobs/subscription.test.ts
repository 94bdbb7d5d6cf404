import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { honest } from '../../hub.ts';
import { type HubHouse, openHubHouse } from './hub-house.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let house: HubHouse;
beforeEach(async () => {
  house = await openHubHouse();
});
afterEach(() => house.close());

describe('a subscription', () => {
  it('begins with the first poll of a feed that names its hub, and is live once it is verified', async () => {
    await house.subscribe();
    const [form] = house.hub.forms;
    expect(form?.['hub.callback']).toMatch(/\/hubs\/[\w-]{43}$/u);
    expect(form?.['hub.secret']).toMatch(/^[\w-]{43}$/u);
    expect(house.hub.echoes).toEqual([{ status: 200, text: 'challenge-<b>7</b>' }]);
    expect(await house.state()).toBe('live');
    await house.poll();
    expect(await house.keep()).toBe(0);
  });

  it('is found in the header where the document says nothing', async () => {
    const link = `<${house.hub.url}>; rel="hub", <https://elsewhere.test/feed>; rel="self"`;
    house.setFeed(house.feed(['/first'], { hub: '', self: '' }), { link });
    await house.poll();
    await house.keep();
    expect(house.hub.forms[0]?.['hub.topic']).toBe('https://elsewhere.test/feed');
  });

  it('has a secret and an id that no other has', async () => {
    await house.subscribe();
    house.setFeed(house.feed(['/first'], { self: `${house.site.origin}/feed?of=all` }));
    await house.poll();
    await house.keep();
    const subscriptions = house.hub.forms.filter((form) => form['hub.mode'] === 'subscribe');
    expect(subscriptions).toHaveLength(2);
    for (const name of ['hub.secret', 'hub.callback']) {
      expect(new Set(subscriptions.map((form) => form[name])).size).toBe(2);
    }
  });

  it('is renewed before its lease ends, under the same callback and secret', async () => {
    house.hub.manners.ask = honest(3600);
    await house.subscribe();
    house.passTime(47 * MINUTE);
    expect(await house.keep()).toBe(0);
    house.passTime(2 * MINUTE);
    expect(await house.keep()).toBe(1);
    expect(house.hub.forms).toHaveLength(2);
    expect(house.hub.forms[1]).toEqual(house.hub.forms[0]);
    house.passTime(47 * MINUTE);
    await house.poll();
    expect(await house.state()).toBe('live');
  });

  it('is over with its lease where the hub does not renew it', async () => {
    house.hub.manners.ask = honest(3600);
    await house.subscribe();
    house.hub.manners.ask = () => undefined;
    house.passTime(49 * MINUTE);
    await house.keep();
    house.passTime(12 * MINUTE);
    expect((await house.hub.publish(house.feed(['/late']))).status).toBe(410);
    await house.poll();
    expect(await house.state()).toBe('asked');
  });

  it('is asked for again, later and later, where the hub is silent', async () => {
    house.hub.manners.ask = () => undefined;
    await house.subscribe();
    for (const [waitMs, asked] of [
      [9 * MINUTE, 1],
      [2 * MINUTE, 2],
      [50 * MINUTE, 2],
      [11 * MINUTE, 3],
    ] as const) {
      house.passTime(waitMs);
      await house.keep();
      expect(house.hub.forms).toHaveLength(asked);
    }
    await house.poll();
    expect(await house.state()).toBe('asked');
  });

  it('is never live where the hub verifies another topic', async () => {
    house.hub.manners.ask = (form) => ({
      ...honest()(form),
      'hub.topic': 'https://other.test/feed',
    });
    await house.subscribe();
    expect(house.hub.echoes[0]?.status).toBe(404);
    expect((await house.hub.publish(house.feed(['/false']))).status).toBe(410);
    expect(await house.queued()).toEqual(['/first']);
  });

  it('is not verified twice, nor ended by who was not asked to', async () => {
    await house.subscribe();
    const form = house.hub.forms[0] ?? {};
    expect((await house.hub.get(honest()(form))).status).toBe(404);
    const end = { ...form, 'hub.mode': 'unsubscribe' };
    expect((await house.hub.get(honest()(end))).status).toBe(404);
    expect(await house.state()).toBe('live');
  });

  it('rests for a week where the hub denies it, and is asked for anew then', async () => {
    house.hub.manners.ask = (form) => ({
      'hub.mode': 'denied',
      'hub.topic': form['hub.topic'] ?? '',
      'hub.reason': 'الاشتراك مغلق',
    });
    await house.subscribe();
    expect(await house.state()).toBe('denied');
    expect(house.told.at(-2)).toMatchObject({
      event: 'hub-denied',
      detail: { reason: 'الاشتراك مغلق' },
    });
    house.passTime(2 * DAY);
    await house.poll();
    await house.keep();
    expect(house.hub.forms).toHaveLength(1);
  });

  it('may be denied after it was granted', async () => {
    await house.subscribe();
    const topic = house.hub.forms[0]?.['hub.topic'] ?? '';
    const denial = await house.hub.get({ 'hub.mode': 'denied', 'hub.topic': topic });
    expect(denial.status).toBe(200);
    expect((await house.hub.publish(house.feed(['/late']))).status).toBe(410);
    expect(await house.state()).toBe('denied');
  });

  it.each([400, 403, 500, 302])('waits where the hub answers %i', async (status) => {
    house.hub.manners.ask = () => undefined;
    house.hub.manners.status = status;
    house.hub.manners.headers = { location: '/elsewhere' };
    await house.subscribe();
    expect(house.told).toContainEqual(expect.objectContaining({ event: 'hub-failed' }));
    expect(await house.keep()).toBe(0);
  });

  it('counts no try where the hub asks for patience', async () => {
    house.hub.manners.ask = () => undefined;
    house.hub.manners.status = 429;
    house.hub.manners.headers = { 'retry-after': '120' };
    await house.subscribe();
    const [kept] = await house.tools.hubs.subscriptions.of('alwadi');
    expect(kept).toMatchObject({ attempts: 0 });
    expect(kept?.pending).toBeUndefined();
  });

  it.each([
    ['names no hub any more', { hub: '' }, []],
    ['names another topic', { self: 'https://elsewhere.test/' }, ['subscribe']],
  ])('ends where the feed %s', async (_, links, then) => {
    await house.subscribe();
    house.setFeed(house.feed(['/first'], links));
    await house.poll();
    await house.keep();
    const modes = house.hub.forms.slice(1).map((form) => form['hub.mode']);
    expect(modes.sort()).toEqual([...then, 'unsubscribe'].sort());
    expect(house.hub.echoes.map(({ status }) => status)).toEqual(house.hub.forms.map(() => 200));
  });

  it('ends where the source is gone, with no secret in the request', async () => {
    await house.subscribe();
    await house.removeSource();
    await house.keep();
    expect(house.hub.forms[1]).toMatchObject({ 'hub.mode': 'unsubscribe' });
    expect(house.hub.forms[1]).not.toHaveProperty('hub.secret');
    expect(await house.tools.hubs.subscriptions.ids()).toEqual([]);
  });
});
