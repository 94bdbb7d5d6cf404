import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listen, openSourcesFolder, settingsFor } from './sources-site.ts';

const site = await openSourcesFolder();
const { folder, origin, run, runApart } = site;
const { file: source, write: writeSource } = site;

beforeEach(() => site.empty());
afterAll(() => site.close());

describe('adding a site that cannot be', () => {
  it.each([
    ['no URL', ['almadar'], 2, /Expected the http\(s\) URL of a home page, found almadar/u],
    ['another scheme', ['ftp://almadar.test/'], 2, /Expected the http\(s\) URL/u],
    ['a bad id', ['https://almadar.test/', '--id', 'Al Madar'], 2, /An id is up to 60/u],
    ['a real site without a contact', ['https://almadar.test/'], 2, /crawl\.contact is not set/u],
    ['a private address', ['http://127.0.0.1:81/'], 1, /port 81 is not in crawl\.ports/u],
    ['a private address on a web port', ['http://127.0.0.1/'], 1, /the address is private/u],
    ['a login in the URL', ['http://me:secret@127.0.0.1/'], 1, /a login stands in the URL/u],
  ])('%s', async (_name, args, status, message) => {
    const end = await run('add', ...args);
    expect(end.stderr).toMatch(message);
    expect(end.stderr).not.toContain('secret');
    expect(end.status).toBe(status);
  });

  it.each([
    ['no HTML', '/pdf', /Expected the HTML of a home page at .*, found application\/pdf/u],
    ['a feed', '/rss', /found application\/rss\+xml/u],
    ['a page without articles', '/empty', /No route to articles was found/u],
    ['a page that is refused', '/wall', /Status 403/u],
    ['a page that is gone', '/gone', /Status 404/u],
    ['a page that robots.txt closes', '/secret/', /robots\.txt line 2 disallows/u],
  ])('%s', async (_name, path, message) => {
    const end = await run('add', origin + path, '--id', 'madar');
    expect(end.stderr).toMatch(message);
    expect(end.status).toBe(1);
    expect(() => readFileSync(source('madar'))).toThrow('ENOENT');
  });

  it('a host that is down', async () => {
    const closed = createServer();
    const port = await listen(closed);
    await new Promise((resolve) => closed.close(resolve));
    mkdirSync(join(folder, 'down'), { recursive: true });
    writeFileSync(join(folder, 'down/marsad.yaml'), settingsFor(folder, port));
    const end = await run('add', `http://127.0.0.1:${port}/`, '--config', 'down');
    expect(end.stderr).toMatch(/ECONNREFUSED|refused/u);
    expect(end.status).toBe(1);
  });

  it('a file that is there already, without asking the site', async () => {
    writeSource('madar');
    const before = readFileSync(source('madar'), 'utf8');
    const end = await run('add', `${origin}/`, '--id', 'madar');
    expect(end.stderr).toMatch(/madar\.yaml is there already\n {2}Overwrite it with --force/u);
    expect(end.status).toBe(2);
    expect(readFileSync(source('madar'), 'utf8')).toBe(before);
  });
});

describe('adding a site', () => {
  it('prints the file with --dry-run, with what was found and what was not', async () => {
    const end = await run('add', `${origin}/home`, '--id', 'sarwa', '--dry-run');
    expect(end).toMatchObject({ status: 0, stderr: '' });
    expect(end.stdout).toContain('# The feed names a hub that pushes it: https://hub.test/\n');
    expect(end.stdout).toContain('# 1 of 1 pages read are articles, 1 state a date.\n');
    expect(parse(end.stdout)).toEqual({
      name: 'عين السروة',
      homepage: `${origin}/home`,
      country: 'JO',
      timeZone: 'Asia/Amman',
      discover: [{ feed: `${origin}/live` }],
      visit: { every: 'auto' },
      revisit: ['1h', '6h', '24h'],
      enabled: true,
    });
    expect(existsSync(source('sarwa'))).toBe(false);
  });

  it('overwrites with --force, and leaves no half file', async () => {
    writeSource('sarwa', 'tags: [harvest]\n');
    const end = await runApart('add', `${origin}/home`, '--id', 'sarwa', '--force');
    expect(end).toMatchObject({ status: 0, stderr: '' });
    expect(end.stdout).toMatch(
      /^\* feed .*\/live: 200, 1 links, newest 2026-10-05T04:30:00\.000Z/mu,
    );
    expect(end.stdout).toMatch(/\/honey: سوق العسل يعود إلى عين السروة \(0\.\d/u);
    expect(end.stdout).toMatch(/^ +datePublished 0\.\d+: 2026-10-05T/mu);
    expect(end.stdout).toMatch(/^ +articleBody [\d.]+: \d+ words: عاد سوق العسل/mu);
    expect(end.stdout).toMatch(/Written: .*sarwa\.yaml/u);
    expect(readdirSync(join(folder, 'config/sources'))).toEqual(['sarwa.yaml']);
    expect(readFileSync(source('sarwa'), 'utf8')).not.toContain('harvest');
  });

  it('refuses a route that another source reads', async () => {
    writeSource('live');
    const end = await run('add', `${origin}/home`, '--id', 'sarwa');
    expect(end.stderr).toMatch(/\/live is already read by source live\n {2}.*--id live --force/u);
    expect(end.status).toBe(2);
  });

  it('asks a site without end for no more than it says', async () => {
    const before = site.asked();
    const end = await run('add', `${origin}/busy`, '--id', 'busy', '--json');
    const report = JSON.parse(end.stdout);
    expect(report.asked).toBeLessThanOrEqual(40);
    // robots.txt and the files of opt-outs are not counted among documents.
    expect(site.asked() - before).toBeLessThanOrEqual(report.asked + 3);
    expect(report.pages.length).toBe(12);
  });

  it('reads no article where the site reserves the use of its texts', async () => {
    const end = await run('add', `${origin}/reserved`, '--id', 'sarwa', '--json');
    expect(JSON.parse(end.stdout)).toMatchObject({
      pages: [],
      notes: expect.arrayContaining([
        expect.stringMatching(/reserves AI use \(tdm-reservation: 1\)/u),
      ]),
    });
    expect(existsSync(source('sarwa'))).toBe(true);
  });
});

describe('trying a source', () => {
  it('shows what would be found, with the trust in each field', async () => {
    writeSource('live');
    const end = await run('test', 'live', '--json');
    expect(end).toMatchObject({ status: 0, stderr: '' });
    const [route, page] = end.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(route).toMatchObject({ kind: 'feed', status: 200, links: 1, hub: 'https://hub.test/' });
    expect(page).toMatchObject({
      url: `${origin}/honey`,
      headline: 'سوق العسل يعود إلى عين السروة',
      datePublished: '2026-10-05T07:30:00+03:00',
      fields: { headline: expect.any(Number), articleBody: expect.any(Number) },
    });
  });

  it('says of each selector on how many pages it matched, and ends with 1 where one never did', async () => {
    site.write('live', 'article: { headline: h1, body: .none, remove: .ad }\n');
    const end = await run('test', 'live');
    expect(end.stdout).toMatch(/^article\.headline: h1: matched on 1 of 1 pages$/mu);
    expect(end.stdout).toMatch(/^article\.body: \.none: matched on 0 of 1 pages$/mu);
    expect(end.stdout).not.toContain('.ad');
    expect(end.stderr).toBe('marsad: Source live: nothing is found by article.body: .none\n');
    expect(end.status).toBe(1);
  });

  it('that is not there is a wrong use', async () => {
    const end = await run('test', 'nobody');
    expect(end).toMatchObject({ status: 2, stdout: '' });
    expect(end.stderr).toMatch(/No source nobody/u);
  });

  it('whose route is broken says so and ends with status 1', async () => {
    writeSource('gone');
    const end = await run('test', 'gone', '--json');
    expect(JSON.parse(end.stdout)).toMatchObject({
      kind: 'feed',
      status: 404,
      links: 0,
      error: { code: 'GONE' },
    });
    expect(end.stderr).toMatch(
      /Source gone: 1 of 1 routes are broken, 0 of 0 pages gave an article/u,
    );
    expect(end.status).toBe(1);
  });
});

describe('repairing a source', () => {
  it('that is not there is a wrong use', async () => {
    const end = await run('repair', 'nobody');
    expect(end).toMatchObject({ status: 2, stdout: '' });
    expect(end.stderr).toMatch(/No source nobody/u);
  });

  it('that reads well finds nothing better, and ends with status 1', async () => {
    writeSource('live');
    const end = await run('repair', 'live');
    expect(end).toMatchObject({ status: 1, stdout: '' });
    expect(end.stderr).toMatch(/^live: /u);
  });
});
