import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Installation, openInstallation } from '../../src/cli/installation.ts';
import { surveySite } from '../../src/cli/sources/survey-site.ts';
import { RobotsDisallowedError } from '../../src/errors.ts';
import { urlOf } from '../../src/line/discover/routes/index.ts';
import { zoneOf } from '../../src/record/source-rules.ts';
import { Source } from '../../src/source.ts';
import { listen } from './sources-site.ts';
import { type Answer, SURVEY_SITES } from './survey-sites.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-survey-'));
const config = join(folder, 'config');
const servers: Server[] = [];
let installation: Installation;

beforeAll(async () => {
  mkdirSync(config);
  const settings = [
    `redis: { folder: ${folder}/state }`,
    'crawl: { delay: 1ms, allowHosts: ["127.0.0.1"], totalTime: 60s }',
    'log: { level: silent }',
  ];
  writeFileSync(join(config, 'marsad.yaml'), `${settings.join('\n')}\n`);
  installation = await openInstallation(config);
});
afterAll(async () => {
  await installation.close();
  for (const server of servers) server.closeAllConnections();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Served {
  readonly origin: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
}

async function serve(
  answers: (origin: string) => Readonly<Record<string, Answer>>,
): Promise<Served> {
  const asked: string[] = [];
  let known: Readonly<Record<string, Answer>> = {};
  const server = createServer((request, response) => {
    // Tracking is no part of what a site answers.
    const url = (request.url ?? '').replace(/\?utm_.*$/u, '');
    asked.push(url);
    const { type, status = 200, headers, body } = known[url] ?? NOTHING;
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  });
  servers.push(server);
  const origin = `http://127.0.0.1:${await listen(server)}`;
  known = answers(origin);
  return { origin, asked };
}

const NOTHING: Answer = { type: 'text/html', status: 404, body: '' };

/** What clocks show in a zone in winter and in summer: zones that agree read a site alike. */
const shown = (zone: string): string[] =>
  ['2027-01-15T12:00:00Z', '2027-07-15T12:00:00Z'].map((at) =>
    new Date(at).toLocaleTimeString('en', { timeZone: zone }),
  );

describe('a survey of a site that nobody has seen', () => {
  it.each(SURVEY_SITES.map((site) => [site.name, site] as const))(
    'of the make: %s',
    async (_, { answers, routes, zone, without }) => {
      const now = new Date();
      const { origin, asked } = await serve((at) => answers(at, now));
      const { found, text, fault } = await surveySite(`${origin}/`, 'survey', config);
      expect(fault).toBeUndefined();
      const working = found.trials.filter(({ links }) => links.length > 0);
      for (const [kind, path] of Object.entries(routes)) {
        expect(working.map(({ route }) => route)).toContainEqual({ [kind]: origin + path });
      }
      const written = Source.parse(parse(text));
      expect(written.language).toBe('ar');
      expect(written.discover.map(urlOf)).not.toContain(`${origin}${without}`);
      if (zone === 'asked') expect(text).toContain('# timeZone: to be filled in');
      else expect(shown(zoneOf(written))).toEqual(shown(zone));
      expect(asked.filter((path, index) => asked.indexOf(path) !== index)).toEqual([]);
    },
  );

  it('is withheld where robots.txt forbids it', async () => {
    const forbidding: Answer = { type: 'text/plain', body: 'User-agent: *\nDisallow: /\n' };
    const { origin, asked } = await serve(() => ({ '/robots.txt': forbidding }));
    await expect(surveySite(`${origin}/`, 'survey', config)).rejects.toBeInstanceOf(
      RobotsDisallowedError,
    );
    expect(asked).toEqual(['/robots.txt']);
  });
});
