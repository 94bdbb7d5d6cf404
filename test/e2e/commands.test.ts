import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { addCommands } from '../../src/cli/loading.ts';
import { callMarsadIn } from '../called.ts';
import { startMarsad } from '../marsad.ts';

const loaded = await Promise.all(Object.values(commands).map((load) => load([])));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'marsad-commands-'));
  mkdirSync(join(folder, 'config/sources'), { recursive: true });
  const source = (id: string): string =>
    `name: المدار\nhomepage: https://${id}.test/\ndiscover:\n  - feed: https://${id}.test/feed/\n`;
  writeFileSync(join(folder, 'config/sources/good.yaml'), source('good'));
  writeFileSync(
    join(folder, 'robots.txt'),
    'User-agent: *\nDisallow: /private/\nAllow: /private/news\n',
  );
  writeFileSync(join(folder, 'page.html'), PAGE);
  writeFileSync(join(folder, 'feed.xml'), FEED);
  writeFileSync(join(folder, 'empty.html'), '');
  writeFileSync(join(folder, 'texts.jsonl'), TEXTS);
});
afterAll(() => rmSync(folder, { recursive: true }));

const BODY = [
  'افتتح وزير النقل في بلدة عين السروة صباح الاثنين جسرا للمشاة طوله ثمانون مترا، بعد عامين من العمل المتقطع بسبب السيول.',
  'وقال الوزير في كلمة أمام الأهالي إن الجسر يختصر طريق التلاميذ إلى مدرستهم من أربعين دقيقة إلى ست دقائق فقط.',
  'وبلغت كلفة المشروع 420 ألف دينار، وتحملت البلدية ربعها من عائدات سوق الجمعة خلال السنوات الثلاث الماضية.',
];
const PAGE = `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>افتتاح جسر المشاة في عين السروة - المدار</title>
<meta property="og:site_name" content="المدار">
<meta property="article:published_time" content="2026-10-05T07:30:00+03:00">
<link rel="canonical" href="https://almadar.test/2026/10/05/bridge"></head>
<body><h1>افتتاح جسر المشاة في عين السروة</h1><div class="text">${BODY.map((text) => `<p>${text}</p>`).join('')}<p>اقرأ أيضا: <a href="/2026/10/04/flood">السيول تقطع طريق عين السروة</a></p></div></body></html>`;
const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>المدار</title><item><title>&amp;#1575;فتتاح جسر</title><link>https://almadar.test/1</link><guid>1</guid><pubDate>Mon, 05 Oct 2026 04:30:00 GMT</pubDate></item></channel></rss>`;
const TEXTS = ['a', 'b']
  .map((id) =>
    JSON.stringify({ id, headline: 'افتتاح جسر', articleBody: BODY.join('\n\n'), source: id }),
  )
  .join('\n');

const run = (args: readonly string[]) => callMarsadIn({ cwd: folder }, ...args);
const jsonLines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

describe.each([
  [
    'inspect date',
    ['inspect', 'date', '5 تشرين الأول 2026 - 7:30 ص'],
    [{ date: '2026-10-05T07:30', precision: 'minute', calendar: 'gregory' }],
  ],
  [
    'inspect date without a date',
    ['inspect', 'date', 'هاتف 0612345678'],
    [{ date: null, precision: null, rule: null }],
  ],
  [
    'inspect url',
    ['inspect', 'url', 'https://almadar.test/a?utm_source=x'],
    [{ given: 'https://almadar.test/a?utm_source=x', url: 'https://almadar.test/a' }],
  ],
  [
    'inspect robots',
    ['inspect', 'robots', 'robots.txt', 'Marsad', 'https://almadar.test/private/x'],
    [{ allowed: false, line: 'Disallow: /private/', lineNumber: 2 }],
  ],
  [
    'inspect robots, the longer rule',
    ['inspect', 'robots', 'robots.txt', 'Marsad', '/private/news/1'],
    [{ allowed: true, lineNumber: 3 }],
  ],
  [
    'inspect page',
    ['inspect', 'page', 'page.html'],
    [
      {
        file: 'page.html',
        headline: 'افتتاح جسر المشاة في عين السروة',
        articleBody: BODY.join('\n\n'),
        datePublished: '2026-10-05T07:30:00+03:00',
        url: 'https://almadar.test/2026/10/05/bridge',
      },
    ],
  ],
  [
    'inspect page, nothing there',
    ['inspect', 'page', 'empty.html'],
    [{ file: 'empty.html', skipped: 'empty' }],
  ],
  [
    'inspect feed',
    ['inspect', 'feed', 'feed.xml'],
    [
      {
        file: 'feed.xml',
        format: 'rss',
        title: 'المدار',
        entries: [
          {
            title: 'افتتاح جسر',
            link: 'https://almadar.test/1',
            id: '1',
            published: '2026-10-05T04:30:00Z',
          },
        ],
      },
    ],
  ],
  [
    'inspect feed, a page',
    ['inspect', 'feed', 'page.html'],
    [{ file: 'page.html', skipped: 'NOT_A_FEED' }],
  ],
  [
    'inspect copies',
    ['inspect', 'copies', 'texts.jsonl'],
    [
      { id: 'a', story: 'a', role: 'original', of: null },
      { id: 'b', story: 'a', role: 'copy', of: 'a' },
    ],
  ],
  ['sources list', ['sources', 'list', '--json'], [{ id: 'good', name: 'المدار', enabled: true }]],
] as const)('%s', (_name, args, wanted) => {
  it('prints what it found as JSON Lines', async () => {
    const end = await run(args);
    expect(end.stderr).toBe('');
    expect(end.status).toBe(0);
    expect(jsonLines(end.stdout)).toMatchObject(wanted);
  });
});

it('reads dates from standard input, a line each', async () => {
  const { stdout } = await startMarsad(['inspect', 'date'], {
    input: '2026-01-02\n\n3 مارس 2026\n',
  }).ended;
  expect(jsonLines(stdout)).toMatchObject([{ date: '2026-01-02' }, { date: '2026-03-03' }]);
});

describe('a wrong use ends with status 2 and says what is allowed', () => {
  it.each([
    [['runn'], /Did you mean run\?/],
    [['run', '--roles', 'crawl,eat'], /no role "eat"; allowed: schedule, crawl, deliver, console/],
    [['inspect', 'page'], /missing required argument/],
    [['inspect', 'page', 'nowhere.html'], /No file or folder nowhere\.html/],
    [['inspect', 'date', '--zone', 'Cairo', 'x'], /--zone is an IANA time zone/],
    [['sources', 'list', '--config', 'nowhere'], /No folder nowhere/],
    [['records', 'tail', '--count', 'many'], /--count is a whole number/],
    [['records', 'search', 'x', '--most', '-1'], /--most is a whole number/],
  ])('%s', async (args, message) => {
    const end = await run(args);
    expect(end.stderr).toMatch(message);
    expect(end.status).toBe(2);
  });
});

it('refuses to ask a real site without a contact', async () => {
  const end = await run(['run', '--drain']);
  expect(end.stderr).toMatch(/crawl\.contact is not set, and source good is a real site/u);
  expect(end.status).toBe(2);
});

it('names file, line and remedy of a broken source and ends with status 1', async () => {
  writeFileSync(join(folder, 'config/sources/bad.yaml'), 'name: x\nhomepgae: y\n');
  const end = await run(['sources', 'check']);
  rmSync(join(folder, 'config/sources/bad.yaml'));
  expect(end.stdout).toMatch(/bad\.yaml:2:1: unknown key homepgae, did you mean homepage\?/u);
  expect(end.status).toBe(1);
});

it('warns of a source without a time zone, which is no fault', async () => {
  const text =
    'name: بلا وقت\nhomepage: https://zoneless.test/\ndiscover:\n  - feed: https://zoneless.test/feed\n';
  writeFileSync(join(folder, 'config/sources/zoneless.yaml'), text);
  const end = await run(['sources', 'check']);
  rmSync(join(folder, 'config/sources/zoneless.yaml'));
  expect(end.stderr).toMatch(/zoneless\.yaml: no timeZone.*, else as UTC/u);
  expect(end.status).toBe(0);
});

it('warns of a variable that a sink names and that is not set, which is no fault here', async () => {
  const file = join(folder, 'config/marsad.yaml');
  const hook = 'webhook: { url: "https://desk.test/", secrets: [env:NO_SUCH_SECRET] }';
  writeFileSync(file, `sinks: { hook: { ${hook} } }\n`);
  const end = await run(['sources', 'check']);
  rmSync(file);
  expect(end.stderr).toMatch(
    /sinks\.hook\.webhook\.secrets\.0: the variable NO_SUCH_SECRET is not set/u,
  );
  expect(end.status).toBe(0);
});

it('tells of a page what was left out of its text', async () => {
  const end = await run(['inspect', 'page', 'page.html', '--explain']);
  expect(end.stdout).toMatch(/\n {2}headline: .+\n/u);
  expect(end.stdout).toMatch(/\n {2}left out, .+: “.+”\n/u);
});

it('explains itself', async () => {
  const end = await run(['--help']);
  expect(end).toMatchObject({ status: 0, stderr: '' });
  for (const command of loaded) {
    expect(end.stdout).toContain(command.name());
    const [firstWords = ''] = command.description().match(/^(?:\S+ ){3}/u) ?? [];
    expect(end.stdout.replaceAll(/\s+/gu, ' ')).toContain(firstWords);
  }
});

it('loads of the commands only the one that is called', async () => {
  const names = ['run', 'inspect'];
  const called: string[] = [];
  const loader = (name: string) => async () => {
    called.push(name);
    return new Command(name);
  };
  const loaders = Object.fromEntries(names.map((name) => [name, loader(name)]));
  const program = await addCommands(new Command('marsad'), loaders, ['inspect', 'date']);
  expect(called).toEqual(['inspect']);
  expect(program.commands.map((command) => command.name())).toEqual(names);
});

const everyCommand = loaded.flatMap((command) => [command, ...command.commands]);

it.each(everyCommand.map((command) => [command.name(), command] as const))(
  '%s says what it does and what it takes',
  (name, command) => {
    const help = command.helpInformation();
    expect(command.description().length).toBeGreaterThan(20);
    expect(help).toContain(`Usage: `);
    expect(help).toContain(name);
  },
);
