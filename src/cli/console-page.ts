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
  const board = queueBoard([workshop.queues.visits, workshop.queues.pages], {
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
    },
  };
}
