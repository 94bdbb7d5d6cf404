/**
 * Makes the pictures of docs/images from the console over a made-up installation of a thousand
 * sources: `node --import tsx scripts/screenshots.ts`. With `--all FOLDER` it makes instead a sheet of
 * every kind of page, each in both directions, both themes and two widths, with none, 8 and 1,000
 * sources: to be looked at.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { hashPassword } from '../src/operate/access/password.ts';
import { testBrowser } from '../test/unit/operate/browser.ts';
import { startSample } from '../test/unit/operate/console-server.ts';
import { crowd, REPAIR, TRIED } from '../test/unit/operate/crowd.ts';
import { sampleWrites } from '../test/unit/operate/operator-sample.ts';

/** What the docs show: the page, its language, its theme, and how much of it. */
const PICTURES = [
  { name: 'console-overview', path: '/', language: 'ar', theme: 'light', height: 1020 },
  { name: 'console-source', path: '/sources/site-11', language: 'en', theme: 'dark', height: 900 },
] as const;

const WIDTH = 1280;

/** Text stays sharp, and a picture stays under 100 KB. */
const QUALITY = 70;

/** Pages by the name of their sheet; `press` is the button that leads on to the page. */
const KINDS: readonly { name: string; path: string; press?: string; ofOne?: boolean }[] = [
  { name: 'overview', path: '/' },
  { name: 'sources', path: '/sources' },
  { name: 'source-failing', path: '/sources/site-11', ofOne: true },
  { name: 'source-held', path: '/sources/site-7', ofOne: true },
  { name: 'repair', path: '/sources/site-7', press: 'form[action$="/repair"] button', ofOne: true },
  { name: 'tried', path: '/sources/site-8', press: 'form[action$="/try"] button', ofOne: true },
  { name: 'articles', path: '/articles' },
  { name: 'article', path: '/articles/a2', ofOne: true },
  { name: 'story', path: '/stories/a1?with=a4', ofOne: true },
  { name: 'failures', path: '/failures' },
  { name: 'alerts', path: '/alerts' },
  { name: 'queues', path: '/jobs' },
  { name: 'live', path: '/live' },
  { name: 'audit', path: '/audit' },
  { name: 'not-there', path: '/nowhere' },
];

/** Every second of the eight ways that a page can look: each value stands beside each other one once. */
const LOOKS = [
  { language: 'ar', theme: 'light', width: 1280 },
  { language: 'en', theme: 'dark', width: 1280 },
  { language: 'ar', theme: 'dark', width: 390 },
  { language: 'en', theme: 'light', width: 390 },
] as const;

/** The tallest part of a page that is looked at. */
const TALLEST = 2400;

const { values } = parseArgs({ options: { all: { type: 'string' } } });
const access = { users: [], anonymous: 'operator', sessionMs: 60_000 } as const;
const { writes } = sampleWrites({
  proposeRepair: async () => REPAIR,
  tryUrl: async () => TRIED,
});
const browser = await testBrowser();
await (values.all === undefined ? docsPictures() : sheets(values.all));
await browser.close();

async function docsPictures(): Promise<void> {
  const { data, reads } = crowd(1000);
  const server = await startSample({ data, reads, access });
  for (const { name, path, language, theme, height } of PICTURES) {
    const { page } = await browser.open({ width: WIDTH, language, theme });
    await page.setViewportSize({ width: WIDTH, height });
    await page.goto(new URL(path, server.url).href);
    await page.evaluate(() => document.fonts.ready);
    // Chromium writes WebP where it is asked for it by its own protocol alone.
    const session = await page.context().newCDPSession(page);
    const picture = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality: QUALITY,
    });
    writeFileSync(new URL(`../docs/images/${name}.webp`, import.meta.url), picture.data, 'base64');
    await page.context().close();
  }
  await server.close();
}

/** A sheet a kind of page and number of sources, with its four looks side by side. */
async function sheets(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const users = [{ name: 'salma', role: 'operator', password: await hashPassword('x') }] as const;
  for (const count of [0, 8, 1000]) {
    const { data, reads } = crowd(count);
    const server = await startSample({ data, reads, writes, access });
    for (const kind of KINDS.filter(({ ofOne }) => count === 1000 || !ofOne)) {
      await sheet(join(folder, `${kind.name}-${count}.png`), kind, server.url);
    }
    await server.close();
  }
  const locked = await startSample({ access: { ...access, users, anonymous: 'none' } });
  await sheet(join(folder, 'login.png'), { path: '/login' }, locked.url);
  await locked.close();
}

async function sheet(
  file: string,
  { path, press }: { readonly path: string; readonly press?: string },
  url: string,
): Promise<void> {
  const shots: string[] = [];
  for (const look of LOOKS) {
    const { page } = await browser.open(look);
    await page.goto(new URL(path, url).href);
    if (press !== undefined) await pressOn(page, press);
    await page.evaluate(() => document.fonts.ready);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    const clip = { x: 0, y: 0, width: look.width, height: Math.min(height, TALLEST) };
    const shot = await page.screenshot({ fullPage: true, clip });
    shots.push(shot.toString('base64'));
    await page.context().close();
  }
  const { page } = await browser.open({ width: 1900, language: 'en' });
  const pictures = shots.map(
    (shot, at) =>
      `<img style="width:${(LOOKS[at]?.width ?? 0) === 390 ? 300 : 620}px" src="data:image/png;base64,${shot}">`,
  );
  await page.setContent(
    `<body style="margin:8px;display:flex;gap:8px;align-items:start;background:#888">${pictures.join('')}</body>`,
  );
  await page.screenshot({ path: file, fullPage: true });
  await page.context().close();
}

async function pressOn(page: Page, selector: string): Promise<void> {
  const field = page.locator('input[type=url]');
  if (selector.includes('/try')) await field.fill('https://site-8.test/news/1');
  await page.locator(selector).first().click();
  await page.waitForLoadState();
}
