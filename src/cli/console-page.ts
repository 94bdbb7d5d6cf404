import { openArticleQueue } from '../jobs/queues.ts';
import { queueNames } from '../jobs/sinks.ts';
import { queueBoard } from '../operate/board.ts';
import { startConsole } from '../operate/console.ts';
import { consoleData } from './console-data.ts';
import type { Installation } from './installation.ts';
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
  const { port } = installation.catalogue.settings.console;
  // In a container the settings are those of any machine, and loopback is the container's own.
  const host = process.env.MARSAD_CONSOLE_HOST ?? installation.catalogue.settings.console.host;
  const data = consoleData(installation);
  const articles = articleQueues(installation);
  const board = queueBoard([runtime.queues.visits, runtime.queues.pages, ...articles], {
    token: process.env.MARSAD_CONSOLE_TOKEN,
  });
  const { gate, log, metrics } = runtime;
  const page = await startConsole({
    host,
    port,
    data,
    board,
    log,
    metrics,
    ready: () => gate.now().state === 'good',
    secrets: installation.secrets,
  });
  log.event('console-listening', { url: page.url });
  return {
    url: page.url,
    close: async () => {
      await page.close();
      await data.close();
      await Promise.all(articles.map((queue) => queue.close()));
    },
  };
}

/** The queues that records are delivered to, by the sinks of the settings. */
function articleQueues({ redis, keys, catalogue }: Installation) {
  return queueNames(catalogue.settings.sinks).map((name) => openArticleQueue(redis, keys, name));
}
