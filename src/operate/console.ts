import { type Context, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { MarsadError, StateError } from '../errors.ts';
import { type AccessOptions, openAccess } from './access/access.ts';
import { type ConsoleEnv, gate } from './access/gate.ts';
import { API_PATH, readApi } from './api/api.ts';
import type { ApiOptions } from './api/ports.ts';
import { ApiProblem, problemAnswer } from './api/problem.ts';
import { BOARD_PATH, type Board } from './board.ts';
import type { ConsoleData } from './console-data.ts';
import { within } from './deadline.ts';
import { streamFeed } from './event-stream.ts';
import { type FeedPlace, feedRoutes } from './feeds.ts';
import { boardHeaders, boundedBody, onlyOwnHosts, onlyReads, strictHeaders } from './guard.ts';
import { type Address, type Listening, listen } from './listen.ts';
import { openLive } from './live.ts';
import type { Log } from './log.ts';
import { type Metrics, openMetrics } from './metrics.ts';
import type { OperatorReads, OperatorWrites } from './operator-data.ts';
import { pageAssets } from './page/assets.ts';
import { LANGUAGES } from './page/words/console-words.ts';
import { processHealth } from './process-health.ts';
import { type ProcessReport, processesText } from './process-series.ts';
import { languageOf } from './reader-of.ts';
import { redactor } from './redaction.ts';
import { loginRoutes } from './routes/login-routes.ts';
import { type Drawing, failed, notFound, readerFor } from './routes/page-answer.ts';
import { readRoutes, type ShardReads } from './routes/read-routes.ts';
import { writeRoutes } from './routes/write-routes.ts';
import { stateRegistry } from './state-metrics.ts';
import { openView, type View } from './view.ts';

/** What a console is started with. */
export interface ConsoleOptions extends Address {
  readonly data: ConsoleData;
  readonly reads: OperatorReads;
  readonly writes: OperatorWrites;
  /** Who may enter; anybody may read where absent. */
  readonly access?: AccessOptions;
  /** The queues' board of `queueBoard`; without it /queues is not there. */
  readonly board?: Board;
  /** The metrics that this process's jobs feed. */
  readonly metrics?: Metrics;
  /** The name of this process, and what the others of the installation counted. */
  readonly processes?: Processes;
  readonly log?: Log;
  /** The public address of the feeds; that of each request where absent. */
  readonly feeds?: FeedPlace;
  /** The read API at /api/v1; without it there is none. */
  readonly api?: ApiOptions;
  /** The other installations that it shows; absent where there are none. */
  readonly shards?: ShardReads;
  /** Names beside IP addresses and localhost under which the console may be asked. */
  readonly hosts?: readonly string[];
  /** The address that people know, where a proxy stands in front. */
  readonly publicUrl?: string | undefined;
  /** Values that must never show. */
  readonly secrets?: readonly string[];
  /** Whether this process can take up work now: `/health/ready`; always where absent. */
  readonly ready?: () => boolean;
  /** Pause between heartbeats of a silent stream; 15 s unless a test is in a hurry. */
  readonly heartbeatMs?: number;
}

/** What the processes of the installation counted. */
export interface Processes {
  readonly own: string;
  /** Rejects where the state is away. */
  readonly others: () => Promise<readonly ProcessReport[]>;
}

/** Proxies cut a silent stream after 30 to 60 s. */
const HEARTBEAT_MS = 15_000;

/** How long to wait for the reports of other processes: some milliseconds are usual. */
const OTHERS_MS = 3000;

/** A day's work without a second login. */
const SESSION_MS = 12 * 3_600_000;

/** Nobody has to log in, and nobody can change anything. */
const READ_ONLY: AccessOptions = { users: [], anonymous: 'viewer', sessionMs: SESSION_MS };

/** Starts the console. @throws ConfigError where the port is taken */
export async function startConsole(options: ConsoleOptions): Promise<Listening> {
  const view = openView(options.data, redactor(options.secrets));
  const lives = LANGUAGES.map((language) => openLive(options.data, view, language));
  const [arabic, english] = lives;
  const liveOf = (c: Context) =>
    languageOf([c.req.query('lang')]) === 'en' ? (english ?? arabic) : arabic;
  const app = consoleApp(options, view);
  app.get('/events', (c) => {
    const live = liveOf(c);
    const { heartbeatMs = HEARTBEAT_MS } = options;
    return live ? streamFeed(c, live.feed, { heartbeatMs, catchUp: live.catchUp }) : c.notFound();
  });
  const { url, close } = await listen(app, options);
  return {
    url,
    close: async () => {
      for (const { feed } of lives) feed.close();
      await close();
    },
  };
}

function consoleApp(options: ConsoleOptions, view: View): Hono<ConsoleEnv> {
  const { board, log, host, hosts = [], reads, writes, access: who = READ_ONLY } = options;
  const publicUrl = options.publicUrl === undefined ? undefined : new URL(options.publicUrl);
  const isHttps = publicUrl?.protocol === 'https:';
  const access = openAccess(who);
  const drawing = { redact: redactor(options.secrets), isHttps, formToken: access.formToken };
  const isBoard = (path: string): boolean =>
    path === BOARD_PATH || path.startsWith(`${BOARD_PATH}/`);
  const isWritable = (path: string): boolean =>
    isBoard(path) ? board?.isWritable === true : path !== '/' && !READ_ONLY_PATHS.test(path);
  const app = new Hono<ConsoleEnv>();
  app.use(onlyOwnHosts([host, ...hosts, ...(publicUrl ? [publicUrl.hostname] : [])], foreignHost));
  app.use((c, next) => (isBoard(c.req.path) ? boardHeaders : strictHeaders)(c, next));
  // Before the check of who may write: the API has tokens of its own.
  if (options.api) app.route(API_PATH, readApi(options.api));
  app.use(onlyReads(isWritable, publicUrl?.origin));
  app.use(boundedBody);
  app.use(gate({ access, proxy: who.proxy, isHttps }));
  app.route('/assets', pageAssets());
  app.get('/health', async (c) => {
    const health = await view.health();
    // Whether the service works is told to anybody who can reach it; what is wrong, to those who may enter.
    const answer = c.get('identity') ? health : { ok: health.ok };
    return c.json(answer, health.ok ? 200 : 503, { 'Cache-Control': 'no-store' });
  });
  app.route('/health', processHealth(options.ready));
  const metrics = options.metrics ?? openMetrics();
  app.get('/metrics', (c) => metricsAnswer(c, view, { metrics, processes: options.processes }));
  app.route('/feeds', feedRoutes(options.data, options.feeds));
  if (board) app.route(BOARD_PATH, board.app);
  app.route('/', loginRoutes({ access, drawing, sessionMs: who.sessionMs, log }));
  const { shards } = options;
  const ports = { view, reads, drawing, shards, hasBoard: board !== undefined };
  app.route('/', readRoutes(ports));
  const isReady = options.ready ?? (() => true);
  app.route('/', writeRoutes({ ...ports, writes, log, isReady }));
  app.notFound((c) => notFound(c, readerFor(c, drawing)));
  app.onError((error, c) => onError(error, c, { drawing, log }));
  return app;
}

/** A program that calls the API gets a problem document, a person a line of text. */
const foreignHost = (c: Context, message: string): Response =>
  c.req.path === API_PATH || c.req.path.startsWith(`${API_PATH}/`)
    ? problemAnswer(c, new ApiProblem('misdirected-request', message))
    : c.text(`${message}\n`, 421);

/** What never takes a write, whoever sends it. */
const READ_ONLY_PATHS = /^\/(?:events|health|metrics|feeds|assets)(?:\/|$)/u;

type Failed = { readonly drawing: Drawing; readonly log: Log | undefined };

async function onError(
  error: Error,
  c: Context<ConsoleEnv>,
  { drawing, log }: Failed,
): Promise<Response> {
  // The middleware's way to refuse: a login that is missing or wrong.
  if (error instanceof HTTPException) return error.getResponse();
  if (error instanceof MarsadError) return failed(c, readerFor(c, drawing), error);
  log?.event('console-failed', { path: c.req.path, message: error.stack ?? error.message });
  // A client that lost its connection rejects with an error of its own.
  if (/connection is closed|ECONNREFUSED|max retries/iu.test(error.message)) {
    return failed(c, readerFor(c, drawing), new StateError(error.message));
  }
  return c.text('The console failed; its log says why.\n', 500);
}

type Counted = { readonly metrics: Metrics; readonly processes: Processes | undefined };

/** The metrics of all processes and the installation's; where the state is away, this process's alone. */
async function metricsAnswer(c: Context, view: View, counted: Counted): Promise<Response> {
  const [snapshot, jobs] = await Promise.all([view.snapshot(), jobsText(counted)]);
  const state = snapshot ? await stateRegistry(snapshot).metrics() : 'marsad_healthy 0\n';
  return c.body(`${jobs}\n${state}`, 200, {
    'Content-Type': counted.metrics.registry.contentType,
  });
}

async function jobsText({ metrics, processes }: Counted): Promise<string> {
  if (!processes) return metrics.registry.metrics();
  // Where the state is away, marsad_healthy says so.
  const others = await within(OTHERS_MS, processes.others()).catch(() => []);
  return processesText([{ process: processes.own, series: await metrics.series() }, ...others]);
}
