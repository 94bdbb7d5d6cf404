import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ArticleRecord } from '../../src/record/article.ts';
import { PROGRAM } from '../program.ts';
import { type ServedSites, serveSites } from '../sites/server.ts';
import { listen } from './sources-site.ts';
import { SURVEY_SITES } from './survey-sites.ts';

const GUIDE = readFileSync(new URL('../../docs/first-week.md', import.meta.url), 'utf8');
/** The commands of the guide, a block each. */
const BLOCKS = [...GUIDE.matchAll(/^```sh\n(.*?)^```$/gmsu)].map(([, block = '']) => block);

/** The outlet of the guide's country. */
const COUNTRY = 'sawt-annil';
/** The site of one's own: a home page with what a newcomer's site has. */
const OWN = SURVEY_SITES.find(({ name }) => name.startsWith('an Atom feed in the head'));

const folder = mkdtempSync(join(tmpdir(), 'marsad-guide-'));
let sites: ServedSites;
const own = createServer((request, response) => {
  const answer = OWN?.answers(`http://${request.headers.host}`, NOW)[request.url ?? ''];
  response.writeHead(answer ? (answer.status ?? 200) : 404, {
    'content-type': answer?.type ?? 'text/plain',
    ...answer?.headers,
  });
  response.end(answer?.body);
});
const NOW = new Date();
let ownOrigin = '';
let output = '';
let status: number | null;

/** Settings as the guide has them, for replica sites: on loopback, and without long pauses. */
function writeSettings(): void {
  mkdirSync(join(folder, 'config/catalogue'), { recursive: true });
  const hosts = [...sites.origins.values(), ownOrigin].map((origin) => new URL(origin).host);
  const [settings = ''] = [...GUIDE.matchAll(/^```yaml\n(.*?)^```$/gmsu)].map(([, text]) => text);
  const { crawl, ...rest } = parse(settings ?? '');
  const replica = { ...crawl, delay: '10ms', allowHosts: hosts };
  const more = { console: { port: 0 }, log: { level: 'warn' } };
  const all = { ...rest, ...more, crawl: replica };
  writeFileSync(join(folder, 'config/marsad.yaml'), JSON.stringify(all));
  const gone = new URL('/no-such-feed', sites.origins.get(COUNTRY)).href;
  const entry = (id: string, feed: string) => ({
    ...{ id, name: 'صوت النيل', homepage: sites.origins.get(COUNTRY), kind: 'daily' },
    ...{ timeZone: 'Africa/Cairo', discover: [{ feed }], seenIn: ['a list'] },
  });
  const source = parse(readFileSync(join(folder, 'replica/sources', `${COUNTRY}.yaml`), 'utf8'));
  const entries = [entry('eg-sawt', source.discover[0].feed), entry('eg-gone', gone)];
  writeFileSync(join(folder, 'config/catalogue/EG.yaml'), JSON.stringify(entries));
}

/** `marsad` on the path, as the package installs it. */
function writeProgram(): void {
  mkdirSync(join(folder, 'bin'));
  const words = [process.execPath, ...PROGRAM].map((word) => `'${word}'`).join(' ');
  writeFileSync(join(folder, 'bin/marsad'), `#!/bin/sh\nexec ${words} "$@"\n`);
  chmodSync(join(folder, 'bin/marsad'), 0o755);
}

beforeAll(async () => {
  ownOrigin = `http://127.0.0.1:${await listen(own)}`;
  sites = await serveSites({ sites: [COUNTRY] });
  mkdirSync(join(folder, 'replica/sources'), { recursive: true });
  await sites.writeSources(join(folder, 'replica'));
  writeSettings();
  writeProgram();
  const script = BLOCKS.map((block, at) => `echo "### ${at}"\n${block}`).join('\n');
  const { REDIS_URL: _redis, ...env } = process.env;
  const shell = spawn(
    'bash',
    ['-euc', script.replaceAll('https://almadar.example/', `${ownOrigin}/`)],
    {
      cwd: folder,
      env: { ...env, PATH: `${join(folder, 'bin')}:${env.PATH}`, NODE_NO_WARNINGS: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  shell.stdout.on('data', (chunk) => (output += chunk));
  shell.stderr.on('data', (chunk) => (output += chunk));
  [status] = await once(shell, 'close');
});
afterAll(async () => {
  await sites.close();
  own.close();
  own.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

/** What a block of the guide printed. */
const printed = (at: number): string => output.split(/^### \d+$/mu)[at + 1] ?? '';

const recordsIn = (place: string): ArticleRecord[] =>
  readFileSync(join(folder, place, 'articles.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => ArticleRecord.parse(JSON.parse(line)));

describe('the guide of the first week', () => {
  it('runs from its first command to its last', () => {
    expect(status, output).toBe(0);
  });

  it('tries the catalogue, and leaves out what fails', () => {
    expect(printed(1)).toMatch(/^eg-sawt +verified/mu);
    expect(printed(1)).toMatch(/^eg-gone is left out/mu);
    expect(existsSync(join(folder, 'config/sources/eg-sawt.yaml'))).toBe(true);
    expect(existsSync(join(folder, 'config/sources/eg-gone.yaml'))).toBe(false);
  });

  it('has a site of its own beside the country', () => {
    expect(readdirSync(join(folder, 'config/sources')).length).toBe(2);
    expect(printed(2)).toMatch(/^2 sources are good, 0 files have a fault$/mu);
  });

  it('publishes every article once, whatever was killed, stopped and started again', () => {
    const published = recordsIn('.').filter(({ change }) => change === 'published');
    expect(new Set(published.map(({ id }) => id)).size).toBe(published.length);
    expect(new Set(published.map(({ source }) => source.id)).size).toBe(2);
    expect(published.length).toBeGreaterThan(3);
  });

  it('knows in the restored copy what was published before', () => {
    const before = recordsIn('.').map(({ id, revision }) => `${id}:${revision}`);
    const after = recordsIn('elsewhere').map(({ id, revision }) => `${id}:${revision}`);
    expect(after).toEqual(before);
  });
});
