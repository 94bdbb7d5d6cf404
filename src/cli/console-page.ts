import { openArticleQueue } from '../jobs/queues.ts';
import { queueSink } from '../line/deliver/sinks/queue.ts';
import { queueBoard } from '../operate/board.ts';
import { startConsole } from '../operate/console.ts';
import { consoleData } from './console-data.ts';
import type { House } from './house.ts';
import type { Workshop } from './workshop.ts';

/** A console that is being served. */
export interface ConsolePage {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Serves the console on the address of the settings. @throws ConfigError where the port is taken */
export async function startConsolePage(house: House, workshop: Workshop): Promise<ConsolePage> {
  const { port } = house.catalogue.settings.console;
  // In a container the settings are those of any machine, and loopback is the container's own.
  const host = process.env.MARSAD_CONSOLE_HOST ?? house.catalogue.settings.console.host;
  const data = consoleData(house);
  const articles = articleQueues(house);
  const board = queueBoard([workshop.queues.visits, workshop.queues.pages, ...articles], {
    token: process.env.MARSAD_CONSOLE_TOKEN,
  });
  const { log, metrics } = workshop;
  const page = await startConsole({
    host,
    port,
    data,
    board,
    log,
    metrics,
    secrets: house.secrets,
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
function articleQueues({ redis, keys, catalogue }: House) {
  const settings = catalogue.settings.sinks.flatMap((entry) =>
    'queue' in entry ? [entry.queue] : [],
  );
  const names = settings.map((one) => queueSink.settings.parse(one ?? {}));
  return names.map((one) => openArticleQueue(redis, keys, queueName(one)));
}

function queueName(settings: unknown): string {
  const isNamed = typeof settings === 'object' && settings !== null && 'queue' in settings;
  return isNamed ? String(settings.queue) : 'articles';
}
