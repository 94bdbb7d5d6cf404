import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { join } from 'node:path';
import { ConfigError } from '../../src/errors.ts';
import { NOT_FOUND, sendAnswer } from './answer.ts';
import { type LoadedSite, loadSites } from './catalogue.ts';
import { placeAnswer, placeOrigins } from './origin.ts';
import { decodePath, findAnswer, readRoutes } from './routes.ts';

/** Requests kept for tests to look at; the oldest go first. */
const MAX_REQUESTS = 100_000;

/** One request that a replica site got. */
export interface SiteRequest {
  site: string;
  /** Path and query, percent-encoding undone. */
  path: string;
  headers: IncomingHttpHeaders;
  status: number;
  /** Unix time in milliseconds. */
  at: number;
}

/** How the replica sites are served. */
export interface ServeOptions {
  /** Ids of the sites; all that are there when absent. */
  sites?: string[];
  host?: '127.0.0.1';
  /** The first site in alphabetical order listens here, the next one port higher; 0 is any. */
  basePort?: number;
}

/** Replica sites that are being served. */
export interface ServedSites {
  /** `http://127.0.0.1:PORT` of each site by its id. */
  origins: Map<string, string>;
  /** What was asked, in the order of the answers. */
  requests: SiteRequest[];
  /** Writes `sources/<id>.yaml` under a folder for every site that is more than pages. */
  writeSources: (configDir: string) => Promise<string[]>;
  close: () => Promise<void>;
}

/**
 * Serves the replica sites on loopback, a port each.
 * @throws {ConfigError} when a site is unknown or incomplete, or a port is taken
 */
export async function serveSites(options: ServeOptions = {}): Promise<ServedSites> {
  const loaded = await loadSites(options.sites);
  const origins = new Map<string, string>();
  const requests: SiteRequest[] = [];
  const servers = loaded.map((one) => serverOf(one, { origins, requests }));
  const closeAll = async () => {
    await Promise.all(servers.map(close));
  };
  const host = options.host ?? '127.0.0.1';
  for (const [index, one] of loaded.entries()) {
    const port = options.basePort ? options.basePort + index : 0;
    try {
      origins.set(one.site.id, await listen(servers[index], host, port));
    } catch (cause) {
      await closeAll();
      throw new ConfigError(`Site '${one.site.id}' cannot listen on ${host}:${port}`, {
        cause,
        hint: 'Choose another basePort, or 0 for any free ports',
      });
    }
  }
  return {
    origins,
    requests,
    writeSources: (configDir) => writeSources(configDir, loaded, origins),
    close: closeAll,
  };
}

interface Desk {
  origins: Map<string, string>;
  requests: SiteRequest[];
}

function serverOf(loaded: LoadedSite, { origins, requests }: Desk): Server {
  const routes = readRoutes(loaded);
  return createServer((request, response) => {
    const target = request.url ?? '/';
    const answer = findAnswer(routes, target) ?? NOT_FOUND;
    sendAnswer({ request, response }, placeAnswer(answer, origins), loaded);
    if (requests.length >= MAX_REQUESTS) requests.shift();
    requests.push({
      site: loaded.site.id,
      path: decodePath(target),
      headers: request.headers,
      status: response.statusCode,
      at: Date.now(),
    });
  });
}

async function listen(server: Server | undefined, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server?.once('error', reject).listen(port, host, resolve);
  });
  const address = server?.address();
  return `http://${host}:${typeof address === 'object' ? address?.port : port}`;
}

async function close(server: Server): Promise<void> {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

async function writeSources(
  configDir: string,
  loaded: readonly LoadedSite[],
  origins: ReadonlyMap<string, string>,
): Promise<string[]> {
  const folder = join(configDir, 'sources');
  await mkdir(folder, { recursive: true });
  const withSource = loaded.filter((one) => one.source !== undefined);
  return Promise.all(
    withSource.map(async ({ site, source }) => {
      const file = join(folder, `${site.id}.yaml`);
      await writeFile(file, placeOrigins(source ?? '', origins));
      return file;
    }),
  );
}
