import { expect, it } from 'vitest';
import { loggedSinkBook } from '../../../src/cli/logged-sink-book.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { sinkBook } from '../../../src/state/sink-book.ts';
import { startTestRedis } from '../../redis.ts';

it('tells once that a sink stopped and once that it is back, and keeps the notes', async () => {
  const redis = await startTestRedis();
  const told: string[] = [];
  const log = {
    event: (name: string, detail = {}) => told.push(`${name} ${JSON.stringify(detail)}`),
  };
  const book = loggedSinkBook(sinkBook(redis.client, keysOf('told')), log);
  const at = new Date('2026-11-20T10:00:00Z');
  await book.works('archive', at);
  const later = new Date('2026-11-20T10:01:00Z');
  const full = { error: 'disk full', failures: 1, retryAt: later.getTime() };
  await book.fails('archive', at, full);
  await book.fails('archive', later, { ...full, failures: 2 });
  await book.fails('search', at, { ...full, error: 'away' });
  expect(await book.of('archive')).toMatchObject({
    failingSince: at.toISOString(),
    error: 'disk full',
    failures: 2,
    retryAt: later.toISOString(),
  });
  await book.works('archive', at);
  await book.works('archive', at);
  expect(told).toEqual([
    'sink-failed {"sink":"archive","message":"disk full"}',
    'sink-failed {"sink":"search","message":"away"}',
    'sink-back {"sink":"archive"}',
  ]);
  const { failingSince, failures, retryAt } = await book.of('archive');
  expect([failingSince, failures, retryAt]).toEqual([undefined, undefined, undefined]);
  await redis.stop();
});
