import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Listening } from '../../../src/operate/listen.ts';
import { type TestBrowser, testBrowser } from './browser.ts';
import { startSample } from './console-server.ts';
import { recordOf, sampleData } from './sample.ts';

const HOSTILE = '<script>document.title="taken"</script><img src=x onerror="document.title=1">خبر';

let browser: TestBrowser;
let console: Listening;
let page: Page;
let faults: string[];
const data = sampleData({
  recent: async () => [recordOf({ id: 'h', headline: HOSTILE }), recordOf()],
});

beforeAll(async () => {
  console = await startSample({ data });
  browser = await testBrowser();
  ({ page, faults } = await browser.open({ width: 390, language: 'ar' }));
  await page.goto(new URL('/live', console.url).href);
  await page.waitForSelector('#live.on');
});
afterAll(async () => {
  await browser.close();
  await console.close();
});

it('shows a script in a headline as text', async () => {
  expect(await page.textContent('#list li:first-child h2')).toBe(HOSTILE);
  expect(await page.title()).toBe('مباشر · مرصد');
  expect(await page.locator('#list img').count()).toBe(0);
});

it('puts a record that arrives first, and an update in the place of what it updates', async () => {
  data.publish(recordOf({ id: 'n1', headline: HOSTILE }));
  await page.waitForSelector('#list li[data-id="n1"]');
  expect(await page.getAttribute('#list li:first-child', 'data-id')).toBe('n1');
  data.publish(recordOf({ id: 'n1', revision: 2, change: 'updated', headline: 'خبر مصحّح' }));
  await page.waitForSelector('#list .badge.updated');
  expect(await page.locator('#list li[data-id="n1"]').count()).toBe(1);
  expect(await page.textContent('#list li:first-child h2')).toBe('خبر مصحّح');
  expect(await page.title()).toBe('مباشر · مرصد');
});

it('tells times in words', async () => {
  data.publish(recordOf({ id: 'now', datePublished: new Date().toISOString() }));
  await page.waitForSelector('#list li[data-id="now"]');
  expect(await page.textContent('#list li[data-id="now"] time')).toMatch(/قبل|الآن|هذه/u);
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
