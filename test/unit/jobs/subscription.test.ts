import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { honest } from '../../hub.ts';
import { type HubInstallation, openHubInstallation } from './hub-installation.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let installation: HubInstallation;
beforeEach(async () => {
  installation = await openHubInstallation();
});
afterEach(() => installation.close());

describe('a subscription', () => {
  it('begins with the first poll of a feed that names its hub, and is live once it is verified', async () => {
    await installation.subscribe();
    const [form] = installation.hub.forms;
    expect(form?.['hub.callback']).toMatch(/\/hubs\/[\w-]{43}$/u);
    expect(form?.['hub.secret']).toMatch(/^[\w-]{43}$/u);
    expect(installation.hub.echoes).toEqual([{ status: 200, text: 'challenge-<b>7</b>' }]);
    expect(await installation.state()).toBe('live');
    await installation.poll();
    expect(await installation.keep()).toBe(0);
  });

  it('is found in the header where the document says nothing', async () => {
    const link = `<${installation.hub.url}>; rel="hub", <https://elsewhere.test/feed>; rel="self"`;
    installation.setFeed(installation.feed(['/first'], { hub: '', self: '' }), { link });
    await installation.poll();
    await installation.keep();
    expect(installation.hub.forms[0]?.['hub.topic']).toBe('https://elsewhere.test/feed');
  });

  it('has a secret and an id that no other has', async () => {
    await installation.subscribe();
    installation.setFeed(
      installation.feed(['/first'], { self: `${installation.site.origin}/feed?of=all` }),
    );
    await installation.poll();
    await installation.keep();
    const subscriptions = installation.hub.forms.filter((form) => form['hub.mode'] === 'subscribe');
    expect(subscriptions).toHaveLength(2);
    for (const name of ['hub.secret', 'hub.callback']) {
      expect(new Set(subscriptions.map((form) => form[name])).size).toBe(2);
    }
  });

  it('is renewed before its lease ends, under the same callback and secret', async () => {
    installation.hub.politeness.ask = honest(3600);
    await installation.subscribe();
    installation.passTime(47 * MINUTE);
    expect(await installation.keep()).toBe(0);
    installation.passTime(2 * MINUTE);
    expect(await installation.keep()).toBe(1);
    expect(installation.hub.forms).toHaveLength(2);
    expect(installation.hub.forms[1]).toEqual(installation.hub.forms[0]);
    installation.passTime(47 * MINUTE);
    await installation.poll();
    expect(await installation.state()).toBe('live');
  });

  it('is over with its lease where the hub does not renew it', async () => {
    installation.hub.politeness.ask = honest(3600);
    await installation.subscribe();
    installation.hub.politeness.ask = () => undefined;
    installation.passTime(49 * MINUTE);
    await installation.keep();
    installation.passTime(12 * MINUTE);
    expect((await installation.hub.publish(installation.feed(['/late']))).status).toBe(410);
    await installation.poll();
    expect(await installation.state()).toBe('asked');
  });

  it('is asked for again, later and later, where the hub is silent', async () => {
    installation.hub.politeness.ask = () => undefined;
    await installation.subscribe();
    for (const [waitMs, asked] of [
      [9 * MINUTE, 1],
      [2 * MINUTE, 2],
      [50 * MINUTE, 2],
      [11 * MINUTE, 3],
    ] as const) {
      installation.passTime(waitMs);
      await installation.keep();
      expect(installation.hub.forms).toHaveLength(asked);
    }
    await installation.poll();
    expect(await installation.state()).toBe('asked');
  });

  it('is never live where the hub verifies another topic', async () => {
    installation.hub.politeness.ask = (form) => ({
      ...honest()(form),
      'hub.topic': 'https://other.test/feed',
    });
    await installation.subscribe();
    expect(installation.hub.echoes[0]?.status).toBe(404);
    expect((await installation.hub.publish(installation.feed(['/false']))).status).toBe(410);
    expect(await installation.queued()).toEqual(['/first']);
  });

  it('is not verified twice, nor ended by who was not asked to', async () => {
    await installation.subscribe();
    const form = installation.hub.forms[0] ?? {};
    expect((await installation.hub.get(honest()(form))).status).toBe(404);
    const end = { ...form, 'hub.mode': 'unsubscribe' };
    expect((await installation.hub.get(honest()(end))).status).toBe(404);
    expect(await installation.state()).toBe('live');
  });

  it('rests for a week where the hub denies it, and is asked for anew then', async () => {
    installation.hub.politeness.ask = (form) => ({
      'hub.mode': 'denied',
      'hub.topic': form['hub.topic'] ?? '',
      'hub.reason': 'الاشتراك مغلق',
    });
    await installation.subscribe();
    expect(await installation.state()).toBe('denied');
    expect(installation.told.at(-2)).toMatchObject({
      event: 'hub-denied',
      detail: { reason: 'الاشتراك مغلق' },
    });
    installation.passTime(2 * DAY);
    await installation.poll();
    await installation.keep();
    expect(installation.hub.forms).toHaveLength(1);
  });

  it('may be denied after it was granted', async () => {
    await installation.subscribe();
    const topic = installation.hub.forms[0]?.['hub.topic'] ?? '';
    const denial = await installation.hub.get({ 'hub.mode': 'denied', 'hub.topic': topic });
    expect(denial.status).toBe(200);
    expect((await installation.hub.publish(installation.feed(['/late']))).status).toBe(410);
    expect(await installation.state()).toBe('denied');
  });

  it.each([400, 403, 500, 302])('waits where the hub answers %i', async (status) => {
    installation.hub.politeness.ask = () => undefined;
    installation.hub.politeness.status = status;
    installation.hub.politeness.headers = { location: '/elsewhere' };
    await installation.subscribe();
    expect(installation.told).toContainEqual(expect.objectContaining({ event: 'hub-failed' }));
    expect(await installation.keep()).toBe(0);
  });

  it('counts no try where the hub asks to wait', async () => {
    installation.hub.politeness.ask = () => undefined;
    installation.hub.politeness.status = 429;
    installation.hub.politeness.headers = { 'retry-after': '120' };
    await installation.subscribe();
    const [kept] = await installation.deps.hubs.subscriptions.of('alwadi');
    expect(kept).toMatchObject({ attempts: 0 });
    expect(kept?.pending).toBeUndefined();
  });

  it.each([
    ['names no hub any more', { hub: '' }, []],
    ['names another topic', { self: 'https://elsewhere.test/' }, ['subscribe']],
  ])('ends where the feed %s', async (_, links, then) => {
    await installation.subscribe();
    installation.setFeed(installation.feed(['/first'], links));
    await installation.poll();
    await installation.keep();
    const modes = installation.hub.forms.slice(1).map((form) => form['hub.mode']);
    expect(modes.sort()).toEqual([...then, 'unsubscribe'].sort());
    expect(installation.hub.echoes.map(({ status }) => status)).toEqual(
      installation.hub.forms.map(() => 200),
    );
  });

  it('ends where the source is gone, with no secret in the request', async () => {
    await installation.subscribe();
    await installation.removeSource();
    await installation.keep();
    expect(installation.hub.forms[1]).toMatchObject({ 'hub.mode': 'unsubscribe' });
    expect(installation.hub.forms[1]).not.toHaveProperty('hub.secret');
    expect(await installation.deps.hubs.subscriptions.ids()).toEqual([]);
  });
});
