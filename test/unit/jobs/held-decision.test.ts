import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Installation, openInstallation } from '../../../src/cli/installation.ts';
import { openRuntime, type Runtime } from '../../../src/cli/runtime.ts';
import { proposeRepair } from '../../../src/cli/sources/repair.ts';
import { StateError } from '../../../src/errors.ts';
import { findRepair } from '../../../src/jobs/find-repair.ts';
import { type HeldOutcome, releaseHeld, retryHeld } from '../../../src/jobs/held-decision.ts';
import { page } from '../../../src/jobs/page-job.ts';
import type { HeldRecord } from '../../../src/record/held-record.ts';
import type { Link } from '../../../src/record/link.ts';
import type { Source } from '../../../src/source.ts';
import { heldRecords } from '../../../src/state/held-records.ts';
import { records } from '../../../src/state/records.ts';
import { loadSites } from '../../sites/catalogue.ts';

const loaded = await loadSites();
const long = loaded.flatMap((one) => one.articles).filter(({ body }) => body.length > 400);
const almarsa = loaded.find(({ site }) => site.id === 'almarsa')?.site;

/** The longest of them stands on every page of the new template, where the text stood before. */
const [feature, ...rest] = long.toSorted((one, other) => other.body.length - one.body.length);
const articles = long.filter((one) => rest.includes(one));
/** Pages after the change that are odd by themselves: the feed gives them other titles. */
const ODD: ReadonlySet<number> = new Set([47, 52, 61]);
const FEATURE = (feature?.body ?? '').replaceAll('\n\n', '</p><p>');
const redesign = (html: string): string =>
  html
    .replaceAll('entry-content', 'longread')
    .replace(
      /<h1[^>]*>(.*?)<\/h1>/su,
      `<div class="entry-content"><p>${FEATURE}</p></div><h3 class="story-title">$1</h3>`,
    );

let folder: string;
let installation: Installation;
let runtime: Runtime;
let source: Source;
let isRedesigned = false;
/** Articles of whose pages only the headline is left. */
const lost = new Set<number>();
let server: ReturnType<typeof createServer>;
let origin: string;
const asked: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-held-'));
  server = createServer((request, response) => {
    const at = Number(/^\/n\/(\d+)$/u.exec(request.url ?? '')?.[1] ?? -1);
    const article = articles[at];
    if (!article || !almarsa) return response.writeHead(404).end();
    asked.push(request.url ?? '');
    const html = almarsa.page(article, articles.slice(0, 6));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    if (lost.has(at)) return response.end(`<h1>${article.headline}</h1>`);
    response.end(isRedesigned ? redesign(html) : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  mkdirSync(join(folder, 'sources'));
  writeFileSync(
    join(folder, 'marsad.yaml'),
    `redis: { folder: ${folder}/state }\ncrawl: { delay: 0s, allowHosts: ['${new URL(origin).host}'] }\nlog: { level: silent }\n`,
  );
  writeFileSync(
    join(folder, 'sources/marsa.yaml'),
    `name: المرسى\nhomepage: ${origin}/\ndiscover:\n  - feed: ${origin}/feed\nfetch: { via: http }\nrights: { askOptOutFiles: false }\narticle:\n  body: .entry-content # حتى التصميم الجديد\n`,
  );
  for (const id of ['row', 'window', 'own']) {
    writeFileSync(
      join(folder, `sources/${id}.yaml`),
      `name: الساحل\nhomepage: ${origin}/\ndiscover:\n  - feed: ${origin}/feed-${id}\nfetch: { via: http }\nrights: { askOptOutFiles: false }\n`,
    );
  }
  installation = await openInstallation(folder);
  runtime = await openRuntime(installation, () => undefined);
  const found = runtime.deps.source('marsa');
  if (!found) throw new StateError('The test has lost its source');
  source = found;
});
afterAll(async () => {
  await runtime.close();
  await installation.close();
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const fileText = (): string => readFileSync(join(folder, 'sources/marsa.yaml'), 'utf8');

const linkTo = (at: number): Link => {
  const { headline = '', body = '' } = articles[at] ?? {};
  return {
    url: `${origin}/n/${at}`,
    source: 'marsa',
    route: { kind: 'feed', url: `${origin}/feed` },
    firstSeen: '2026-11-20T08:00:00.000Z',
    visit: 'visit-1',
    title: ODD.has(at) ? 'مقتطفات من عدد اليوم' : headline,
    summary: body.slice(0, 280),
  };
};

const read = (at: number) =>
  page({ link: linkTo(at) }, { source, deps: runtime.deps, save: async () => undefined });

/** Why the last pages that were read again stay held. */
const reasons: string[] = [];

async function retry(held: readonly HeldRecord[], by: Source): Promise<HeldOutcome[]> {
  const outcomes: HeldOutcome[] = [];
  reasons.length = 0;
  await retryHeld(held, { source: by, deps: runtime.deps }, (_, outcome, why) => {
    outcomes.push(outcome);
    if (why !== undefined) reasons.push(why);
  });
  return outcomes;
}

const published = async () =>
  (await records(installation.redis, installation.keys).newest(500)).length;

it('holds back what a changed template makes of pages, and publishes none of it', async () => {
  for (let at = 0; at < 45; at += 1) await read(at);
  const before = await published();
  expect(before).toBeGreaterThan(40);
  isRedesigned = true;
  const ends = [];
  for (let at = 45; at < 65; at += 1) ends.push(await read(at));
  const health = (await runtime.deps.health.of(['marsa'])).get('marsa');
  expect(health?.drift?.signs).toEqual(expect.arrayContaining(['text agreement']));
  const held = await runtime.deps.held.list('marsa');
  expect(held.length).toBeGreaterThanOrEqual(17);
  expect(ends.filter(({ outcome }) => outcome === 'held')).toHaveLength(held.length);
  expect(await published()).toBe(before + ends.length - held.length);
});

it('holds back no revision that a second look would make of it', async () => {
  const [entry] = await records(installation.redis, installation.keys).newest(500);
  const job = { link: linkTo(0), article: entry?.id ?? '' };
  const end = await page(job, { source, deps: runtime.deps, save: async () => undefined });
  expect(end.outcome).toBe('held');
});

it('publishes what is released once, however often', async () => {
  const before = await published();
  const [held] = (await runtime.deps.held.list('marsa')).filter(({ article }) => !article);
  if (!held) throw new StateError('nothing is held');
  const work = { source, deps: runtime.deps };
  expect(await releaseHeld(held, work)).toBe('published');
  expect(await releaseHeld(held, work)).toBe('unchanged');
  expect(await published()).toBe(before + 1);
  expect(await runtime.deps.held.get(held.id)).toBeUndefined();
});

it('proposes the selector that finds the text again, and keeps the comments of the file', async () => {
  const context = { config: folder, installation, runtime };
  const found = await proposeRepair('marsa', context);
  expect(found).toMatchObject({
    edits: { body: '.longread' },
    before: { text: expect.closeTo(0, 0) },
    after: { text: expect.closeTo(1, 0) },
  });
  const { diff = '', text = '' } = typeof found === 'string' ? {} : found;
  expect(diff).toContain('-  body: .entry-content # حتى التصميم الجديد');
  expect(diff).toContain('+  body: .longread # حتى التصميم الجديد');
  expect(text).toBe(diff === '' ? '' : fileText().replace('.entry-content', '.longread'));
});

it('proposes nothing where the file reads as well, or nothing is held', async () => {
  const { deps } = runtime;
  const earlier = async () => undefined;
  const mended = { ...source, article: { body: '.longread' } };
  expect(await findRepair({ source: mended, deps, earlier })).toBe('nothing better');
  expect(await findRepair({ source: { ...source, id: 'none' }, deps, earlier })).toBe(
    'too few pages',
  );
});

it('reads kept pages again by the file as it is, without asking the site', async () => {
  const mended = { ...source, article: { headline: '.story-title', body: '.longread' } };
  const [before, requests] = [await published(), asked.length];
  const held = await runtime.deps.held.list('marsa');
  expect(await retry(held.slice(0, 1), source)).toEqual(['held']);
  expect(reasons).toEqual([expect.stringMatching(/^no article, too-little-text: /u)]);
  const outcomes = await retry(held, mended);
  expect(outcomes).toHaveLength(held.length);
  expect(outcomes).not.toContain('held');
  expect(reasons).toEqual([]);
  expect(asked).toHaveLength(requests);
  expect(await runtime.deps.held.list('marsa')).toEqual([]);
  const fresh = outcomes.filter((outcome) => outcome === 'published' || outcome === 'updated');
  expect(await published()).toBe(before + fresh.length);
  const health = (await runtime.deps.health.of(['marsa'])).get('marsa');
  expect(health?.drift).toBeNull();
});

it('keeps a bounded number, the latest, and says how many had to go', async () => {
  const store = heldRecords(installation.redis, installation.keys);
  const copy = await runtime.deps.fetch(
    { url: `${origin}/n/1`, kind: 'page', via: 'http' },
    source,
  );
  let gone = 0;
  for (let at = 0; at < 203; at += 1) {
    const second = String(at % 60).padStart(2, '0');
    gone += await store.add(
      {
        id: `many-${String(at).padStart(4, '0')}`,
        source: 'many',
        url: `${origin}/n/${at}`,
        at: `2026-11-20T0${Math.floor(at / 60)}:00:${second}.000Z`,
        signs: ['length'],
        link: linkTo(1),
        reason: 'empty: no text on the page',
      },
      copy,
    );
  }
  const all = await store.list('many');
  expect(all).toHaveLength(200);
  expect(gone).toBe(3);
  expect(all[0]?.id).toBe('many-0003');
  expect(await store.page('many-0010')).toBeUndefined();
  expect((await store.page('many-0202'))?.text).toBe(copy.text);
});

/** Reads pages of another source, those of `gone` without their text, and gives how their jobs ended. */
async function readWithout(id: string, gone: readonly number[], last: number) {
  const own = runtime.deps.source(id);
  if (!own) throw new StateError(`The test has lost its source ${id}`);
  isRedesigned = false;
  lost.clear();
  for (const at of gone) lost.add(at);
  const ends = [];
  for (let at = 0; at <= last; at += 1) {
    const job = { link: { ...linkTo(at), source: id } };
    ends.push(await page(job, { source: own, deps: runtime.deps, save: async () => undefined }));
  }
  return ends;
}

it.each([
  ['row', 'three pages in a row', [45, 46, 47], 47],
  [
    'window',
    'two of three pages until the drift is found',
    Array.from({ length: 14 }, (_, at) => 41 + Math.floor(at * 1.5)),
    60,
  ],
])('holds what is lost from the first page on: %s, %s', async (id, _how, gone, last) => {
  const ends = await readWithout(id, gone, last);
  expect(gone.map((at) => ends[at]?.outcome)).toContain('skipped');
  const held = await runtime.deps.held.list(id);
  expect(held.map(({ link }) => link.url).toSorted()).toEqual(
    gone.map((at) => `${origin}/n/${at}`).toSorted(),
  );
  const own = runtime.deps.source(id);
  if (!own) throw new StateError(`The test has lost its source ${id}`);
  expect(new Set(await retry(held, own))).toEqual(new Set(['held']));
  expect(reasons).toHaveLength(gone.length);
  for (const why of reasons) expect(why).toMatch(/^no article, \S+: \S/u);
});

it('leaves pages alone that are odd by themselves', async () => {
  const ends = await readWithout('own', [43, 50, 57], 60);
  expect([43, 50, 57].map((at) => ends[at]?.outcome)).toEqual(['skipped', 'skipped', 'skipped']);
  expect(await runtime.deps.held.list('own')).toEqual([]);
});
