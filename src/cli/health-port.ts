import { ConfigError } from '../errors.ts';
import { healthApp } from '../operate/health-app.ts';
import { type Listening, listen } from '../operate/listen.ts';
import { healthReport } from './health-report.ts';
import type { Installation } from './installation.ts';
import type { Runtime } from './runtime.ts';

/** Probes and scrapes come one by one; more sockets are a mistake or a flood. */
const SOCKETS_MOST = 50;

/** The port of the environment, which gives each process of a machine its own, else of the settings. */
function portOf({ catalogue }: Installation): number | undefined {
  const stated = process.env.MARSAD_HEALTH_PORT;
  if (stated === undefined) return catalogue.settings.health?.port;
  const port = Number(stated);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new ConfigError(`MARSAD_HEALTH_PORT is a port from 0 to 65535, found ${stated}`);
}

/**
 * Serves health and metrics of a process that has no console; undefined where no port is named.
 * @throws ConfigError where the port cannot be taken
 */
export async function openHealthPort(
  installation: Installation,
  { queues, gate, metrics, log }: Runtime,
): Promise<Listening | undefined> {
  const port = portOf(installation);
  if (port === undefined) return undefined;
  const host = process.env.MARSAD_HEALTH_HOST ?? installation.catalogue.settings.health?.host;
  const app = healthApp({
    health: () => healthReport(installation, queues),
    ready: () => gate.now().state === 'good',
    metrics,
  });
  const server = await listen(app, {
    host: host ?? '127.0.0.1',
    port,
    setting: 'health.port',
    socketsMost: SOCKETS_MOST,
  });
  log.event('health-listening', { url: server.url });
  return server;
}
