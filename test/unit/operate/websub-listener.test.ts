import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { StateError } from '../../../src/errors.ts';
import type { Listening } from '../../../src/operate/listen.ts';
import { openLog } from '../../../src/operate/log.ts';
import { type HubDelivery, startWebSub } from '../../../src/operate/websub-listener.ts';

const ID = 'k'.repeat(43);
const DOWN = 'd'.repeat(43);

const taken: [string, HubDelivery][] = [];
const logged: string[] = [];
let listener: Listening;

beforeAll(async () => {
  listener = await startWebSub({
    ...{ host: '127.0.0.1', port: 0, callback: 'https://marsad.test/in/hubs/' },
    log: openLog('debug', { to: { write: (line) => void logged.push(line) } }),
    hub: {
      notice: async (id, query) => (id === ID ? query['hub.challenge'] : undefined),
      push: async (id, delivery) => {
        if (id === DOWN) throw new StateError('Redis is away');
        taken.push([id, delivery]);
        return id === ID;
      },
    },
  });
});
afterAll(() => listener.close());
beforeEach(() => {
  taken.length = 0;
  logged.length = 0;
});

const ask = (path: string, init?: RequestInit) => fetch(new URL(path, listener.url), init);
const post = (id: string, body: string | Uint8Array<ArrayBuffer>, headers = {}) =>
  ask(`/in/hubs/${id}`, { method: 'POST', body, headers });

describe('the listener for hubs', () => {
  it('echoes a challenge as text that no browser runs', async () => {
    const challenge = '<script>alert(1)</script>';
    const answer = await ask(`/in/hubs/${ID}?hub.challenge=${encodeURIComponent(challenge)}`);
    expect(await answer.text()).toBe(challenge);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/u);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'");
  });

  it('hands on the body byte for byte, with what signs it', async () => {
    const body = Uint8Array.from([0xef, 0xbb, 0xbf, 0xc7, 0x00, 0xff]);
    const fields = {
      'x-hub-signature': 'sha1=00',
      'content-type': 'text/xml; charset=windows-1256',
    };
    const answer = await post(ID, body, fields);
    expect(answer.status).toBe(202);
    const [[id, delivery]] = taken as [[string, HubDelivery]];
    expect([id, delivery.body]).toEqual([ID, body]);
    expect(delivery).toMatchObject({
      signature: 'sha1=00',
      contentType: 'text/xml; charset=windows-1256',
    });
  });

  it.each([
    ['GET', '/', 404],
    ['GET', '/in/hubs/', 404],
    ['GET', `/in/hubs/${'z'.repeat(43)}`, 404],
    ['GET', `/hubs/${ID}?hub.challenge=x`, 404],
    ['GET', `/in/hubs/${ID}x?hub.challenge=x`, 404],
    ['GET', `/in/hubs/../hubs/${'.'.repeat(43)}`, 404],
    ['POST', `/in/hubs/${'z'.repeat(43)}`, 410],
    ['POST', '/in/hubs/short', 404],
    ['PUT', `/in/hubs/${ID}`, 404],
    ['DELETE', `/in/hubs/${ID}`, 404],
    // A link checker's HEAD verifies nothing.
    ['HEAD', `/in/hubs/${ID}?hub.challenge=x`, 404],
    ['GET', '/metrics', 404],
    ['GET', '/queues', 404],
  ])('answers %s %s with %i', async (method, path, status) => {
    expect((await ask(path, { method })).status).toBe(status);
  });

  it.each([
    ['announced', () => Buffer.alloc(1_000_001, 120)],
    ['in chunks', () => new Blob(Array.from({ length: 30 }, () => 'x'.repeat(50_000))).stream()],
  ])('refuses a body of more than a megabyte, %s', async (_, body) => {
    const init = { method: 'POST', body: body(), duplex: 'half' } as const;
    const status = await ask(`/in/hubs/${ID}`, init).then(
      (answer) => answer.status,
      // The connection ends with the answer; who is still sending may see only that.
      () => 413,
    );
    expect(status).toBe(413);
    expect(taken).toEqual([]);
  });

  it('takes a body of a megabyte', async () => {
    expect((await post(ID, 'x'.repeat(1_000_000))).status).toBe(202);
  });

  it('asks for the push again where the state is away, and tells the log no id', async () => {
    expect((await post(DOWN, 'x')).status).toBe(503);
    expect(logged.join('')).toContain('Redis is away');
    expect(logged.join('')).not.toContain(DOWN);
  });

  it('goes on while others hold sockets and say nothing', async () => {
    const { port } = new URL(listener.url);
    const idle = Array.from({ length: 80 }, () => connect(Number(port), '127.0.0.1'));
    await pause(200);
    expect((await post(ID, 'x')).status).toBe(202);
    for (const socket of idle) socket.destroy();
  });

  it('says which setting is wrong where the port is taken', async () => {
    const { port } = new URL(listener.url);
    const log = openLog('silent');
    const hub = { notice: async () => undefined, push: async () => false };
    const again = { host: '127.0.0.1', port: Number(port), callback: 'https://a.test/', log, hub };
    await expect(startWebSub(again)).rejects.toThrow('websub.port');
  });
});
