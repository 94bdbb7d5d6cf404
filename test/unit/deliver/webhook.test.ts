import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deliverApart } from '../../../src/jobs/delivery/apart.ts';
import { articleSinkPorts } from '../../../src/jobs/sink-ports.ts';
import type { Sink } from '../../../src/line/deliver/sink.ts';
import { webhookSink } from '../../../src/line/deliver/sinks/webhook.ts';
import { redisClient } from '../../../src/state/connection.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { deliveryOf } from '../../deliveries.ts';
import { type Receiver, startReceiver } from '../../receiver.ts';

const secret = (text: string): string =>
  `whsec_${Buffer.from(text.padEnd(32, '.')).toString('base64')}`;
const NEW = secret('the new one');
const OLD = secret('the old one');
process.env.HOOK_NEW = NEW;
process.env.HOOK_OLD = OLD;
process.env.HOOK_SHORT = 'whsec_c2hvcnQ=';

let receiver: Receiver;
/** The webhook asks Redis for nothing. */
const ports = articleSinkPorts(redisClient({ socket: '/nowhere' }), keysOf('t-hook'));
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(() => receiver.close());

const open = (settings: object = {}): Promise<Sink> =>
  webhookSink.open(
    { url: receiver.url, secrets: ['env:HOOK_NEW'], allowHosts: [receiver.host], ...settings },
    ports,
  );
const send = async (count: number, settings: object = {}) => {
  const sink = await open(settings);
  const batch = Array.from({ length: count }, (_, n) => deliveryOf(n));
  return deliverApart(sink, batch, new AbortController().signal);
};

describe('what is posted', () => {
  it('is signed with every secret, as the library of the specification checks', async () => {
    await send(1, { secrets: ['env:HOOK_NEW', 'env:HOOK_OLD'] });
    const [{ headers, body }] = receiver.posts as [
      { headers: Record<string, string>; body: string },
    ];
    expect(new Webhook(NEW).verify(body, headers)).toMatchObject({ type: 'article.published' });
    expect(new Webhook(OLD).verify(body, headers)).toMatchObject({
      data: { id: 'a0', revision: 1 },
    });
    expect(() => new Webhook(secret('another')).verify(body, headers)).toThrow();
    expect(() => new Webhook(NEW).verify(body.replace('a0', 'a1'), headers)).toThrow();
    expect(headers['webhook-id']).toBe('a0:1');
  });

  it('is a list where several go in one post', async () => {
    await send(5, { batch: 2 });
    const bodies = receiver.posts.map(({ body }) => JSON.parse(body));
    expect(bodies.map(({ data }) => (Array.isArray(data) ? data.length : 1))).toEqual([2, 2, 1]);
  });
});

describe('an answer', () => {
  it.each<[string, number, Record<string, string>, object]>([
    ['of 500', 500, {}, { code: 'SINK' }],
    ['of 401', 401, {}, { code: 'SINK' }],
    ['of 410', 410, {}, { code: 'SINK', hint: expect.stringContaining('Take the sink out') }],
    [
      'that redirects',
      302,
      { location: 'http://127.0.0.1/' },
      { code: 'SINK', hint: expect.stringContaining('final url') },
    ],
    ['with Retry-After', 429, { 'retry-after': '120' }, { code: 'SINK_WAITS' }],
    ['with an absurd Retry-After', 503, { 'retry-after': '99999999' }, { code: 'SINK_WAITS' }],
  ])('%s makes the sink wait, nothing is lost', async (_what, status, headers, error) => {
    receiver.answer = () => [status, headers];
    await expect(send(2)).rejects.toMatchObject(error);
    expect(receiver.posts).toHaveLength(1);
  });

  it('that orders a wait is obeyed up to a day', async () => {
    receiver.answer = () => [503, { 'retry-after': '99999999' }];
    const error = await send(1).catch((caught) => caught);
    expect(error.retryAt - Date.now()).toBeGreaterThan(86_000_000);
    expect(error.retryAt - Date.now()).toBeLessThan(86_401_000);
  });

  it('that never comes ends at the time limit', async () => {
    receiver.answer = () => 'hang';
    await expect(send(1, { timeout: 1000 })).rejects.toMatchObject({ code: 'SINK' });
  });

  it.each([1, 3])('of 400 to one record is its dead letter, with %s in a post', async (batch) => {
    receiver.answer = ({ body }) => [body.includes('"a2"') ? 400 : 204];
    const letters = await send(5, { batch });
    expect(letters).toMatchObject([{ id: 'a2', reason: 'the webhook answered 400' }]);
    const taken = receiver.taken.flatMap(({ body }) => [JSON.parse(body).data].flat());
    expect(new Set(taken.map(({ id }) => id))).toEqual(new Set(['a0', 'a1', 'a3', 'a4']));
  });

  it('of 400 to every record is the fault of the receiver', async () => {
    receiver.answer = () => [400];
    await expect(send(3)).rejects.toMatchObject({ code: 'SINK' });
  });

  it('posts no record twice that the receiver has, once it takes the rest', async () => {
    receiver.answer = () => [receiver.posts.length < 3 ? 204 : 500];
    const sink = await open();
    const batch = [1, 2, 3, 4].map((n) => deliveryOf(n));
    await expect(sink.deliver(batch)).rejects.toMatchObject({ code: 'SINK' });
    receiver.answer = () => [204];
    await sink.deliver(batch);
    expect(receiver.taken.map(({ headers }) => headers['webhook-id'])).toEqual([
      'a1:1',
      'a2:1',
      'a3:1',
      'a4:1',
    ]);
  });
});

describe('settings', () => {
  it('do not let a private address be posted to', async () => {
    await expect(send(1, { allowHosts: [] })).rejects.toMatchObject({
      code: 'SINK',
      message: expect.stringContaining('private'),
    });
    expect(receiver.posts).toEqual([]);
  });

  it.each([
    ['a variable that is not set', { secrets: ['env:HOOK_NOT_SET'] }, /HOOK_NOT_SET is not set/],
    ['a secret that is too short', { secrets: ['env:HOOK_SHORT'] }, /5 bytes/],
  ])('with %s are an error that does not tell it', async (_what, settings, message) => {
    await expect(open(settings)).rejects.toThrow(message);
  });

  it('take no secret in the file', () => {
    const settings = { url: receiver.url, secrets: [NEW] };
    expect(webhookSink.settings.safeParse(settings).success).toBe(false);
  });
});
