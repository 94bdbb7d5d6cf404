import type { Settings } from '../config/settings.ts';
import { ConfigError } from '../errors.ts';
import { feedPings } from '../jobs/feed-pings.ts';
import { openArticleQueue } from '../jobs/queues.ts';
import { queueNames } from '../jobs/sinks.ts';
import { queueBoard } from '../operate/board.ts';
import { type ConsoleOptions, startConsole } from '../operate/console.ts';
import type { ConsoleData } from '../operate/console-data.ts';
import { FEED_DOCUMENTS } from '../operate/feeds.ts';
import { shardReads } from '../operate/shards.ts';
import { records as recordsOf } from '../state/records.ts';
import { openApi } from './api-ports.ts';
import { openArticleIndex } from './console/article-index.ts';
import { accessOf } from './console/console-access.ts';
import { deadLetters } from './console/console-letters.ts';
import { operatorReads, type ReadParts } from './console/operator-reads.ts';
import { operatorWrites } from './console/operator-writes.ts';
import { consoleData } from './console-data.ts';
import { processName } from './heartbeat-role.ts';
import type { Installation } from './installation.ts';
import { recordLetters } from './letters.ts';
import { otherProcesses } from './metrics-report.ts';
import type { Runtime } from './runtime.ts';

/** A console that is being served. */
export interface ConsolePage {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the console on the address of the settings. @throws ConfigError where the port is taken */
export async function startConsolePage(
  installation: Installation,
  runtime: Runtime,
): Promise<ConsolePage> {
  const { settings } = installation.catalogue;
  const { port, publicUrl, hosts } = settings.console;
  // In a container the settings are those of any machine, and loopback is the container's own.
  const host = process.env.MARSAD_CONSOLE_HOST ?? settings.console.host;
  const access = accessOf(settings, host);
  const data = consoleData(installation);
  const api = await openApi(installation, runtime, data);
  const { parts, close } = openParts(installation, runtime);
  const { visits, pages } = runtime.queues;
  const board = queueBoard([visits, pages, ...parts.articles], {
    token: process.env.MARSAD_CONSOLE_TOKEN,
  });
  const { gate, log, metrics } = runtime;
  const page = await startConsole({
    ...{ host, port, publicUrl, hosts, access, data, board, log, metrics },
    reads: operatorReads(parts),
    writes: operatorWrites(parts),
    processes: { own: processName(), others: () => otherProcesses(installation) },
    ready: () => gate.now().state === 'good',
    secrets: installation.secrets,
    feeds: { url: publicUrl, hub: settings.feeds?.hub },
    ...(api ? { api: api.options } : {}),
    ...shardsOf(settings.console.shards),
  });
  log.event('console-listening', { url: page.url });
  const endPings = startPings(installation, runtime, data);
  return {
    url: page.url,
    close: async () => {
      endPings();
      await page.close();
      await api?.close();
      await close();
      await data.close();
    },
  };
}

/** The reads of the shards of the settings. @throws ConfigError where a token's variable is not set */
function shardsOf(shards: Settings['console']['shards']): Pick<ConsoleOptions, 'shards'> {
  const named = Object.entries(shards).map(([name, { url, token }]) => {
    const value = process.env[token.slice('env:'.length)];
    if (value) return { name, url: url.endsWith('/') ? url : `${url}/`, token: value };
    throw new ConfigError(`console.shards.${name}: ${token} is not set`, {
      hint: '`marsad api token` makes a token; its digest goes into the settings of the shard.',
    });
  });
  return named.length === 0 ? {} : { shards: shardReads(named) };
}

/** What the pages read and change, open. */
function openParts(installation: Installation, runtime: Runtime) {
  const { redis, keys, catalogue } = installation;
  const articles = queueNames(catalogue.settings.sinks).map((name) =>
    openArticleQueue(redis, keys, name),
  );
  const records = recordsOf(redis, keys);
  const index = openArticleIndex(records);
  const ofRecords = recordLetters(installation);
  const letters = deadLetters(runtime.queues, ofRecords);
  const parts: ReadParts = { installation, runtime, records, index, letters, articles };
  return {
    parts,
    close: async () => {
      index.close();
      await ofRecords.close();
      await Promise.all(articles.map((queue) => queue.close()));
    },
  };
}

/** Tells the hub of the settings of news, where they name one. @returns what ends it */
function startPings(
  { catalogue }: Installation,
  { post, log }: Runtime,
  data: Pick<ConsoleData, 'events'>,
): () => void {
  const { feeds, console: page } = catalogue.settings;
  const [url, hub] = [page.publicUrl, feeds?.hub];
  if (!url || !hub) return () => undefined;
  const pings = feedPings({
    post,
    hub,
    feeds: new URL('feeds/', url).href,
    documents: Object.keys(FEED_DOCUMENTS),
    onError: (topic, { message }) => log.event('websub-failed', { topic, message }),
  });
  const end = data.events(pings.note);
  return () => {
    end();
    pings.close();
  };
}
