import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AnswerSite, answerSite, articlePage, feedOf } from '../answers.ts';

const TEXT =
  'أعلنت بلدية وادي السرو فتح الطريق الجبلي أمام الحافلات ابتداء من صباح الأحد بعد انتهاء أعمال تدعيم الجدار.';
const OTHER =
  'أفرجت هيئة المحفوظات في الساحل عن وثائق الميناء القديم، وفيها خرائط لم تنشر منذ ستين عاما لأرصفة لم تعد قائمة.';

let site: AnswerSite;
beforeAll(async () => {
  // Without a browser, which would look at the page without an article too.
  site = await answerSite('fetch: { via: http }');
});
afterAll(() => site.close());

it('follows a moved feed, leaves out what is no article, and keeps what fails with its reason', async () => {
  const { answers, origin } = site;
  answers.set('/feed', [301, { location: '/new' }, '']);
  answers.set('/new', feedOf(origin, '/good', '/gone', '/secret', '/list', '/inside'));
  answers.set('/good', articlePage('فتح الطريق الجبلي أمام الحافلات', [TEXT, TEXT]));
  answers.set('/gone', [410, {}, '']);
  answers.set('/secret', [403, {}, '']);
  answers.set('/list', [200, { 'content-type': 'text/html' }, '<html><body></body></html>']);
  // A page that leads into the installation of whoever runs the crawler.
  answers.set('/inside', [302, { location: 'http://169.254.169.254/latest/meta-data' }, '']);
  expect(await site.drain()).toMatchObject({ published: 1, skipped: 1, 'dead-letter': 3 });
  const { stdout } = await site.run('failures', 'list', '--json');
  const lines = stdout.split('\n').filter(Boolean);
  const reasons = lines.map((line) => JSON.parse(line).reason.split(':')[0]);
  expect(reasons.sort()).toEqual(['BLOCKED_ADDRESS', 'FORBIDDEN', 'GONE']);
});

it('tries dead letters again when it is told to', async () => {
  site.answers.set('/secret', articlePage('وثائق الميناء القديم للجميع', [OTHER, OTHER]));
  const { stdout } = await site.run('failures', 'retry');
  expect(stdout).toContain('3 put back');
  expect(await site.drain()).toMatchObject({ published: 1, 'dead-letter': 2 });
});

it('obeys a robots.txt that forbids', async () => {
  const text = 'User-agent: Marsad\nDisallow: /\n';
  site.answers.set('/robots.txt', [200, { 'content-type': 'text/plain' }, text]);
  rmSync(join(site.folder, 'state'), { recursive: true });
  site.asked.length = 0;
  await site.drain();
  expect(site.asked).toEqual(['/robots.txt']);
});
