import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Listening } from '../../../src/operate/listen.ts';
import { startSample } from './console-server.ts';
import { recordOf, sampleData, sourceOf } from './sample.ts';

const HOSTILE = '<script>document.title="taken"</script><img src=x onerror="document.title=1">خبر';
const at = new Date().toISOString();
const error = { at, code: 'TIMEOUT', message: 'no byte within 30s', hint: 'Look at the site.' };

let browser: Browser;
let console: Listening;
let page: Page;
let faults: string[];
const data = sampleData({
  recent: async () => [recordOf({ id: 'h', headline: HOSTILE }), recordOf()],
  sources: async () => [sourceOf({}, { failureScore: 3, lastVisit: at, lastError: error })],
});

/** Debian's Chromium where it is; else the one that Playwright knows. */
const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);

beforeAll(async () => {
  console = await startSample({ data });
  browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--no-first-run',
    ],
  });
  page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  faults = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(console.url);
  await page.waitForSelector('#live.on');
});
afterAll(async () => {
  await browser.close();
  await console.close();
});

it('shows a script in a headline as text', async () => {
  expect(await page.textContent('#list li:first-child h3')).toBe(HOSTILE);
  expect(await page.title()).toBe('مرصد');
  expect(await page.locator('#list img').count()).toBe(0);
});

it('puts a record that arrives first, and an update in the place of what it updates', async () => {
  data.publish(recordOf({ id: 'n1', headline: HOSTILE }));
  await page.waitForSelector('#list li[data-id="n1"]');
  expect(await page.getAttribute('#list li:first-child', 'data-id')).toBe('n1');
  data.publish(recordOf({ id: 'n1', revision: 2, change: 'updated', headline: 'خبر مصحّح' }));
  await page.waitForSelector('#list .badge.updated');
  expect(await page.locator('#list li[data-id="n1"]').count()).toBe(1);
  expect(await page.textContent('#list li:first-child h3')).toBe('خبر مصحّح');
  expect(await page.title()).toBe('مرصد');
});

it('opens the evidence, and keeps an opened error open as the state goes on', async () => {
  await page.click('#list li:first-child summary');
  expect(await page.isVisible('#list li:first-child .evidence')).toBe(true);
  await page.click('#sources summary');
  const changed = page.waitForFunction(() => document.querySelectorAll('#queues .sink').length > 0);
  await changed;
  await page.waitForTimeout(3500);
  expect(await page.isVisible('#sources .hint')).toBe(true);
});

it('tells times in words', async () => {
  const words = await page.textContent('#sources dd time');
  expect(words).toMatch(/قبل|الآن|هذه/u);
  expect(await page.getAttribute('#sources dd time', 'datetime')).toBe(at);
});

it('reads from right to left and fits a phone', async () => {
  expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe('rtl');
  const [width, inner] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  expect(width).toBe(inner);
});

it('makes no fault in the browser', () => {
  expect(faults).toEqual([]);
});
