import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signatureOf } from '../../hub.ts';
import { documentedKeys } from '../../state-table.ts';
import { type HubInstallation, openHubInstallation } from './hub-installation.ts';

const HOUR = 3_600_000;

let installation: HubInstallation;
beforeEach(async () => {
  installation = await openHubInstallation();
});
afterEach(() => installation.close());

describe('a push', () => {
  it('puts what is new into the queue, once, without a poll', async () => {
    await installation.subscribe();
    const asked = installation.site.asked.length;
    const body = installation.feed(['/second', '/first', '/third']);
    expect((await installation.hub.publish(body)).status).toBe(202);
    expect((await installation.hub.publish(body)).status).toBe(202);
    expect(await installation.queued()).toEqual(['/first', '/second', '/third']);
    expect(installation.lines.slice(-2)).toMatchObject([
      { job: 'push', outcome: 'visited', source: 'alwadi', met: 3, fresh: 2 },
      { job: 'push', outcome: 'unchanged', met: 3, fresh: 0 },
    ]);
    expect(installation.site.asked).toHaveLength(asked);
    installation.setFeed(body);
    expect(await installation.poll()).toBe(0);
  });

  it.each([
    ['a wrong signature', { 'x-hub-signature': `sha256=${'0'.repeat(64)}` }, 'wrong signature'],
    [
      'the signature of another secret',
      { 'x-hub-signature': signatureOf('', 'guess') },
      'wrong signature',
    ],
    ['no signature', {}, 'no signature'],
  ])('with %s is answered, ignored and counted', async (_, fields, reason) => {
    await installation.subscribe();
    expect((await installation.hub.publish(installation.feed(['/forged']), fields)).status).toBe(
      202,
    );
    expect(await installation.queued()).toEqual(['/first']);
    expect(installation.lines.at(-1)).toMatchObject({ job: 'push', outcome: 'refused', reason });
    expect(await installation.visits()).toEqual([]);
  });

  it.each(['sha1', 'sha384', 'sha512'])('may be signed by %s', async (method) => {
    await installation.subscribe();
    const body = installation.feed(['/second']);
    const secret = installation.hub.forms[0]?.['hub.secret'] ?? '';
    await installation.hub.publish(body, { 'x-hub-signature': signatureOf(body, secret, method) });
    expect(await installation.queued()).toEqual(['/first', '/second']);
  });

  it.each([
    ['an empty body', ''],
    ['a body that no feed reader knows', 'ping'],
    ['an HTML page', '<!doctype html><title>مرحبا</title>'],
  ])('of %s sets off a visit at once, and the next a minute later', async (_, body) => {
    await installation.subscribe();
    for (let count = 0; count < 5; count += 1) await installation.hub.publish(body);
    const jobs = await installation.visits();
    expect(jobs.map(({ data }) => data)).toEqual(
      [1, 2].map(() => ({ source: 'alwadi', told: true })),
    );
    expect(jobs.map(({ delay }) => delay > 0).sort()).toEqual([false, true]);
    expect(installation.lines.at(-1)).toMatchObject({ job: 'push', outcome: 'told', fresh: 0 });
  });

  it('names pages of the site alone; for others the site is asked', async () => {
    await installation.subscribe();
    await installation.hub.publish(
      installation.feed(['/second', 'https://elsewhere.test/planted']),
    );
    expect(await installation.queued()).toEqual(['/first', '/second']);
    expect(await installation.visits()).toHaveLength(1);
  });

  it('brings links, not texts: the page speaks for itself', async () => {
    await installation.subscribe();
    const planted =
      '<content:encoded xmlns:content="http://purl.org/rss/1.0/modules/content/">نص مدسوس</content:encoded>';
    await installation.hub.publish(
      installation.feed(['/second']).replace('</item>', `${planted}</item>`),
    );
    const jobs = await installation.deps.queues.pages.getJobs(['waiting']);
    const second = jobs.find(({ data }) => data.link.url.endsWith('/second'));
    expect(second?.data.link).not.toHaveProperty('content');
    expect(JSON.stringify(second?.data)).not.toContain('مدسوس');
  });

  it('over a megabyte is refused, and one to an unknown callback is gone', async () => {
    await installation.subscribe();
    expect(
      (await installation.hub.publish(`${installation.feed(['/second'])}${' '.repeat(1_000_000)}`))
        .status,
    ).toBe(413);
    const { callback } = installation;
    const post = (path: string) => fetch(`${callback}${path}`, { method: 'POST', body: 'x' });
    expect((await post('A'.repeat(43))).status).toBe(410);
    expect((await post('short')).status).toBe(404);
    expect((await fetch(`${callback}${'A'.repeat(43)}?hub.mode=subscribe`)).status).toBe(404);
    expect(await installation.queued()).toEqual(['/first']);
  });

  it('teaches the source’s rhythm as a poll that found it would', async () => {
    await installation.subscribe();
    installation.passTime(HOUR);
    const published = new Date(Date.now() + HOUR / 2).toISOString();
    await installation.hub.publish(installation.feed(['/a', '/b', '/c'], { published }));
    installation.setFeed(installation.feed(['/first', '/a', '/b', '/c']));
    await installation.poll();
    const history = await installation.deps.history.load('alwadi');
    const learnt = history?.rhythm.articles.reduce((sum, count) => sum + count, 0) ?? 0;
    expect(learnt).toBeGreaterThan(2);
    expect(history?.peakRate).toBeCloseTo(3, 0);
  });
});

it('keeps every key of hubs for a bounded time, and no secret outside its subscription', async () => {
  await installation.subscribe();
  await installation.hub.publish(installation.feed(['/second']));
  await installation.hub.publish('ping');
  const secret = installation.hub.forms[0]?.['hub.secret'] ?? '';
  expect(JSON.stringify([installation.lines, installation.told])).not.toContain(secret);
  const own = (await installation.keys()).filter(({ key }) =>
    /subscription|hub|pushed|told/u.test(key),
  );
  expect(own.map(({ key }) => key.split(':')[1]).sort()).toEqual([
    'hub-trust',
    'pushed',
    'subscription',
    'subscriptions',
    'subscriptions-of',
    'told',
  ]);
  const documented = documentedKeys();
  expect(own.filter(({ key }) => !documented.some((name) => name.test(key)))).toEqual([]);
  // What is due stands for as long as what it is about; its size is bounded.
  const endless = own.filter(({ lifeMs }) => lifeMs < 0).map(({ key }) => key.split(':')[1]);
  expect(endless).toEqual(['subscriptions']);
});
