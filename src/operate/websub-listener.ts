import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Address, type Listening, listen } from './listen.ts';
import type { Log } from './log.ts';

/** What a hub sent, as the listener hands it on. */
export interface HubDelivery {
  readonly body: Uint8Array;
  /** `X-Hub-Signature`. */
  readonly signature: string | undefined;
  readonly contentType: string | undefined;
}

/** Who answers the hubs. */
export interface HubPort {
  /** The text to echo to a hub that verifies, or undefined where nobody asked for that. */
  readonly notice: (
    id: string,
    query: Readonly<Record<string, string>>,
  ) => Promise<string | undefined>;
  /** Takes a delivery; false where nobody subscribes under this id any more. */
  readonly push: (id: string, delivery: HubDelivery) => Promise<boolean>;
}

/** What the listener is started with. */
export interface WebSubOptions extends Address {
  /** The public address; hubs ask below its path. */
  readonly callback: string;
  readonly hub: HubPort;
  readonly log: Log;
}

/**
 * The largest delivery: a feed of full texts is some 300 KB. A larger one cannot be proven without
 * being read, so its hub is told, and the polls find what was in it.
 */
const BODY_MOST = 1_000_000;

/** Sockets at a time: hubs are few, and each may hold a body of a megabyte. */
const SOCKETS_MOST = 100;

/** An id as the subscriptions make it: 32 bytes in base64url. */
const ID = ':id{[\\w-]{43}}';

/** Listens for hubs: the only address of Marsad that is meant to be public. @throws ConfigError */
export function startWebSub(options: WebSubOptions): Promise<Listening> {
  const { host, port } = options;
  return listen(webSubApp(options), {
    host,
    port,
    setting: 'websub.port',
    socketsMost: SOCKETS_MOST,
  });
}

function webSubApp({ callback, hub, log }: WebSubOptions): Hono {
  const path = `${new URL(callback).pathname.replace(/\/+$/u, '')}/${ID}`;
  const app = new Hono();
  app.use(bare);
  app.get(path, async (c) => {
    // HEAD comes here too, and its answer has no text that could echo anything.
    if (c.req.method !== 'GET') return c.notFound();
    const echo = await hub.notice(c.req.param('id') ?? '', c.req.query());
    return echo === undefined ? c.notFound() : c.text(echo);
  });
  app.post(path, bodyLimit({ maxSize: BODY_MOST, onError: tooLarge }), async (c) => {
    const taken = await hub.push(c.req.param('id') ?? '', await deliveryOf(c));
    // 410 tells the hub that it may end the subscription (W3C WebSub, 7).
    return c.body(null, taken ? 202 : 410);
  });
  app.notFound((c) => c.text('Not here.\n', 404));
  app.onError((error, c) => {
    // Not the query or the path: its last segment is what only the hub may know.
    log.event('websub-failed', { method: c.req.method, message: error.stack ?? error.message });
    // A hub sends again what was not taken.
    return c.text('Later.\n', 503);
  });
  return app;
}

async function deliveryOf(c: Context): Promise<HubDelivery> {
  return {
    body: new Uint8Array(await c.req.arrayBuffer()),
    signature: c.req.header('x-hub-signature'),
    contentType: c.req.header('content-type'),
  };
}

/** The echoed text comes from outside: no browser may take it for anything but plain text. */
async function bare(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  c.header('X-Content-Type-Options', 'nosniff');
  c.header('Content-Security-Policy', "default-src 'none'");
  c.header('Cache-Control', 'no-store');
}

function tooLarge(c: Context): Response {
  c.header('Connection', 'close');
  return c.text('The body is too large.\n', 413);
}
