import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleLog } from '../../src/state/article-log.ts';
import { auditLog } from '../../src/state/audit-log.ts';
import { draftOf, plainSketch } from '../article.ts';
import { type OpenedPage, type TestBrowser, testBrowser } from '../unit/operate/browser.ts';
import { type ConsoleInstallation, FILE, openConsole } from './console-installation.ts';

// What goes wrong around a console: a second operator, and a Redis that goes away.

let at: ConsoleInstallation;
beforeAll(async () => {
  at = await openConsole();
});
afterAll(() => at.close());

describe('two operators with one file open', () => {
  const EDITED = FILE.replace('جريدة الضفة', 'جريدة الضفتين');
  it.each([
    ['switched it', FILE.replace('homepage', 'enabled: false\nhomepage')],
    ['edited it by hand', EDITED],
    ['changed a comment alone', FILE.replace('بيد المحرر', 'بيد محرر آخر')],
    ['made a mistake in it', `${FILE}discover: twice\n`],
  ])('where the first %s, the second is told and overwrites nothing', async (_case, theirs) => {
    at.write(FILE);
    const form = await at.form();
    writeFileSync(join(at.sources, 'addiffa.yaml'), theirs);
    const answer = await at.send('/sources/addiffa/disable', form);
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/changed since the page was drawn.*Nothing was written/su);
    expect(at.text()).toBe(theirs);
    expect(readdirSync(at.sources)).toEqual(['addiffa.yaml']);
    const [last] = await auditLog(at.installation.redis, at.installation.keys).list(1);
    expect(last).toMatchObject({ what: 'disable', about: 'addiffa' });
    expect(last?.error).toContain('changed since');
  });

  it('does what the second wants once the page shows the file of the first', async () => {
    at.write(EDITED);
    const answer = await at.send('/sources/addiffa/disable', await at.form());
    expect(answer.status).toBe(200);
    expect(at.text()).toBe(`${EDITED}enabled: false\n`);
    expect((await at.send('/sources/addiffa/enable', await at.form())).status).toBe(200);
  });

  it('applies no repair but the one that was shown', async () => {
    const { token, version } = await at.form();
    const before = at.text();
    const answer = await at.send('/sources/addiffa/repair/apply', { token, version, digest: 'x' });
    expect([answer.status, at.text()]).toEqual([422, before]);
    expect(answer.text).toContain('Nothing was written');
  });

  it('writes one of two forms that come at once, and refuses the other', async () => {
    at.write(FILE);
    const form = await at.form();
    const answers = await Promise.all([1, 2].map(() => at.send('/sources/addiffa/disable', form)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    expect(at.text()).toBe(`${FILE}enabled: false\n`);
    at.write(FILE);
  });
});

describe('a Redis that goes away while a page is open', () => {
  let browser: TestBrowser;
  let page: OpenedPage['page'];

  beforeAll(async () => {
    browser = await testBrowser();
    ({ page } = await browser.open({ width: 1280, language: 'en' }));
    await page.goto(new URL('/live', at.base).href);
    await page.waitForSelector('#live.on');
  });
  afterAll(() => browser.close());

  it('is told of on every page, and on the one that is open', async () => {
    const form = await at.form();
    await at.endRedis();
    await expect.poll(async () => (await at.get('/health')).status).toBe(503);
    await expect.poll(() => at.service.runtime.gate.now().state).not.toBe('good');
    const paths = ['/', '/sources', '/sources/addiffa', '/articles/a1', '/audit', '/live'];
    // What was read just before is shown for a second.
    const away = async (path: string): Promise<void> => {
      await expect.poll(async () => (await at.get(path)).status, { message: path }).toBe(503);
      const { text } = await at.get(path);
      expect(text).toMatch(/state cannot be read|does not answer|is closed/iu);
    };
    await Promise.all(paths.map(away));
    await page.locator('#health', { hasText: /(?:redis|state): /u }).waitFor();
    // A form is refused at once: else it would be done later, when nobody looks.
    for (const path of ['/sources/addiffa/disable', '/sources/addiffa/visit', '/failures/retry']) {
      const answer = await at.send(path, form);
      expect([path, answer.status]).toEqual([path, 503]);
      expect(answer.text).toContain('Nothing was done');
    }
    expect(at.text()).toBe(FILE);
  });

  it('comes back with it by itself: nothing was lost, nothing is done late', async () => {
    await at.startRedis();
    await expect.poll(async () => (await at.get('/')).status).toBe(200);
    await expect.poll(() => at.service.runtime.gate.now().state).toBe('good');
    const { visits } = at.service.runtime.queues;
    expect(await visits.getJobCounts('waiting', 'prioritized', 'delayed')).toEqual({
      ...{ waiting: 0, prioritized: 0, delayed: 0 },
    });
    await expect.poll(async () => (await at.get('/audit')).text).toContain('apply-repair');
    const draft = draftOf({ headline: 'عادت الأخبار بعد انقطاع' });
    await articleLog(at.installation.redis, at.installation.keys).commit(draft, plainSketch());
    await page.waitForSelector('.record:has-text("عادت الأخبار بعد انقطاع")');
    await page.waitForFunction(
      () => !/(?:redis|state): /u.test(document.querySelector('#health')?.textContent ?? ''),
    );
  });
});
