import { Hono } from 'hono';
import { html } from 'hono/html';
import type { ConsoleEnv } from '../access/gate.ts';
import { BOARD_PATH } from '../board.ts';
import { type CachedRead, cachedRead } from '../cached-read.ts';
import { within } from '../deadline.ts';
import type { ArticleWish, OperatorReads } from '../operator-data.ts';
import { alertsPage } from '../page/alerts-page.ts';
import { articlesPage } from '../page/article-list.ts';
import { articlePage } from '../page/article-page.ts';
import { failuresPage } from '../page/failures-page.ts';
import { healthBanner, livePage } from '../page/live-page.ts';
import { overviewPage } from '../page/overview-page.ts';
import type { Reader } from '../page/page-reader.ts';
import { auditTable, queuesPage } from '../page/queues-page.ts';
import { shardsCard, shardsPage } from '../page/shards-page.ts';
import { judgeAll } from '../page/source-choice.ts';
import { sourcesPage } from '../page/sources-page.ts';
import { traceCard } from '../page/trace-table.ts';
import type { ShardView } from '../shards.ts';
import type { Snapshot } from '../snapshot.ts';
import type { View } from '../view.ts';
import { drawSource } from './draw-source.ts';
import { drawStory } from './draw-story.ts';
import { answerPage, type Drawing, notFound, readerFor } from './page-answer.ts';

/** Never rejects: a shard that is away says so. */
export type ShardReads = () => Promise<readonly ShardView[]>;

/** What the pages are drawn from. */
export interface ReadPorts {
  readonly view: View;
  readonly reads: OperatorReads;
  readonly drawing: Drawing;
  readonly hasBoard: boolean;
  /** The other installations; absent where the settings name none. */
  readonly shards?: ShardReads | undefined;
}

/** How long a read may take, and how long the answer of an expensive read is used again. */
const STATE_MS = 3000;
const FRESH_MS = 2000;
const PACE_MS = 15_000;

/** The most records that a search gives: nobody turns more pages. */
const FOUND_MOST = 2000;

/** The pages that show. Each throws StateError where the state is away. */
export function readRoutes(ports: ReadPorts): Hono<ConsoleEnv> {
  const { view, drawing } = ports;
  const reads = bounded(ports.reads);
  const app = new Hono<ConsoleEnv>();
  // What a form retried or discarded is not to stand on the page that comes after it.
  app.post('*', async (_, next) => {
    await next();
    reads.deadLetters.forget();
  });
  app.get('/', async (c) => {
    const reader = readerFor(c, drawing);
    const [snapshot, letters, pace, alerts, shards] = await Promise.all([
      view.need(),
      reads.deadLetters(),
      reads.pace(),
      reads.alerts(reader),
      ports.shards?.() ?? [],
    ]);
    const sources = judged(snapshot, reader);
    const { queues, sinks, fileFaults } = snapshot;
    const content = { sources, fileFaults, queues, sinks, letters, pace, alerts: alerts.open };
    const body = html`${healthBanner(reader, snapshot.health)}${overviewPage(reader, content)}${shardsCard(reader, shards)}`;
    return answerPage(c, reader, { title: reader.say('overview'), body });
  });
  app.get('/sources', async (c) => {
    const reader = readerFor(c, drawing);
    const snapshot = await view.need();
    const sources = judged(snapshot, reader);
    const body = sourcesPage(reader, { sources, fileFaults: snapshot.fileFaults });
    return answerPage(c, reader, { title: reader.say('sources'), body });
  });
  app.get('/sources/:id', (c) => drawSource(c, c.req.param('id'), { ...ports, reads }));
  app.get('/articles', async (c) => {
    const reader = readerFor(c, drawing);
    const [snapshot, search] = await Promise.all([
      view.need(),
      reads.search(wishOf(reader.query), FOUND_MOST),
    ]);
    const body = articlesPage(reader, { search, sources: snapshot.sources });
    return answerPage(c, reader, { title: reader.say('articles'), body });
  });
  app.get('/articles/:id', async (c) => {
    const reader = readerFor(c, drawing);
    const [newest, ...earlier] = await reads.revisions(c.req.param('id'));
    if (!newest) return notFound(c, reader);
    const [story, traces] = await Promise.all([
      reads.story(newest.story.id),
      reads.trace(newest.id),
    ]);
    const extra = [traceCard(reader, traces)];
    const body = articlePage(reader, { revisions: [newest, ...earlier], story, extra });
    return answerPage(c, reader, { title: newest.headline.slice(0, 80), body });
  });
  app.get('/stories/:id', (c) => drawStory(c, c.req.param('id'), { ...ports, reads }));
  app.get('/failures', async (c) => {
    const reader = readerFor(c, drawing);
    const [snapshot, letters] = await Promise.all([view.need(), reads.deadLetters()]);
    const names = new Map(snapshot.sources.map(({ id, name }) => [id, name]));
    const body = failuresPage(reader, { letters, names });
    return answerPage(c, reader, { title: reader.say('failures'), body });
  });
  app.get('/alerts', async (c) => {
    const reader = readerFor(c, drawing);
    const body = alertsPage(reader, await reads.alerts(reader));
    return answerPage(c, reader, { title: reader.say('alerts'), body });
  });
  app.get('/jobs', async (c) => {
    const reader = readerFor(c, drawing);
    const [snapshot, views] = await Promise.all([view.need(), reads.jobs()]);
    const board = ports.hasBoard ? BOARD_PATH : undefined;
    const body = queuesPage(reader, { queues: snapshot.queues, views, board });
    return answerPage(c, reader, { title: reader.say('queues'), body });
  });
  app.get('/shards', async (c) => {
    const reader = readerFor(c, drawing);
    const shards = await ports.shards?.();
    if (!shards) return notFound(c, reader);
    return answerPage(c, reader, { title: reader.say('shards'), body: shardsPage(reader, shards) });
  });
  app.get('/live', async (c) => {
    const reader = readerFor(c, drawing);
    const content = await view.content();
    const body = livePage(reader, content);
    const status = content.snapshot ? 200 : 503;
    return answerPage(c, reader, { title: reader.say('live'), body, script: 'live.mjs' }, status);
  });
  app.get('/audit', async (c) => {
    const reader = readerFor(c, drawing);
    const body = html`<h1>${reader.say('audit')}</h1>${auditTable(reader, await reads.audit())}`;
    return answerPage(c, reader, { title: reader.say('audit'), body });
  });
  return app;
}

/** The sources as they are judged now. */
export function judged(snapshot: Snapshot, { now }: Reader) {
  return judgeAll(snapshot.sources, now);
}

interface BoundedReads extends OperatorReads {
  readonly deadLetters: CachedRead<Awaited<ReturnType<OperatorReads['deadLetters']>>>;
}

/** The same reads, each with an end; what is asked by every reader is read once for all. */
function bounded(reads: OperatorReads): BoundedReads {
  const letters = cachedRead(() => within(STATE_MS, reads.deadLetters()), FRESH_MS);
  return {
    ...reads,
    source: (id) => within(STATE_MS, reads.source(id)),
    search: (wish, most) => within(STATE_MS, reads.search(wish, most)),
    revisions: (id) => within(STATE_MS, reads.revisions(id)),
    held: (id) => within(STATE_MS, reads.held(id)),
    story: (id) => within(STATE_MS, reads.story(id)),
    trace: (id) => within(STATE_MS, reads.trace(id)),
    jobs: () => within(STATE_MS, reads.jobs()),
    audit: () => within(STATE_MS, reads.audit()),
    alerts: (reader) => within(STATE_MS, reads.alerts(reader)),
    deadLetters: letters,
    pace: cachedRead(() => within(STATE_MS, reads.pace()), PACE_MS),
  };
}

function wishOf(query: URLSearchParams): ArticleWish {
  const of = (name: string): string | undefined => query.get(name)?.slice(0, 200) || undefined;
  return {
    text: of('q'),
    source: of('source'),
    country: of('country'),
    role: of('role'),
    change: of('change'),
  };
}
