import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { callMarsadIn } from '../called.ts';
import { startTestRedis } from '../redis.ts';

const folder = mkdtempSync(join(tmpdir(), 'marsad-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder of configuration with one real site and one on loopback. */
function write(name: string, settings: string): void {
  const sources = join(folder, name, 'sources');
  mkdirSync(sources, { recursive: true });
  writeFileSync(join(folder, name, 'marsad.yaml'), settings);
  const source = (url: string): string =>
    `name: المدار\nhomepage: ${url}\ncountry: LB\ntimeZone: Asia/Beirut\ndiscover: [feed: ${url}feed]\n`;
  writeFileSync(join(sources, 'near.yaml'), source('http://127.0.0.1:8080/'));
  writeFileSync(join(sources, 'far.yaml'), source('https://almadar.invalid/'));
}

const run = (name: string, redis?: string) =>
  callMarsadIn(
    { cwd: folder, ...(redis ? { env: { REDIS_URL: redis } } : {}) },
    'doctor',
    '--json',
    '--config',
    name,
  );

const levels = (text: string): Record<string, string> =>
  Object.fromEntries(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .map(({ check, level }) => [check, level]),
  );

it('tells what is wrong of everything at once, and what to do', async () => {
  write('wrong', 'redis: { folder: state }\ncolour: red\n');
  const redis = await startTestRedis(['--maxmemory-policy', 'allkeys-lru']);
  const end = await run('wrong', `unix:${redis.socket}`);
  await redis.stop();
  expect(levels(end.stdout)).toMatchObject({
    config: 'failure',
    contact: 'unknown',
    redis: 'failure',
    'redis-persistence': 'failure',
    dns: 'failure',
    sources: 'good',
    catalogue: 'good',
    clock: 'good',
  });
  expect(end.stderr).toMatch(/^marsad: 4 of \d+ checks failed$/mu);
  expect(end.status).toBe(1);
});

it('starts the private Redis, and says so where there is no other; offline it does not hang', async () => {
  write('plain', 'redis: { folder: state }\ncrawl: { contact: https://example.org/about }\n');
  rmSync(join(folder, 'plain/sources/far.yaml'));
  const end = await run('plain');
  expect(Object.values(levels(end.stdout))).not.toContain('failure');
  expect(levels(end.stdout)).toMatchObject({ redis: 'good', 'redis-persistence': 'good' });
  expect(end).toMatchObject({ status: 0, stderr: '' });
});

it('names a Redis and a folder that are not there', async () => {
  const away = await run('plain', 'redis://:secret@127.0.0.1:1');
  expect(levels(away.stdout)).toMatchObject({ redis: 'failure', contact: 'good' });
  expect(away.stdout + away.stderr).not.toContain('secret');
  const none = await run('nowhere');
  expect(levels(none.stdout)).toMatchObject({ config: 'failure' });
  expect(none.status).toBe(1);
});
