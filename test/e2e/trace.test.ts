import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { articleTraces } from '../../src/cli/article-trace.ts';
import { type Installation, openInstallation } from '../../src/cli/installation.ts';
import { identityOf } from '../../src/jobs/link-identity.ts';
import type { ArticleTrace } from '../../src/record/trace.ts';
import { leftOutLinks } from '../../src/state/left-out-links.ts';
import { urlDigest } from '../../src/state/seen.ts';
import { type AnswerSite, answerSite, articlePage, feedOf } from '../answers.ts';

let site: AnswerSite;
let installation: Installation;

beforeAll(async () => {
  site = await answerSite('fetch: { via: http }');
  const { answers, origin, folder } = site;
  const file = join(folder, 'config/marsad.yaml');
  const copies = `copies: { jsonLines: { path: ${folder}/copies.jsonl }, only: { roles: [copy] } }`;
  const settings = readFileSync(file, 'utf8').replace('sinks: {', `sinks: { ${copies},`);
  writeFileSync(file, settings);
  answers.set('/robots.txt', [200, {}, 'User-agent: *\nDisallow: /closed/']);
  answers.set(
    '/feed',
    feedOf(origin, '/market?utm_source=feed', '/film', '/closed/a', '/gone', '/'),
  );
  answers.set(
    '/market?utm_source=feed',
    articlePage('افتتاح سوق الخضار الجديد في حي الميناء', [
      'افتتح رئيس البلدية صباح الأحد سوق الخضار الجديد في حي الميناء بعد عامين من العمل، ويضم السوق مئتي متجر وساحة للشاحنات.',
      'وقال التجار إن الانتقال إلى السوق سيبدأ الأسبوع المقبل، وإن الأسعار لن تتغير قبل نهاية الموسم.',
    ]),
  );
  answers.set('/film', [200, { 'content-type': 'text/html' }, '<title>فيلم</title><video src=a>']);
  await site.drain();
  installation = await openInstallation(join(folder, 'config'));
});

afterAll(async () => {
  await installation.close();
  site.close();
});

async function traceOf(what: string): Promise<ArticleTrace> {
  const [trace, ...others] = await articleTraces(installation, what);
  expect(others).toEqual([]);
  return trace ?? expect.fail(`no trace of ${what}`);
}

it.each([
  ['published', '/market', 'published'],
  ['published, by its address with tracking', '/market?utm_campaign=x', 'published'],
  ['skipped', '/film', 'skipped'],
  ['refused by robots.txt', '/closed/a', 'dead-letter'],
  ['gone', '/gone', 'dead-letter'],
])('shows the way of a page that was %s', async (_what, path, outcome) => {
  const trace = await traceOf(`${site.origin}${path}`);
  expect(trace).toMatchObject({ source: 'one', pages: [{ outcome, route: { kind: 'feed' } }] });
  const [page] = trace.pages;
  expect(trace.seen).toBe(page?.seen);
  expect(Date.parse(page?.at ?? '')).toBeGreaterThanOrEqual(Date.parse(trace.seen ?? ''));
  const hasReason = (page?.reason ?? page?.error?.code) !== undefined;
  expect(hasReason).toBe(outcome !== 'published');
  expect(trace.job?.state).toBe(outcome === 'dead-letter' ? 'failed' : undefined);
});

it('shows where each revision stands with each sink, by the id of the record too', async () => {
  const { id = '', sinks } = await traceOf(`${site.origin}/market`);
  const stands = sinks.map(({ sink, outcome, at }) => [sink, outcome, at === undefined]);
  expect(stands.toSorted()).toEqual([
    ['copies', 'not wanted', true],
    ['file', 'delivered', false],
  ]);
  const byId = await traceOf(id);
  expect(byId.sinks).toEqual(sinks);
  expect(byId.pages).toHaveLength(1);
});

it('shows the link that a visit left out, with the reason', async () => {
  const trace = await traceOf(`${site.origin}/`);
  expect(trace).toMatchObject({ source: 'one', pages: [], leftOut: { reason: 'home' } });
  const { stdout } = await site.run('trace', `${site.origin}/`);
  expect(stdout).toContain('left out: home, feed http');
});

it('shows by the id of a record too why the last visit left its link out', async () => {
  const { id = '' } = await traceOf(`${site.origin}/market`);
  const { redis, keys } = installation;
  const route = { kind: 'feed', url: `${site.origin}/feed` } as const;
  const leftOut = {
    reason: 'met before',
    at: new Date().toISOString(),
    visit: 'one-2',
    route,
  } as const;
  const digest = urlDigest(identityOf(`${site.origin}/market?utm_source=feed`));
  await leftOutLinks(redis, keys).note('one', new Map([[digest, leftOut]]));
  expect(await traceOf(id)).toMatchObject({ id, leftOut, pages: [{ outcome: 'published' }] });
});

it('prints a screen for people', async () => {
  const { stdout } = await site.run('trace', `${site.origin}/market`);
  for (const word of ['seen', 'feed http', 'published, original', 'extract', 'file: revision 1'])
    expect(stdout).toContain(word);
});

it('prints JSON, and ends with status 1 where nobody met the address', async () => {
  const { stdout } = await site.run('trace', `${site.origin}/film`, '--json');
  expect(JSON.parse(stdout)).toMatchObject({ source: 'one', pages: [{ outcome: 'skipped' }] });
  const end = await site.run('trace', 'javascript:alert(1)');
  expect(end.status).toBe(1);
  expect(end.stderr).toMatch(/No visit met.*leaves such an address out/u);
  expect(await articleTraces(installation, 'f00')).toEqual([]);
});
