import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callMarsad, callMarsadIn } from '../called.ts';
import { blockCalls, spanCalls, wordsOfMarsad } from '../guide-calls.ts';
import { type ServedSites, serveSites } from '../sites/server.ts';

// The commands that guides name, run in one installation that has crawled a site. Those of the first
// week are run in their order by guide.test.ts.

const SITE = 'almarsa';
/** The source as the guides call it. */
const ID = 'almadar';

/** What is not run here, by how it begins, and why. */
const ELSEWHERE: readonly (readonly [start: string, reason: string])[] = [
  ['run', 'ends when it is told to: guide.test.ts'],
  ['COMMAND', 'stands for each command'],
  ['console password', 'reads a password from the keyboard: access.test.ts'],
  ['health', 'asks a service that runs: several-processes.test.ts'],
  ['restore', 'wants an empty installation: guide.test.ts'],
  ['sources add', 'wants a site of its own: guide.test.ts'],
  ['sources verify', 'asks outlets by their names: sources-verify.test.ts'],
  ['sources test eg-', 'asks an outlet by its name'],
  ['visit ID --since', 'would be a second fetching of the past: backfill.test.ts'],
  ['sinks forget', 'wants a sink that no setting names: delivery.test.ts'],
];
/** Named in a sentence that says which words are still to come. */
const PARTIAL = ['', 'replay', 'failures discard', 'held discard ID…', 'held release ID…'];

let folder: string;
let sites: ServedSites;
let page: string;
const before = process.cwd();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-guides-'));
  sites = await serveSites({ sites: [SITE] });
  mkdirSync(join(folder, 'config'));
  await sites.writeSources(join(folder, 'config'));
  const sources = join(folder, 'config/sources');
  renameSync(join(sources, `${SITE}.yaml`), join(sources, `${ID}.yaml`));
  const host = new URL(sites.origins.get(SITE) ?? '').host;
  const settings = {
    redis: { folder: '.marsad/redis' },
    crawl: { delay: '10ms', contact: 'https://example.org/crawler', allowHosts: [host] },
    archive: { folder: '.marsad/archive' },
    log: { level: 'silent' },
    sinks: { archive: { jsonLines: { path: 'articles.jsonl' } } },
  };
  writeFileSync(join(folder, 'config/marsad.yaml'), JSON.stringify(settings));
  const outline = '<outline text="الشراع" xmlUrl="https://shiraa.test/feed/"/>';
  writeFileSync(
    join(folder, 'subscriptions.opml'),
    `<opml version="2.0"><head/><body>${outline}</body></opml>`,
  );
  const drain = await callMarsadIn({ cwd: folder }, 'run', '--drain');
  expect(drain).toMatchObject({ status: 0 });
  process.chdir(folder);
  const { stdout } = await callMarsad('records', 'tail', '--json', '-n', '1');
  page = JSON.parse(stdout).url;
  const archive = join(folder, '.marsad/archive');
  const [warc = ''] = readdirSync(archive).filter((name) => name.includes('.warc'));
  copyFileSync(join(archive, warc), join(folder, 'old.warc.gz'));
});
afterAll(async () => {
  process.chdir(before);
  await sites.close();
  rmSync(folder, { recursive: true, force: true });
});

const feed = (): string => `${sites.origins.get(SITE)}/feed/`;

/** The words of a guide, with what a reader puts in the place of each name. */
function filled(words: readonly string[]): string[] {
  const values: Record<string, string> = {
    ...{ ID, FILE: 'state.backup', NAME: 'archive', DATE: '2026-11-01', 'URL|ID': page },
    URL: words[1] === 'feed' ? feed() : page,
  };
  return words.map((word) => values[word] ?? word);
}

const calls = new Map(
  [...blockCalls, ...spanCalls].flatMap(([, words]) => {
    const own = wordsOfMarsad(words);
    return own ? [[own.join(' '), own] as const] : [];
  }),
);
const isElsewhere = (text: string): boolean =>
  PARTIAL.includes(text) || ELSEWHERE.some(([start]) => text.startsWith(start));
/** What switches sources comes last: the others find the one that was crawled. */
const isSwitch = (text: string): boolean => /^sources (?:enable|disable|import)/u.test(text);
const run = [...calls]
  .filter(([text]) => !isElsewhere(text))
  .toSorted(([one], [other]) => Number(isSwitch(one)) - Number(isSwitch(other)));

it('names nothing that no guide has any more', () => {
  const all = [...calls.keys()];
  for (const [start] of ELSEWHERE) {
    expect(
      all.some((text) => text.startsWith(start)),
      start,
    ).toBe(true);
  }
  for (const text of PARTIAL) expect(all).toContain(text);
});

it.each(run)('marsad %s is no wrong use here', async (text, words) => {
  const { status, stdout, stderr } = await callMarsad(...filled(words));
  // 1 is a fault that was looked for and found, as by `sources repair` where nothing is better.
  expect([0, 1], stderr).toContain(status);
  expect(stderr).not.toContain('a defect of our own');
  if (/^(?:status|sinks list|sources (?:list|test)|records tail|trace|inspect)/u.test(text)) {
    expect(stdout).not.toBe('');
  }
});
