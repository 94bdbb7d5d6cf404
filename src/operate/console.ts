import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { BOARD_PATH, type Board } from './board.ts';
import type { ConsoleData } from './console-data.ts';
import { streamFeed } from './event-stream.ts';
import { feedRoutes } from './feeds.ts';
import { boardHeaders, boundedBody, onlyOwnHosts, onlyReads, strictHeaders } from './guard.ts';
import { type Address, type Listening, listen } from './listen.ts';
import { type Live, openLive } from './live.ts';
import type { Log } from './log.ts';
import { type Metrics, openMetrics } from './metrics.ts';
import { pageAssets } from './page/assets.ts';
import { consolePage } from './page/page.ts';
import { processHealth } from './process-health.ts';
import { redactor } from './redaction.ts';
import { stateRegistry } from './state-metrics.ts';
import { openView, type View } from './view.ts';

/** What a console is started with. */
export interface ConsoleOptions extends Address {
  readonly data: ConsoleData;
  /** The queues' board of `queueBoard`; without it /queues is not there. */
  readonly board?: Board;
  /** The metrics that this process's jobs feed. */
  readonly metrics?: Metrics;
  readonly log?: Log;
  /** Names beside IP addresses and localhost under which the console may be asked. */
  readonly hosts?: readonly string[];
  /** Values that must never show. */
  readonly secrets?: readonly string[];
  /** Whether this process can take up work now: `/health/ready`; always where absent. */
  readonly ready?: () => boolean;
  /** Pause between heartbeats of a silent stream; 15 s unless a test is in a hurry. */
  readonly heartbeatMs?: number;
}

/** Proxies cut a silent stream after 30 to 60 s. */
const HEARTBEAT_MS = 15_000;

/** Starts the console: one page, live, that only reads. @throws ConfigError where the port is taken */
export async function startConsole(options: ConsoleOptions): Promise<Listening> {
  const view = openView(options.data, redactor(options.secrets));
  const live = openLive(options.data, view);
  const { url, close } = await listen(consoleApp(options, view, live), options);
  return {
    url,
    close: async () => {
      live.feed.close();
      await close();
    },
  };
}

function consoleApp(options: ConsoleOptions, view: View, live: Live): Hono {
  const { board, log, host, hosts = [], heartbeatMs = HEARTBEAT_MS } = options;
  const isBoard = (path: string): boolean =>
    path === BOARD_PATH || path.startsWith(`${BOARD_PATH}/`);
  const app = new Hono();
  app.use(onlyOwnHosts([host, ...hosts]));
  app.use((c, next) => (isBoard(c.req.path) ? boardHeaders : strictHeaders)(c, next));
  app.use(onlyReads((path) => board?.writable === true && isBoard(path)));
  app.use(boundedBody);
  app.get('/', async (c) => {
    const content = await view.content();
    return c.html(consolePage(content), content.snapshot ? 200 : 503);
  });
  app.route('/assets', pageAssets());
  app.get('/events', (c) => streamFeed(c, live.feed, { heartbeatMs, catchUp: live.catchUp }));
  app.get('/health', async (c) => {
    const health = await view.health();
    return c.json(health, health.ok ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  app.route('/health', processHealth(options.ready));
  const metrics = options.metrics ?? openMetrics();
  app.get('/metrics', (c) => metricsAnswer(c, view, metrics));
  app.route('/feeds', feedRoutes(options.data));
  if (board) app.route(BOARD_PATH, board.app);
  app.notFound((c) => c.text('Not here.\n', 404));
  app.onError((error, c) => {
    // The middleware's way to refuse: a login that is missing or wrong.
    if (error instanceof HTTPException) return error.getResponse();
    log?.event('console-failed', { path: c.req.path, message: error.stack ?? error.message });
    return c.text('The console failed; its log says why.\n', 500);
  });
  return app;
}

/** This process's metrics and the installation's; where the state is away, the former alone. */
async function metricsAnswer(c: Context, view: View, { registry }: Metrics): Promise<Response> {
  const snapshot = await view.snapshot();
  const state = snapshot ? await stateRegistry(snapshot).metrics() : 'marsad_healthy 0\n';
  return c.body(`${await registry.metrics()}\n${state}`, 200, {
    'Content-Type': registry.contentType,
  });
}
