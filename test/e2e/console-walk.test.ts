import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Installation, openInstallation } from '../../src/cli/installation.ts';
import { ROLES, type Service, startService } from '../../src/cli/service.ts';
import { hashPassword } from '../../src/operate/access/password.ts';
import { type AnswerSite, answerSite, articlePage, feedOf } from '../answers.ts';
import { type TestBrowser, testBrowser } from '../unit/operate/browser.ts';

// One operator's round: from the login to the last retry, in one browser, on one installation.

const PASSWORD = 'نخلة على ضفة النهر';

/** A source that is to break, among as many others as a team has. */
const BROKEN = 'wadi-news';
const OTHERS = 200;

const WIRE = [
  'أعلنت هيئة الموانئ في بيان وصلنا اليوم أن الرصيف الجديد في مرفأ الخليج سيستقبل أولى سفن الحاويات مطلع الشهر المقبل بعد عامين من العمل.',
  'وقال مدير المرفأ إن طاقة الرصيف تبلغ مليون حاوية في العام، وإن شركات الملاحة حجزت نصفها قبل افتتاحه، وإن التدريب على الرافعات اكتمل الأسبوع الماضي.',
  'وأضاف أن طريقا مزدوجا يربط الرصيف بالمنطقة الصناعية سيفتح أمام الشاحنات في الوقت نفسه، وأن الرسوم تبقى على حالها إلى نهاية العام المقبل.',
];

const HARVEST = [
  'بدأ مزارعو الوادي هذا الأسبوع حصاد القمح قبل موعده المعتاد بعشرة أيام، بعد ربيع دافئ عجّل نضج السنابل في الحقول القريبة من النهر.',
  'وتتوقع الجمعية الزراعية محصولا يزيد على محصول العام الماضي بالخُمس، وتقول إن الصوامع الثلاث في المنطقة تتسع له كله للمرة الأولى منذ سنوات.',
  'ويشكو أصحاب الحقول الصغيرة من قلة الحصّادات، فيما وعدت مديرية الزراعة بإرسال أربع منها من المحافظة المجاورة قبل نهاية الأسبوع.',
];
const MUSEUM = [
  'يفتح المتحف البحري أبواب قاعته الثالثة أمام الزوار صباح السبت، وتضم نماذج لسبعين قاربا من قوارب الصيد التي عرفتها القرى الساحلية.',
  'وأمضى فريق من الطلاب والنجارين عامين في ترميم القطع التي تبرعت بها عائلات الصيادين، وسجّلوا مع كبار السن أسماء القوارب وحكاياتها.',
  'والدخول مجاني للتلاميذ طوال الشهر، على أن تنظّم المدارس زياراتها بالاتفاق مع إدارة المتحف قبل الموعد بثلاثة أيام على الأقل.',
];

const sourceFile = (origin: string, feed: string, name: string): string =>
  [
    `name: ${name}`,
    `homepage: ${origin}/`,
    'country: EG',
    'timeZone: Africa/Cairo',
    'discover:',
    `  - feed: ${origin}${feed}`,
    'visit: { every: 1h }',
    'revisit: []',
    '',
  ].join('\n');

let site: AnswerSite;
let installation: Installation;
let service: Service;
let browser: TestBrowser;
let page: Page;
let base: string;

beforeAll(async () => {
  site = await answerSite('enabled: false');
  const { origin, folder, answers } = site;
  const config = join(folder, 'config');
  const write = (id: string, feed: string, name: string): void =>
    writeFileSync(join(config, 'sources', `${id}.yaml`), sourceFile(origin, feed, name));
  mkdirSync(join(config, 'sources'), { recursive: true });
  write('agency', '/agency.xml', 'وكالة الخليج');
  write('daily', '/daily.xml', 'يومية المرفأ');
  // Its feed has moved: the address in its file is not there any more.
  write(BROKEN, '/old-feed.xml', 'أخبار الوادي');
  for (let number = 0; number < OTHERS; number += 1) {
    write(`other-${number}`, `/feeds/${number}`, `صحيفة الحي ${number}`);
    answers.set(`/feeds/${number}`, feedOf(origin));
  }
  const password = await hashPassword(PASSWORD);
  const settings = join(config, 'marsad.yaml');
  const host = new URL(origin).host;
  writeFileSync(
    settings,
    [
      `redis: { folder: ${folder}/state }`,
      `crawl: { delay: 0s, totalTime: 3s, allowHosts: ['${host}'] }`,
      `console: { port: 0, users: [{ name: salma, role: operator, password: '${password}' }] }`,
      'log: { level: silent }',
      `sinks: { file: { jsonLines: { path: ${folder}/out.jsonl } } }`,
      '',
    ].join('\n'),
  );
  answers.set('/agency.xml', feedOf(origin, '/agency/port'));
  answers.set('/daily.xml', feedOf(origin));
  answers.set('/agency/port', articlePage('رصيف جديد في مرفأ الخليج يستقبل سفن الحاويات', WIRE));
  answers.set(
    '/daily/port',
    articlePage('سفن الحاويات إلى رصيف الخليج الجديد', [...WIRE, 'وهنأت غرفة التجارة العاملين.']),
  );
  answers.set('/daily/later', [410, {}, '']);
  answers.set('/wadi.xml', feedOf(origin, '/wadi/harvest'));
  answers.set('/wadi/harvest', articlePage('موسم القمح يبدأ في الوادي قبل موعده', HARVEST));
  installation = await openInstallation(config);
  service = await startService(installation, { roles: ROLES });
  base = service.consoleUrl ?? '';
  browser = await testBrowser();
  ({ page } = await browser.open({ width: 1280, language: 'en' }));
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  await installation.close();
  site.close();
});

/** Loads a page again until it shows something: the service works on meanwhile. */
async function until(path: string, selector: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto(new URL(path, base).href);
    if ((await page.locator(selector).count()) > 0) return;
    await page.waitForTimeout(500);
  }
  expect(await page.content()).toContain(selector);
}

it('logs in', async () => {
  await page.goto(base);
  await page.fill('input[name=name]', 'salma');
  await page.fill('input[name=password]', PASSWORD);
  await page.click('button.primary');
  await page.waitForSelector('.menu');
});

it('finds the broken source among 200, and reads why', async () => {
  await service.runtime.queues.visits.add(
    'visit',
    { source: BROKEN },
    { jobId: 'first', priority: 1 },
  );
  await until('/sources?state=failing', `a[href="/sources/${BROKEN}"]`);
  await page.goto(base);
  await page.click('.legend a[href="/sources?state=failing"]');
  await page.click(`a[href="/sources/${BROKEN}"]`);
  await page.waitForSelector('.why.failing');
  expect(await page.textContent('.faults')).toContain('old-feed.xml');
  expect(await page.textContent('.route.failed')).toContain('not there any more');
  expect(await page.textContent('.file .marked')).toContain('/old-feed.xml');
});

it('sees it come back once the line is mended', async () => {
  const file = join(site.folder, 'config/sources', `${BROKEN}.yaml`);
  writeFileSync(file, sourceFile(site.origin, '/wadi.xml', 'أخبار الوادي'));
  installation.catalogue.reload();
  await page.click('button.primary');
  await page.waitForSelector('.notice.done');
  await until(`/sources/${BROKEN}`, '.mark-state.good');
  await until(`/sources/${BROKEN}`, '.lines .headline');
  expect(await page.textContent('.lines .headline')).toBe('موسم القمح يبدأ في الوادي قبل موعده');
});

it('looks up an article and its copies', async () => {
  await until('/articles?source=agency', '.lines .headline');
  site.answers.set('/daily.xml', feedOf(site.origin, '/daily/port', '/daily/later'));
  await service.runtime.queues.visits.add('visit', { source: 'daily' }, { jobId: 'v-daily' });
  await until('/articles?q=الحاويات&source=daily', '.lines .headline');
  await page.click('.lines .headline');
  await page.click('.button');
  await page.waitForSelector('.beside');
  expect(await page.locator('.beside article').count()).toBe(2);
  const added = (await page.locator('.beside ins').allTextContents()).join(' ');
  expect(added).toContain('وهنأت غرفة التجارة العاملين.');
});

it('retries a failure once its cause is gone', async () => {
  await until('/failures?source=daily', '.letters li');
  expect(await page.textContent('.failures h2')).toContain('not there any more');
  site.answers.set('/daily/later', articlePage('المتحف البحري يفتح قاعته الثالثة', MUSEUM));
  await page.click('.letters button');
  await page.waitForSelector('.notice.done');
  await until('/articles?q=المتحف البحري', '.lines .headline');
  await page.goto(new URL('/audit', base).href);
  expect(await page.locator('tbody code').allTextContents()).toEqual(['retry', 'visit']);
});
