/**
 * Makes the pictures of docs/images from the console over a made-up installation of a thousand
 * sources: `node --import tsx scripts/screenshots.ts`.
 */
import { writeFileSync } from 'node:fs';
import { testBrowser } from '../test/unit/operate/browser.ts';
import { startSample } from '../test/unit/operate/console-server.ts';
import { crowd } from '../test/unit/operate/crowd.ts';

/** What is shown: the page, its language, its theme, and how much of it. */
const PICTURES = [
  { name: 'console-overview', path: '/', language: 'ar', theme: 'light', height: 1020 },
  { name: 'console-source', path: '/sources/site-11', language: 'en', theme: 'dark', height: 900 },
] as const;

const WIDTH = 1280;

/** Text stays sharp, and a picture stays under 100 KB. */
const QUALITY = 70;

const { data, reads } = crowd(1000);
const access = { users: [], anonymous: 'operator', sessionMs: 60_000 } as const;
const server = await startSample({ data, reads, access });
const browser = await testBrowser();
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
await browser.close();
await server.close();
