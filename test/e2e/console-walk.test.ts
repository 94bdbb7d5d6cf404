import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Installation, openInstallation } from '../../src/cli/installation.ts';
import { type Service, startService } from '../../src/cli/service.ts';
import { ConfigError } from '../../src/errors.ts';
import { hashPassword } from '../../src/operate/access/password.ts';
import { loadSites } from '../sites/catalogue.ts';
import { type ServedSites, serveSites } from '../sites/server.ts';
import { type TestBrowser, testBrowser } from '../unit/operate/browser.ts';
import { listen } from './sources-site.ts';

// One operator's round, from the login to the last retry: in one browser, on one installation over
// replica sites. Everything the operator does is done in the console; the sites alone change beside it.

const PASSWORD = 'نخلة على ضفة النهر';

/** The source that breaks: the template of its site changes, and its file's selector finds another text. */
const BROKEN = 'marsa-news';
/** An agency, and a newspaper that abridges its texts. */
const [AGENCY, NEWSPAPER] = ['wakalat-khalij', 'sawt-annil'] as const;
/** With the three above: as many as a team has. */
const OTHERS = 197;

/** Articles that the template of before carries, and those of the new one: drift is told by 20 pages. */
const PAGES = { before: 45, after: 34 } as const;
/** The page that the site takes away before it is read, and puts back. */
const LOST = PAGES.before + PAGES.after;

const loaded = await loadSites();
const almarsa = loaded.find(({ site }) => site.id === 'almarsa')?.site;
/** Long enough to be told apart, and of no story that the agency tells as well. */
const articles = loaded
  .flatMap((one) => one.articles)
  .filter(({ body, story }) => body.length > 400 && !story);

/** On each page of the new template another article stands where the text stood before, line by line. */
const redesigned = (html: string, at: number): string => {
  const lines = articles.at(-1 - at)?.body.match(LINE) ?? [];
  const other = lines.map((line) => `<p>${line}</p>`).join('');
  return html
    .replaceAll('entry-content', 'longread')
    .replace(/(<h1[^>]*>.*?<\/h1>)/su, `<div class="entry-content">${other}</div>$1`);
};

/** Lines too short for prose that a reading leaves out: once mended, the pages read well. */
const LINE = /\S+(?:\s+\S+){0,7}/gu;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** What the site of the broken source has by now. */
const state = { isRedesigned: false, listed: PAGES.before as number, isLostBack: false };

function feedXml(origin: string): string {
  const items = articles
    .slice(0, state.listed)
    .map(
      ({ headline, body }, at) =>
        `<item><title>${escaped(headline)}</title><link>${origin}/n/${at}</link><description>${escaped(body.slice(0, 280))}</description></item>`,
    );
  return `<rss version="2.0"><channel><title>المرسى</title>${items.join('')}</channel></rss>`;
}

const site = createServer((request, response) => {
  const { url = '/' } = request;
  const origin = `http://${request.headers.host}`;
  const at = Number(/^\/n\/(\d+)$/u.exec(url)?.[1] ?? -1);
  const article = articles[at];
  if (url === '/feed') {
    response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(feedXml(origin));
  } else if (at === LOST && !state.isLostBack) {
    response.writeHead(410).end();
  } else if (article && almarsa) {
    const html = almarsa.page(article, articles.slice(0, 6));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(state.isRedesigned ? redesigned(html, at) : html);
  } else {
    response.writeHead(404).end();
  }
});

/** The sites of the others: each has a feed in which nothing is new. */
const quiet = createServer((_request, response) => {
  const body = '<rss version="2.0"><channel><title>صحيفة الحي</title></channel></rss>';
  response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(body);
});

const sourceFile = (homepage: string, feed: string, name: string): string =>
  `name: ${name}\nhomepage: ${homepage}\ncountry: EG\ntimeZone: Africa/Cairo\ndiscover:\n  - feed: ${feed}\nvisit: { every: 1h }\nrevisit: []\nfetch: { via: http }\n`;

let folder: string;
let replicas: ServedSites;
let installation: Installation;
let service: Service;
let browser: TestBrowser;
let page: Page;
let base: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-walk-'));
  const origin = `http://127.0.0.1:${await listen(site)}`;
  const quietOrigin = `http://127.0.0.1:${await listen(quiet)}`;
  replicas = await serveSites({ sites: [AGENCY, NEWSPAPER] });
  const config = join(folder, 'config');
  mkdirSync(config);
  await replicas.writeSources(config);
  const write = (id: string, text: string): void =>
    writeFileSync(join(config, 'sources', `${id}.yaml`), text);
  write(
    BROKEN,
    `${sourceFile(`${origin}/`, `${origin}/feed`, 'أخبار المرسى')}article:\n  body: .entry-content # النص كما هو في التصميم\n`,
  );
  for (let number = 0; number < OTHERS; number += 1) {
    write(
      `other-${number}`,
      sourceFile(`${quietOrigin}/`, `${quietOrigin}/${number}`, `صحيفة الحي ${number}`),
    );
  }
  const hosts = [origin, quietOrigin, ...replicas.origins.values()].map((url) => new URL(url).host);
  const user = { name: 'salma', role: 'operator', password: await hashPassword(PASSWORD) };
  const settings = {
    redis: { folder: join(folder, 'state') },
    crawl: { delay: '0s', totalTime: '120s', allowHosts: hosts },
    console: { port: 0, users: [user] },
    log: { level: 'silent' },
    sinks: { file: { jsonLines: { path: join(folder, 'out.jsonl') } } },
  };
  writeFileSync(join(config, 'marsad.yaml'), JSON.stringify(settings));
  installation = await openInstallation(config);
  service = await startService(installation, {
    roles: ['schedule', 'crawl', 'deliver', 'console'],
  });
  base = service.consoleUrl ?? '';
  browser = await testBrowser();
  ({ page } = await browser.open({ width: 1280, language: 'en' }));
  if (!almarsa || articles.length <= 2 * LOST)
    throw new ConfigError('The replica sites are too few');
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  await installation.close();
  await replicas.close();
  for (const server of [site, quiet]) {
    server.close();
    server.closeAllConnections();
  }
  rmSync(folder, { recursive: true, force: true });
});

/** Far over what any step takes, also on a machine whose processors others keep busy. */
const LIMIT_MS = 300_000;

/** Between two looks at a page that is waited for. */
const LOOK_AGAIN_MS = 500;

/** What the console answers to the operator's browser, read without drawing it: that takes the browser's time. */
async function documentOf(path: string) {
  const headers = { 'accept-language': 'en' };
  const answer = await page.request.get(new URL(path, base).href, { headers });
  return load(await answer.text());
}

/** Loads a page, as an operator does, once it shows something: the service works on meanwhile. */
async function until(path: string, selector: string, text: string | RegExp = ''): Promise<void> {
  const wanted = page.locator(selector, { hasText: text });
  const has = (words: string): boolean =>
    typeof text === 'string' ? words.includes(text) : text.test(words);
  const isShown = async (): Promise<boolean> => {
    const $ = await documentOf(path);
    const texts = $(selector)
      .toArray()
      .map((element) => $(element).text());
    if (!texts.some((one) => has(one.replaceAll(/\s+/gu, ' ')))) return false;
    await page.goto(new URL(path, base).href);
    return (await wanted.count()) > 0;
  };
  const waiting = { timeout: LIMIT_MS, interval: LOOK_AGAIN_MS };
  await expect.poll(isShown, { ...waiting, message: `${selector} with ${text}` }).toBe(true);
}

/** The text of a part of the page as a reader sees it. */
const shown = async (selector: string): Promise<string> =>
  (await page.locator(selector).allInnerTexts()).join(' ');

const button = (name: string | RegExp) => page.getByRole('button', { name });
const menu = (name: string) => page.locator('.menu').getByRole('link', { name }).click();

/** Finds a source by its name, as somebody does who knows no address, and has it visited. */
async function visitNow(name: string): Promise<void> {
  await menu('Sources');
  await page.getByRole('searchbox').fill(name);
  await button('Filter').click();
  await page.getByRole('link', { name }).click();
  await button('Visit now').click();
  await page.waitForSelector('.notice.done');
}

it('logs in', async () => {
  await page.goto(base);
  await page.getByLabel('Name').fill('salma');
  await page.getByLabel('Password').fill(PASSWORD);
  await button('Log in').click();
  await page.waitForSelector('.menu');
  expect(await shown('.account')).toContain('salma · operator');
});

it('has its sources visited', async () => {
  for (const name of ['أخبار المرسى', 'وكالة أنباء الخليج الجديد', 'صوت النيل'])
    await visitNow(name);
  await until(`/sources/${BROKEN}`, '.facts', new RegExp(`Published\\s*${PAGES.before}\\b`, 'u'));
});

it('finds the broken source among 200, and reads why', async () => {
  state.isRedesigned = true;
  state.listed = LOST + 1;
  await visitNow('أخبار المرسى');
  await until('/', '.worst', 'أخبار المرسى');
  expect(await shown('.legend')).toMatch(/degraded\s1\b/u);
  await page.locator('.legend').getByRole('link', { name: 'degraded' }).click();
  await page.getByRole('link', { name: 'أخبار المرسى' }).click();
  // One failed page makes it degraded too, until the change is told from chance.
  await until(`/sources/${BROKEN}`, '.why.degraded', /its template changed .*text agreement/u);
  expect(await shown('#held h2')).toMatch(/^Held readings \(\d+\)$/u);
  await until('/failures', '.failures h2');
  // Its pages are read one after the other: the last is read where none is left to come.
  const all = PAGES.before + PAGES.after;
  const waiting = { timeout: LIMIT_MS, interval: LOOK_AGAIN_MS };
  await expect.poll(async () => sumOf(await pagesShown()), waiting).toBe(all);
});

/** How the pages of the broken source ended, as its page tells. */
async function pagesShown(): Promise<{ published: number; held: number; none: number }> {
  const $ = await documentOf(`/sources/${BROKEN}`);
  const facts = $('.facts').first().text();
  return {
    published: Number(/Published\s*(\d+)/u.exec(facts)?.[1]),
    none: Number(/No article\s*(\d+)/u.exec(facts)?.[1]),
    held: Number(/\((\d+)\)/u.exec($('#held h2').text())?.[1] ?? 0),
  };
}

const sumOf = ({ published, held, none }: Awaited<ReturnType<typeof pagesShown>>): number =>
  published + held + none;

it('mends it by the proposed repair, and sees it come back', async () => {
  const before = await pagesShown();
  // Some get by before the change is told from chance; ten that read well end it.
  expect(before.held).toBeGreaterThanOrEqual(10);
  await page.goto(new URL(`/sources/${BROKEN}`, base).href);
  await button('Propose a repair').click();
  await page.waitForURL(/\/repair$/u);
  expect(await shown('.diff .removed')).toContain('body: .entry-content');
  expect(await shown('.diff .added')).toContain('body: .longread');
  await button('Apply the repair').click();
  await page.waitForSelector('#change');
  expect(await shown('#change .added')).toContain('body: .longread # النص');
  const file = join(folder, 'config/sources', `${BROKEN}.yaml`);
  expect(readFileSync(file, 'utf8')).toContain('  body: .longread # النص كما هو في التصميم\n');
  await until(`/sources/${BROKEN}`, '.page-head .mark-state.good');
  expect(await pagesShown()).toEqual({
    ...before,
    published: before.published + before.held,
    held: 0,
  });
});

it('looks up an article and its copies', async () => {
  await menu('Articles');
  await page.getByRole('searchbox').fill('جسر السدر');
  await button('Search').click();
  expect(await page.locator('.lines .headline').count()).toBe(2);
  await page
    .locator('.lines')
    .getByRole('link', { name: /وقعان اتفاقية إنشاء جسر السدر/u })
    .click();
  await page.locator('a.button').click();
  await page.waitForSelector('.beside');
  expect(await page.locator('.members li').count()).toBe(2);
  // They stand in the order in which their pages were read, which is luck here; their roles are not.
  const members = await page.locator('.members .meta').allInnerTexts();
  expect(members.toSorted()).toEqual([
    expect.stringMatching(/^صوت النيل.*abridged/su),
    expect.stringMatching(/^وكالة أنباء الخليج الجديد(?!.*abridged)/su),
  ]);
  expect(await page.locator('.beside article').count()).toBe(2);
});

it('retries a failure once its cause is gone', async () => {
  await menu('Failures');
  expect(await shown('.failures h2')).toContain('not there any more');
  state.isLostBack = true;
  await page.locator('.letters').getByRole('button', { name: 'Retry' }).click();
  await page.waitForSelector('.notice.done');
  const { headline = '' } = articles[LOST] ?? {};
  await until(`/articles?source=${BROKEN}`, '.lines .headline', headline);
  await menu('Failures');
  expect(await page.locator('.failures').count()).toBe(0);
});

it('finds in the audit log what was done, in its order', async () => {
  await page.locator('.account a').click();
  const acts = await page.locator('tbody code').allInnerTexts();
  expect(acts).toEqual(['retry', 'apply-repair', 'propose-repair', ...Array(4).fill('visit')]);
});
