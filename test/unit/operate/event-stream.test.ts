import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import type { Listening } from '../../../src/operate/listen.ts';
import { STREAMS_MOST } from '../../../src/operate/live.ts';
import { form } from '../../faults/form.ts';
import { ask, startSample } from './console-server.ts';
import { recordOf, sampleData } from './sample.ts';

let running: Listening[] = [];
let aborts: AbortController[] = [];

afterEach(async () => {
  for (const abort of aborts) abort.abort();
  for (const server of running) await server.close();
  running = [];
  aborts = [];
});

/** An open stream: what it has sent so far, and its end. */
async function openStream(url: string, headers: Record<string, string> = {}) {
  const abort = new AbortController();
  aborts.push(abort);
  const answer = await fetch(new URL('/events', url), { headers, signal: abort.signal });
  const stream = { status: answer.status, text: '', ended: false, abort: () => abort.abort() };
  void (async () => {
    try {
      for await (const chunk of answer.body ?? []) stream.text += Buffer.from(chunk).toString();
    } catch {
      // Aborted by the test.
    }
    stream.ended = true;
  })();
  return stream;
}

const LIMIT_MS = 300_000;

/** Waits until it holds, far longer than it takes. */
async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + LIMIT_MS;
  while (!holds() && performance.now() < end) await pause(10);
  expect(holds()).toBe(true);
}

async function start(data = sampleData(), heartbeatMs = 15_000) {
  const server = await startSample({ data, heartbeatMs });
  running.push(server);
  return server.url;
}

it('sends a record as it arrives, escaped, to each that watches', async () => {
  const data = sampleData();
  const url = await start(data);
  const streams = [await openStream(url), await openStream(url)];
  await until(() => data.listeners() === 1);
  data.publish(recordOf({ id: 'a7', headline: 'سطر\n\ndata: <script>alert(1)</script>' }));
  for (const stream of streams) {
    await until(() => stream.text.includes('event: record'));
    await until(() => stream.text.includes('id: a7:1'));
    expect(stream.text).not.toContain('<script');
    expect(stream.text).toContain('&lt;script&gt;');
  }
});

it('sends the state at once, and all records to one that comes again', async () => {
  const url = await start();
  const first = await openStream(url);
  const again = await openStream(url, { 'last-event-id': 'a1:1' });
  await until(() => first.text.includes('event: state'));
  await until(() => again.text.includes('event: records'));
  expect(again.text).toContain('بلدية الميناء');
  expect(first.text).not.toContain('event: records');
});

it('beats while nothing happens', async () => {
  const stream = await openStream(await start(sampleData(), 50));
  await until(() => stream.text.split('\n: \n').length > 3);
});

it(`serves ${STREAMS_MOST} streams, refuses more, and frees the seat of one that leaves`, async () => {
  const data = sampleData();
  const url = await start(data);
  const streams = await Promise.all(Array.from({ length: STREAMS_MOST }, () => openStream(url)));
  expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
  const refused = await ask(url, '/events');
  expect([refused.status, refused.headers['retry-after']]).toEqual([503, '10']);
  expect((await ask(url, '/')).status).toBe(200);
  streams[0]?.abort();
  await expect.poll(async () => (await openStream(url)).status).toBe(200);
});

/** Connections of a flood, and of one wave of it: each takes two handles here, one at each end. */
const FLOOD = form({ short: 1500, whole: 10_000 });
const WAVE = 1500;

it('stays well under a flood of streams', async () => {
  const { hostname, port } = new URL(await start());
  const sockets: Socket[] = [];
  let closed = 0;
  while (sockets.length < FLOOD) {
    for (let at = 0; at < WAVE; at += 1) {
      const socket = connect(Number(port), hostname);
      sockets.push(socket);
      socket.on('error', () => undefined).on('close', () => (closed += 1));
      socket.resume().write('GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n');
    }
    await until(() => closed === sockets.length - STREAMS_MOST);
  }
  expect((await ask(`http://${hostname}:${port}`, '/health')).status).toBe(200);
  for (const socket of sockets) socket.destroy();
});

it('asks nothing of the state once the last has left', async () => {
  const data = sampleData();
  const stream = await openStream(await start(data));
  await until(() => data.listeners() === 1);
  stream.abort();
  await until(() => data.listeners() === 0);
});

it('ends its streams as it closes', async () => {
  const server = await startSample();
  const stream = await openStream(server.url);
  await server.close();
  await until(() => stream.ended);
});
