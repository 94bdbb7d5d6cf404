import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ArticleRecord } from '../../src/record/article.ts';
import {
  type BackupEntry,
  type BackupHeader,
  readFrames,
  writeFrames,
} from '../../src/state/backup-frames.ts';
import {
  GONE,
  NEW_ARTICLE,
  OLD_ARTICLES,
  OLD_STATE,
  type OldInstallation,
  oldInstallation,
} from './state-fixture.ts';

// The state that the first version left behind, taken over by this one.

let folder: string;
let installation: OldInstallation;

/** The same backup as if it were of this hour: what keys expire by is of the day it was made. */
async function renewed(file: string): Promise<void> {
  const frames: (BackupHeader | BackupEntry)[] = [];
  const packed = createReadStream(OLD_STATE).pipe(createGunzip());
  for await (const frame of readFrames(packed)) frames.push(frame);
  const header = frames.find((frame): frame is BackupHeader => 'tag' in frame);
  if (!header) return expect.unreachable();
  const laterBy = Date.now() - Date.parse(header.at);
  const entries = async function* (): AsyncGenerator<BackupEntry> {
    for (const frame of frames) {
      if (!('key' in frame)) continue;
      const { expiresAt } = frame;
      yield { ...frame, expiresAt: expiresAt === 0 ? 0 : expiresAt + laterBy };
    }
  };
  const bytes = Readable.from(writeFrames(header, entries()), { objectMode: false });
  await pipeline(bytes, createGzip(), createWriteStream(file));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-upgrade-'));
  installation = await oldInstallation(folder, [...OLD_ARTICLES, NEW_ARTICLE]);
  const file = join(folder, 'old.backup');
  await renewed(file);
  expect(await installation.run('restore', file)).toMatchObject({ status: 0, stderr: '' });
});
afterAll(() => {
  installation.close();
  rmSync(folder, { recursive: true, force: true });
});

const linesOf = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** The newest revision of every record that the log has. */
async function records(): Promise<ArticleRecord[]> {
  const { stdout } = await installation.run('records', 'tail', '--json', '-n', '100');
  const revisions = linesOf(stdout).map((line) => ArticleRecord.parse(line));
  return [...new Map(revisions.map((record) => [record.id, record])).values()];
}

it('reads every record, with its story', async () => {
  const all = await records();
  const known = all.map(({ url, headline, articleBody }) => ({ url, headline, articleBody }));
  const wanted = OLD_ARTICLES.map(({ source, path, headline, paragraphs }) => ({
    url: `http://${source}.test${path}`,
    headline,
    articleBody: paragraphs.join('\n\n'),
  }));
  expect(known).toHaveLength(wanted.length);
  expect(known).toEqual(expect.arrayContaining(wanted));
  const bridge = all.filter(({ url }) => /news\/1|world\/7/u.test(url));
  expect(new Set(bridge.map(({ story }) => story?.id)).size).toBe(1);
  expect(bridge.map(({ story }) => story?.role).toSorted()).toEqual(['copy', 'original']);
});

it('still knows what could not be done', async () => {
  const { stdout } = await installation.run('failures', 'list', '--json');
  expect(linesOf(stdout)).toEqual([
    expect.objectContaining({ source: 'nahr', url: `http://nahr.test${GONE}` }),
  ]);
});

it('goes on with the sources, and publishes what is new and nothing again', async () => {
  const end = await installation.run('run', '--drain', '--json');
  expect(end).toMatchObject({ status: 0, stderr: '' });
  expect(installation.asked).toEqual([`wadi.test${NEW_ARTICLE.path}`]);
  // The sink is asked for its place: it gets what it had not got.
  const out = linesOf(readFileSync(join(folder, 'articles.jsonl'), 'utf8'));
  expect(out.map((line) => ArticleRecord.parse(line))).toEqual([
    expect.objectContaining({ change: 'published', headline: NEW_ARTICLE.headline, revision: 1 }),
  ]);
  expect(await records()).toHaveLength(OLD_ARTICLES.length + 1);
  const status = JSON.parse((await installation.run('status', '--json')).stdout);
  for (const { condition, health } of status.sources) {
    expect(['good', 'degraded']).toContain(condition);
    expect(health.published).toBeGreaterThan(0);
  }
});
