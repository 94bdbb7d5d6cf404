import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Answer, articlePage } from '../answers.ts';
import { callMarsad, type RunningCall, startCall } from '../called.ts';
import { startHub, type TestHub } from '../hub.ts';
import { freePort } from '../ports.ts';

const FIRST = ['افتتحت بلدية الوادي صباح اليوم سوقاً جديدة للخضار.', 'وقال الباعة إن المكان أوسع.'];
const SECOND = [
  'أعلنت إدارة الميناء وصول سفينة محملة بالقمح بعد رحلة دامت أسبوعين.',
  'وينتظر أن تفرغ حمولتها خلال ثلاثة أيام، بحسب مدير الأرصفة.',
  'وتكفي الشحنة مطاحن المدينة شهرين على الأقل.',
];

const answers = new Map<string, Answer>();
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '/');
  const [status, headers, body] = answers.get(request.url ?? '/') ?? [404, {}, ''];
  response.writeHead(status, headers).end(body);
});

let hub: TestHub;
let origin: string;
let folder: string;
let marsad: RunningCall;

/** A feed of the site that names the hub. */
function feed(...paths: string[]): string {
  const items = paths.map((path) => `<item><title>خبر</title><link>${origin}${path}</link></item>`);
  const links = `<atom:link rel="hub" href="${hub.url}"/><atom:link rel="self" href="${origin}/feed"/>`;
  return `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>الوادي</title>${links}${items.join('')}</channel></rss>`;
}

const headlines = (): string[] => {
  const out = join(folder, 'out.jsonl');
  const lines = existsSync(out) ? readFileSync(out, 'utf8').split('\n').slice(0, -1) : [];
  return lines.map((line): string => JSON.parse(line).headline);
};

beforeAll(async () => {
  hub = await startHub();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), 'marsad-websub-'));
  mkdirSync(join(folder, 'config/sources'), { recursive: true });
  const port = await freePort();
  writeFileSync(
    join(folder, 'config/marsad.yaml'),
    [
      `redis: { folder: ${folder}/state }`,
      `crawl: { delay: 10ms, allowHosts: ['${new URL(origin).host}', '${new URL(hub.url).host}'] }`,
      'console: { port: 0 }',
      `websub: { callback: 'http://127.0.0.1:${port}/hubs/', port: ${port} }`,
      'log: { level: warn }',
      `sinks: { file: { jsonLines: { path: ${folder}/out.jsonl } } }`,
      '',
    ].join('\n'),
  );
  writeFileSync(
    join(folder, 'config/sources/alwadi.yaml'),
    `name: الوادي\nhomepage: ${origin}/\ndiscover: [{ feed: ${origin}/feed }]\n`,
  );
  answers.set('/feed', [200, { 'content-type': 'application/rss+xml' }, feed('/news/1.html')]);
  answers.set('/news/1.html', articlePage('سوق جديدة في الوادي', FIRST));
  answers.set('/news/2.html', articlePage('سفينة قمح تصل الميناء', SECOND));
  marsad = startCall('run', '--config', join(folder, 'config'));
});
afterAll(async () => {
  await marsad.stop();
  await hub.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a source whose feed names a hub', () => {
  it('is subscribed to, and the hub’s challenge is echoed', async () => {
    await vi.waitFor(() => expect(hub.echoes).toHaveLength(1), 300_000);
    expect(hub.echoes[0]).toEqual({ status: 200, text: 'challenge-<b>7</b>' });
    expect(hub.forms[0]).toMatchObject({ 'hub.mode': 'subscribe', 'hub.topic': `${origin}/feed` });
    await vi.waitFor(() => expect(headlines()).toEqual(['سوق جديدة في الوادي']), 300_000);
  });

  it('has what the hub pushes published, without its feed being asked for', async () => {
    const polls = asked.filter((path) => path === '/feed').length;
    const answer = await hub.publish(feed('/news/2.html'));
    expect(answer.status).toBe(202);
    await vi.waitFor(() => expect(headlines()).toContain('سفينة قمح تصل الميناء'), 300_000);
    expect(asked.filter((path) => path === '/feed')).toHaveLength(polls);
  });

  it('shows its hub in the status', async () => {
    const { stdout } = await callMarsad('status', '--config', join(folder, 'config'));
    expect(stdout).toMatch(/alwadi\s+live/u);
  });

  it('is let go at its hub when its file goes', async () => {
    rmSync(join(folder, 'config/sources/alwadi.yaml'));
    await vi.waitFor(
      () => expect(hub.forms.at(-1)).toMatchObject({ 'hub.mode': 'unsubscribe' }),
      300_000,
    );
    // The second echo: the first was the subscription's.
    await vi.waitFor(() => expect(hub.echoes).toHaveLength(2), 300_000);
    expect(hub.echoes[1]?.status).toBe(200);
    await vi.waitFor(
      async () => expect((await hub.publish(feed('/news/2.html'))).status).toBe(410),
      300_000,
    );
  });
});
