import { afterAll, describe, expect, it } from 'vitest';
import { openSourcesFolder } from './sources-site.ts';

const site = await openSourcesFolder();
afterAll(() => site.close());

const run = site.call;

describe('inspecting a URL keeps to the configuration', () => {
  it.each([
    ['a host that the settings allow', ['feed', '/live'], 0, /"format":"rss"/u],
    ['a page of it', ['page', '/honey'], 0, /"headline":"سوق العسل/u],
    ['a document that is no feed', ['feed', '/honey'], 1, /"skipped":"NOT_A_FEED"/u],
    ['a page that is gone', ['page', '/gone'], 1, /"skipped":"GONE"/u],
  ])('%s', async (_, [what = '', path = ''], status, line) => {
    const end = await run('inspect', what, site.origin + path, '--json');
    expect(end.stdout).toMatch(line);
    expect(end.status).toBe(status);
  });

  it.each([
    ['a private address', 'http://127.0.0.1/', 1, /the address is private/u],
    ['a real site without a contact', 'https://almadar.test/', 2, /crawl\.contact is not set/u],
  ])('%s is refused', async (_, url, status, reason) => {
    const end = await run('inspect', 'feed', url);
    expect(end.stdout + end.stderr).toMatch(reason);
    expect(end.status).toBe(status);
  });
});

it('asks no real site that a command names, where no contact is set', async () => {
  const end = await run('crawl', 'https://almadar.test/news/1');
  expect(end.stderr).toMatch(/crawl\.contact is not set/u);
  expect(end.status).toBe(2);
});
