import { setTimeout as pause } from 'node:timers/promises';
import { answerNotice } from '../jobs/hub-notice.ts';
import { push } from '../jobs/push.ts';
import { dropUnwanted, keepSubscriptions } from '../jobs/subscribe.ts';
import { startWebSub } from '../operate/websub-listener.ts';
import type { Installation } from './installation.ts';
import type { Runtime } from './runtime.ts';

/** How often due subscriptions are looked for: a new feed's hub is asked within that. */
const TICK_MS = 2000;

/** What a changed file did not show, since another process read it, is put right after that. */
const SWEEP_EVERY_TICKS = 30;

/**
 * Starts the role that subscribes to hubs and listens to them; without `websub.callback` it is not
 * wanted. Several may run behind one address: they share the work.
 * @throws ConfigError where the port is taken
 */
export async function startWebSubRole(
  { catalogue }: Installation,
  { deps, post, log }: Runtime,
): Promise<(() => Promise<void>) | undefined> {
  const settings = catalogue.settings.websub;
  const { hubs } = deps;
  if (!settings || !hubs) return undefined;
  const { callback, host, port } = settings;
  const hub = {
    notice: (id: string, query: Readonly<Record<string, string>>) =>
      answerNotice(id, query, { ...deps, hubs }),
    push: (id: string, sent: Parameters<typeof push>[1]) => push(id, sent, { ...deps, hubs }),
  };
  const page = await startWebSub({ callback, host, port, hub, log });
  log.event('websub-listening', { url: page.url, callback });
  const subscriber = { ...deps, hubs, post, callback };
  const end = new AbortController();
  const loop = async (): Promise<void> => {
    let known: ReturnType<typeof catalogue.sources> | undefined;
    for (let tick = 0; !end.signal.aborted; tick += 1) {
      try {
        const sources = catalogue.sources();
        if (sources !== known || tick % SWEEP_EVERY_TICKS === 0) await dropUnwanted(subscriber);
        known = sources;
        await keepSubscriptions(subscriber);
      } catch (error) {
        log.event('websub-failed', { message: String(error) });
      }
      await pause(TICK_MS, undefined, { signal: end.signal }).catch(() => undefined);
    }
  };
  const running = loop();
  return async () => {
    end.abort();
    // A hub that is being asked verifies at the listener before it answers.
    await running;
    await page.close();
  };
}
