/**
 * The demo: serves the replica news sites on loopback, crawls them into a private Redis and shows
 * the records as they arrive. With `--drain` it ends by itself, with status 0 if every replica
 * article came out exactly once.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { consoleData } from '../src/cli/console-data.ts';
import { openInstallation } from '../src/cli/installation.ts';
import { ROLES, type Service, startService } from '../src/cli/service.ts';
import { stopped, stopSignal, untilStopped } from '../src/cli/stop-signal.ts';
import { MarsadError } from '../src/errors.ts';
import type { ArticleRecord } from '../src/record/article.ts';
import { loadSites } from '../test/sites/catalogue.ts';
import { serveSites } from '../test/sites/server.ts';

const HOME = '.marsad/demo';
const stop = stopSignal();
const isDrain = process.argv.includes('--drain');
const say = (text: string): void => void process.stdout.write(`${text}\n`);

rmSync(HOME, { recursive: true, force: true });
const config = join(HOME, 'config');
mkdirSync(join(config, 'sources'), { recursive: true });
const sites = await loadSites();
const feeds = sites.filter(({ site }) => !site.pagesOnly);
const served = await serveSites({ sites: feeds.map(({ site }) => site.id) });
await served.writeSources(config);
writeFileSync(join(config, 'marsad.yaml'), settings([...served.origins.values()]));

/** Loopback is allowed here, and the pause is short: nobody else is behind these sites. */
function settings(origins: readonly string[]): string {
  const hosts = origins.map((origin) => new URL(origin).host);
  return [
    'name: marsad-demo',
    `redis: { folder: ${HOME} }`,
    `crawl: { delay: 50ms, allowHosts: ${JSON.stringify(hosts)}, contact: http://127.0.0.1/ }`,
    `console: { port: ${isDrain ? 0 : 7700} }`,
    'log: { level: warn }',
    'sinks:',
    '  queue: { queue: {} }',
    '  stream: { stream: {} }',
    `  file: { jsonLines: { path: ${HOME}/articles.jsonl } }`,
    '',
  ].join('\n');
}

/** Longest way of a record from the log to this screen. */
const SHOW_MS = 1500;

const arrived = new Map<string, ArticleRecord[]>();

/** Shows a record in one line, and keeps it for the summary. */
function show(record: ArticleRecord): void {
  arrived.set(record.url, [...(arrived.get(record.url) ?? []), record]);
  const copy = record.story.role === 'original' ? '' : `  [${record.story.role}]`;
  say(`${record.datePublished ?? '—'}  ${record.source.name}: ${record.headline}${copy}`);
}

const opened = [served.close];
let status = 0;
try {
  await untilStopped(demo(), stop, close);
} catch (error) {
  if (!(error instanceof MarsadError)) throw error;
  say(`${error.message}\n  ${error.hint ?? ''}`);
  status = 1;
  await close();
}
process.exit(status);

/** Runs until the signal or, with `--drain`, until all is published. */
async function demo(): Promise<void> {
  const installation = await openInstallation(config);
  opened.unshift(installation.close);
  const data = consoleData(installation);
  opened.unshift(data.close);
  const unwatch = data.events(show);
  opened.unshift(async () => unwatch());
  const service = await startService(installation, { roles: ROLES, once: isDrain });
  opened.unshift(service.stop);
  say(`${feeds.length} replica sites on ${[...served.origins.values()].join(' ')}`);
  say(`console: ${service.consoleUrl}`);
  if (isDrain) await Promise.race([drained(service), stopped(stop)]);
  else await stopped(stop);
  await close();
}

async function drained(service: Service): Promise<void> {
  const end = await service.drain();
  // The last records are on their way from the log to this screen.
  await pause(SHOW_MS);
  status = summary(end.putOff);
}

/** Closes what was opened, the newest first, each once. */
async function close(): Promise<void> {
  for (let next = opened.shift(); next; next = opened.shift()) await next();
}

/** Compares what arrived with what the sites' newsrooms wrote; gives the exit status. */
function summary(putOff: number): number {
  const wanted = feeds.flatMap(({ site, articles }) =>
    articles
      .filter(({ inFeed }) => inFeed !== false)
      .map(({ headline }) => ({ source: site.id, headline })),
  );
  // A story that turns out to be another's brings a revision of each of its articles (`merged`).
  const records = [...arrived.values()].flat().filter(({ change }) => change !== 'merged');
  const count = ({ source, headline }: { source: string; headline: string }): number =>
    records.filter((record) => record.source.id === source && record.headline === headline).length;
  const missing = wanted.filter((article) => count(article) === 0);
  const twice = wanted.filter((article) => count(article) > 1);
  const latest = new Map([...arrived.values()].flat().map((record) => [record.id, record]));
  const copies = [...latest.values()].filter(({ story }) => story.role !== 'original').length;
  say(`\n${records.length} records of ${wanted.length} articles; ${copies} are copies of a story`);
  for (const { source, headline } of missing) say(`missing: ${source}: ${headline}`);
  for (const { source, headline } of twice) say(`more than once: ${source}: ${headline}`);
  if (putOff > 0) say(`${putOff} pages were put off`);
  return missing.length + twice.length + putOff === 0 && records.length === wanted.length ? 0 : 1;
}
