import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommandEnd } from '../marsad.ts';
import { openSourcesFolder } from './sources-site.ts';

const site = await openSourcesFolder();
const { folder, origin, run } = site;
afterAll(() => site.close());

/** Entries of a catalogue by what their feed's address gives. */
const ENTRIES = {
  'jo-good': '/live',
  'jo-gone': '/gone',
  'jo-closed': '/secret/feed',
  'jo-html': '/empty',
  'jo-bare': '/rss',
  'jo-foreign': '/english',
  'jo-wall': '/wall',
};

function writeCatalogue(): void {
  const entries = Object.entries(ENTRIES).map(
    ([id, path]) =>
      `- id: ${id}\n  name: عين السروة\n  homepage: ${origin}/\n  timeZone: Asia/Amman\n` +
      `  kind: daily\n  tags: [local]\n  discover:\n    - feed: ${origin}${path}\n  seenIn: [a list]\n`,
  );
  mkdirSync(join(folder, 'config/catalogue'));
  writeFileSync(join(folder, 'config/catalogue/JO.yaml'), entries.join('\n'));
}

const lines = (text: string): string[] => text.split('\n').filter(Boolean);

describe('trying a catalogue', () => {
  let end: CommandEnd;
  let known: Record<string, Record<string, unknown>>;
  beforeAll(async () => {
    writeCatalogue();
    end = await run('verify', '--country', 'jo');
    known = JSON.parse(readFileSync(join(folder, 'config/verified.json'), 'utf8'));
  });

  it.each([
    ['jo-good', { result: 'verified', robots: 'allowed', links: 1, articles: 1, dated: 1 }],
    ['jo-good', { language: 'ar', via: ['http'], newest: '2026-10-05T04:30:00.000Z' }],
    ['jo-gone', { result: 'failed', code: 'GONE' }],
    ['jo-wall', { result: 'failed', code: 'FORBIDDEN' }],
    ['jo-closed', { result: 'failed', code: 'ROBOTS_DISALLOWED', robots: 'disallowed' }],
    ['jo-html', { result: 'failed', code: 'NOT_A_FEED' }],
    ['jo-bare', { result: 'failed', code: 'NO_LINKS' }],
    ['jo-foreign', { result: 'failed', code: 'LANGUAGE', language: 'en', articles: 1 }],
  ])('writes down of %s: %o', (id, found) => {
    expect(known[id]).toMatchObject({ day: new Date().toISOString().slice(0, 10), ...found });
  });

  it('ends with a table, each failure with its reason, and status 1', () => {
    expect(end.status).toBe(1);
    expect(end.stderr).toBe('marsad: 6 of 7 failed\n');
    const [head, good, ...failed] = lines(end.stdout);
    expect(head).toMatch(/^ID +RESULT +LINKS +NEWEST .* WHY$/u);
    expect(good).toMatch(/^jo-good +verified +1 +2026-10-05 +1 +1 +ar +open +http$/u);
    expect(failed.join('\n')).toMatch(/^jo-foreign .* its articles are in en, not in ar$/mu);
    expect(failed.join('\n')).toMatch(/^jo-closed .*robots\.txt line 2 disallows/mu);
    expect(failed.at(-1)).toBe('1 verified, 6 failed');
  });

  it('lists what was found, and by it', async () => {
    const all = lines((await run('list', '--catalogue')).stdout);
    expect(all.find((line) => line.startsWith('jo-good'))).toMatch(
      /\tavailable\tverified 2\d{3}-/u,
    );
    const failed = lines((await run('list', '--catalogue', '--state', 'failed')).stdout);
    expect(failed).toHaveLength(6);
    expect(failed.every((line) => /\tfailed 2\d{3}-\d\d-\d\d .+\t/u.test(line))).toBe(true);
    expect((await run('list', '--catalogue', '--state', 'unverified')).stdout).toBe('');
  });

  it('enables what works and says why the rest is left out', async () => {
    const enabled = await run('enable', '--tag', 'local');
    expect(enabled.status).toBe(0);
    expect(readdirSync(join(folder, 'config/sources'))).toEqual(['jo-good.yaml']);
    expect(readFileSync(site.file('jo-good'), 'utf8')).toMatch(/^# .* verified on 2\d{3}-/mu);
    expect(enabled.stdout).toMatch(/^jo-gone is left out: it failed on .*404/mu);
    expect(await run('enable', 'jo-gone')).toMatchObject({ status: 1 });
    expect((await run('enable', 'jo-gone', '--force')).stdout).toContain('copied');
  });

  it('tries again a source by its file, and with --unverified nothing twice', async () => {
    site.write('english', 'language: en\n');
    const end = await run('verify', '--all', '--unverified', '--json');
    expect(lines(end.stdout).map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ id: 'english', result: 'verified' }),
    ]);
    expect(end).toMatchObject({ status: 0, stderr: '' });
  });
});

describe('what cannot be tried', () => {
  it.each([
    ['nothing named', ['verify'], /Nothing is named to verify/u],
    ['an id that is none', ['verify', 'nobody'], /No source nobody, and no such entry/u],
    ['a country without any', ['verify', '--country', 'ZZ'], /No source and no entry .* is so/u],
  ])('%s is a wrong use', async (_name, args, message) => {
    const end = await run(...args);
    expect(end.stderr).toMatch(message);
    expect(end.status).toBe(2);
  });

  it('a source whose file is broken is told from one that is not there', async () => {
    site.write('broken', 'colour: red\n');
    const end = await run('verify', 'broken');
    expect(end.stderr).toMatch(/The file of source broken has a fault\n {2}.*sources check/u);
    expect(end.status).toBe(2);
  });

  it('a real site without a contact, before any is asked', async () => {
    writeFileSync(
      site.file('real'),
      'name: المدار\nhomepage: https://almadar.test/\ndiscover: [feed: https://almadar.test/rss]\n',
    );
    const before = site.asked();
    const end = await run('verify', 'english', 'real');
    expect(end.stderr).toMatch(/crawl\.contact is not set/u);
    expect(end.status).toBe(2);
    expect(site.asked()).toBe(before);
  });

  it('where no host name resolves, nothing is kept of any site', async () => {
    const settings = join(folder, 'config/marsad.yaml');
    const before = readFileSync(settings, 'utf8');
    writeFileSync(settings, before.replace('crawl: {', 'crawl: { contact: a@sarwa.test,'));
    const homes = ['one', 'two'].map((id) => [id, `https://${id}.invalid`] as const);
    for (const [id, home] of homes) {
      writeFileSync(
        site.file(id),
        `name: المدار\nhomepage: ${home}/\ndiscover: [feed: ${home}/rss]\n`,
      );
    }
    const end = await run('verify', 'one', 'two');
    writeFileSync(settings, before);
    for (const [id] of homes) rmSync(site.file(id));
    expect(end.stderr).toMatch(/none of 2 host names resolves: this machine has no network/u);
    expect(end.status).toBe(1);
    const kept = JSON.parse(readFileSync(join(folder, 'config/verified.json'), 'utf8'));
    expect(Object.keys(kept)).not.toContain('one');
  });

  it('a file of results that is broken loses nothing', async () => {
    const file = join(folder, 'config/verified.json');
    writeFileSync(file, '{"english": ');
    const end = await run('verify', 'english');
    expect(end.stderr).toMatch(/verified\.json cannot be read: .*\n {2}Move it away/u);
    expect(end.status).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('{"english": ');
    rmSync(file);
  });

  it('a folder that takes no results is told before any site is asked', async () => {
    // As good as a closed folder, which a superuser may write to all the same.
    const half = join(folder, `config/verified.json.${process.pid}.tmp`);
    mkdirSync(half);
    const before = site.asked();
    const end = await run('verify', 'english');
    rmSync(half, { recursive: true });
    expect(end.stderr).toMatch(/verified\.json cannot be written: EISDIR.*\n {2}Make the folder/u);
    expect([end.status, site.asked()]).toEqual([2, before]);
  });
});
