import { afterAll, beforeAll, expect, it } from 'vitest';
import { HostBusyError, ServerError } from '../../../src/errors.ts';
import { feedPings } from '../../../src/jobs/feed-pings.ts';
import { type Receiver, startReceiver } from '../../receiver.ts';

let hub: Receiver;
beforeAll(async () => {
  hub = await startReceiver();
});
afterAll(() => hub.close());

it('tells the hub of each feed with news once, waits its turn, and tries again what fails', async () => {
  const failed: string[] = [];
  let free = 0;
  const pings = feedPings({
    hub: hub.url,
    feeds: 'https://news.example/feeds/',
    documents: ['articles.atom', 'articles.rss'],
    pauseMs: 10,
    onError: (topic) => failed.push(topic),
    post: async ({ url, form }) => {
      // As the pause between requests to one host is kept.
      if (Date.now() < free) throw new HostBusyError('the next slot is later', free);
      free = Date.now() + 20;
      const { status } = await fetch(url, { method: 'POST', body: new URLSearchParams(form) });
      if (status >= 300) throw new ServerError(`the hub answered ${status}`);
    },
  });
  let refusals = 2;
  hub.answer = ({ body }) => {
    const isRefused = body.includes('atom&') && refusals > 0;
    if (isRefused) refusals -= 1;
    return [isRefused ? 503 : 202];
  };
  for (const id of ['almina', 'alsahl', 'almina']) {
    pings.note({ source: { id, name: id, homepage: 'https://x.test/' } });
  }
  await expect.poll(() => hub.posts.length).toBe(8);
  pings.close();
  const topics = hub.posts.map(({ body }) => new URLSearchParams(body).get('hub.url'));
  const at = 'https://news.example/feeds/articles';
  expect(topics).toEqual([
    `${at}.atom`,
    `${at}.rss`,
    `${at}.atom?source=almina`,
    `${at}.rss?source=almina`,
    `${at}.atom?source=alsahl`,
    `${at}.rss?source=alsahl`,
    `${at}.atom`,
    `${at}.atom`,
  ]);
  expect(new URLSearchParams(hub.posts[0]?.body).get('hub.mode')).toBe('publish');
  expect(failed).toEqual([`${at}.atom`, `${at}.atom`]);
});
