import { Queue } from 'bullmq';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { queueBoard } from '../../../src/operate/board.ts';
import type { Listening } from '../../../src/operate/listen.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';
import { ask, type PoliteFetch, startSample } from './console-server.ts';

const TOKEN = 'a-token-of-the-operator';
const login = (password: string) => ({
  authorization: `Basic ${Buffer.from(`marsad:${password}`).toString('base64')}`,
});
const PAUSE = '/queues/api/queues/pages/pause';

let redis: TestRedis;
let queue: Queue;
let readOnly: Listening;
let writable: Listening;

beforeAll(async () => {
  redis = await startTestRedis();
  queue = new Queue('pages', { connection: redis.client, prefix: '{t-board}' });
  await queue.add('page', { link: { title: '<script>alert(1)</script>' } });
  readOnly = await startSample({ board: queueBoard([queue]) });
  writable = await startSample({ board: queueBoard([queue], { token: TOKEN }) });
});
afterAll(async () => {
  await readOnly.close();
  await writable.close();
  await queue.close();
  await redis.stop();
});

it('shows the queues', async () => {
  const shell = await ask(readOnly.url, '/queues');
  expect(shell.status).toBe(200);
  expect(shell.headers['content-security-policy']).toContain("default-src 'self'");
  const api = await ask(readOnly.url, '/queues/api/queues');
  expect(JSON.parse(api.text).queues).toMatchObject([{ name: 'pages', readOnlyMode: true }]);
  const asset = /static\/js\/main\.[\w.]+js/u.exec(shell.text)?.[0];
  expect((await ask(readOnly.url, `/queues/${asset}`)).status).toBe(200);
});

it.each([
  '/queues/static/../../../package.json',
  '/queues/static/..%2f..%2fpackage.json',
  '/queues/static/%2e%2e/%2e%2e/package.json',
])('%s is not there', async (path) => {
  expect((await ask(readOnly.url, path)).status).toBe(404);
});

it.each<[string, 'read only' | 'writable', PoliteFetch['headers'], number]>([
  ['no one writes to a board without a token', 'read only', {}, 405],
  ['nor with any password', 'read only', login(TOKEN), 405],
  ['a write without the token', 'writable', {}, 401],
  ['a write with a wrong one', 'writable', login('guess'), 401],
  ['a write from another site', 'writable', { ...login(TOKEN), origin: 'http://evil.test' }, 403],
  ['one marked cross-site', 'writable', { ...login(TOKEN), 'sec-fetch-site': 'cross-site' }, 403],
  ['one of an opaque origin', 'writable', { ...login(TOKEN), origin: 'null' }, 403],
])('%s', async (_, kind, headers, status) => {
  const { url } = kind === 'writable' ? writable : readOnly;
  expect((await ask(url, PAUSE, { method: 'PUT', headers: headers ?? {} })).status).toBe(status);
  expect(await queue.isPaused()).toBe(false);
});

it('takes a write of the operator', async () => {
  const answer = await ask(writable.url, PAUSE, { method: 'PUT', headers: login(TOKEN) });
  expect(answer.status).toBe(200);
  expect(await queue.isPaused()).toBe(true);
  await queue.resume();
});

it('asks for the token before it shows a board that can write', async () => {
  expect((await ask(writable.url, '/queues')).status).toBe(401);
  expect((await ask(writable.url, '/queues/api/queues')).status).toBe(401);
  expect((await ask(writable.url, '/')).status).toBe(200);
});

it('refuses a large body before the board reads it', async () => {
  const body = JSON.stringify({ name: 'x', data: 'x'.repeat(400_000) });
  const headers = { ...login(TOKEN), 'content-type': 'application/json' };
  const path = '/queues/api/queues/pages/add';
  const answer = await ask(writable.url, path, { method: 'POST', headers, body });
  expect(answer.status).toBe(413);
});
