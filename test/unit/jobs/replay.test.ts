import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMemories } from '../../../src/jobs/memories.ts';
import { type ReplayLine, replay } from '../../../src/jobs/replay.ts';
import { NO_METHODS, replayMemory } from '../../../src/jobs/replay-memory.ts';
import { openArchive } from '../../../src/line/fetch/archive/archive.ts';
import { isDocument } from '../../../src/line/fetch/archive/archived-page.ts';
import { readCaptures } from '../../../src/line/fetch/archive/captures.ts';
import type { ArchivedAnswer } from '../../../src/line/fetch/archive/members.ts';
import { DEFAULT_LIMITS } from '../../../src/line/fetch/limits.ts';
import type { Link } from '../../../src/record/link.ts';
import { Source } from '../../../src/source.ts';
import { articleLog } from '../../../src/state/article-log.ts';
import { keysOf } from '../../../src/state/keys.ts';
import { records } from '../../../src/state/records.ts';
import { startTestRedis, type TestRedis } from '../../redis.ts';

let redis: TestRedis;
let folder: string;
let count = 0;
beforeAll(async () => {
  redis = await startTestRedis();
  folder = await mkdtemp(join(tmpdir(), 'marsad-replay-'));
});
afterAll(async () => {
  await redis.stop();
  await rm(folder, { recursive: true, force: true });
});

const BODY = [
  'وصل قطار الشحن الأول إلى محطة رأس النخل بعد ظهر الثلاثاء محملا بمئتي طن من الحبوب.',
  'وقالت هيئة السكك إن الخط الجديد يعمل ثلاث مرات في الأسبوع، على أن يزيد عددها في الصيف.',
];
const HEADLINE = 'أول قطار شحن يصل رأس النخل';
const html = (extra = ''): string =>
  `<!doctype html><html lang="ar"><head><title>${HEADLINE}</title>${extra}</head><body><h1>${HEADLINE}</h1><div class="post">${BODY.map((text) => `<p>${text}</p>`).join('')}</div></body></html>`;

const URL_1 = 'https://mahatta.example/trains/1';
const AT = Date.parse('2026-10-06T12:00:00.250Z');

function answerOf(body: string | Buffer, more: Partial<ArchivedAnswer['answer']> = {}) {
  const packed = gzipSync(body);
  return {
    requestedUrl: URL_1,
    url: URL_1,
    redirects: [],
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' },
    body: Buffer.from(body),
    packed,
    ms: 7,
    at: AT,
    ...more,
  };
}

const link: Link = {
  url: URL_1,
  source: 'mahatta',
  route: { kind: 'feed', url: 'https://mahatta.example/feed' },
  firstSeen: '2026-10-06T11:59:00.000Z',
  visit: 'visit-7',
  published: 'Tue, 06 Oct 2026 11:30:00 GMT',
  categories: ['نقل'],
};

const page = (more: Partial<ArchivedAnswer> = {}): ArchivedAnswer => ({
  answer: answerOf(html()),
  via: 'http',
  kind: 'page',
  sent: {},
  source: 'mahatta',
  link,
  ...more,
});

/** Writes answers to an archive and replays them into a log of their own. */
async function replayOf(answers: ArchivedAnswer[], rights: Partial<Source['rights']> = {}) {
  count += 1;
  const own = join(folder, String(count));
  const archive = openArchive({ folder: own });
  for (const answer of answers) await archive.write(answer);
  const keys = keysOf(`t-replay-${count}`);
  const { boilerplate, clock } = openMemories(redis.client, keys);
  const deps = {
    crawlers: [],
    log: articleLog(redis.client, keys),
    boilerplate: replayMemory(boilerplate),
    clock: replayMemory(clock),
    fetchMethod: NO_METHODS,
  };
  const feed = 'https://mahatta.example/feed';
  const file = {
    name: 'المحطة',
    homepage: 'https://mahatta.example/',
    discover: [{ feed }],
    rights,
  };
  const source = { id: 'mahatta', ...Source.parse(file) };
  const reading = { limits: DEFAULT_LIMITS, agent: 'Marsad/test' };
  const [name = ''] = await readdir(own);
  const lines: (ReplayLine | 'no document')[] = [];
  for await (const found of readCaptures(join(own, name), DEFAULT_LIMITS)) {
    if ('reason' in found) continue;
    const isPage = isDocument(found);
    lines.push(isPage ? await replay(found, { source, deps, reading }) : 'no document');
  }
  return { lines, stored: records(redis.client, keys) };
}

it('publishes a page as its visit would have, with the link of that day', async () => {
  const { lines, stored } = await replayOf([page()]);
  const [line] = lines;
  expect(line).toMatchObject({ outcome: 'published', revision: 1, headline: HEADLINE });
  const record = await stored.get(typeof line === 'object' ? (line.id ?? '') : '');
  expect(record).toMatchObject({
    headline: HEADLINE,
    articleBody: BODY.join('\n\n'),
    datePublished: '2026-10-06T11:30:00Z',
    dateFirstSeen: '2026-10-06T11:59:00.000Z',
    rights: { robots: 'allowed', aiOptOut: false },
    fetch: { at: '2026-10-06T12:00:00.250Z', visit: 'visit-7', ms: 7, via: 'http' },
  });
});

it('knows the newer of two observations, in whatever order they stand', async () => {
  const later = answerOf(html().replace('مئتي طن', 'ثلاثمئة طن'), { at: AT + 3_600_000 });
  const forth = await replayOf([page(), page({ answer: later })]);
  expect(forth.lines).toMatchObject([{ outcome: 'published' }, { outcome: 'updated' }]);
  const back = await replayOf([page({ answer: later }), page()]);
  expect(back.lines).toMatchObject([{ outcome: 'published' }, { outcome: 'unchanged' }]);
});

describe.each([
  [
    'what a browser drew',
    page({
      via: 'browser',
      answer: answerOf(html(), { headers: { 'content-type': 'text/html' } }),
    }),
    { outcome: 'published' },
  ],
  [
    'an AMP twin',
    page({
      answer: answerOf(html(`<link rel="canonical" href="${URL_1}">`), {
        url: `${URL_1}/amp`,
        requestedUrl: `${URL_1}/amp`,
      }),
    }),
    { outcome: 'published', url: `${URL_1}/amp` },
  ],
  ['a page that is gone', page({ answer: answerOf('', { status: 410 }) }), { outcome: 'refused' }],
  [
    'an answer without a body',
    page({ answer: answerOf('', { status: 304 }) }),
    { outcome: 'skipped' },
  ],
  ['no article', page({ answer: answerOf('<p>قريبا</p>') }), { outcome: 'skipped' }],
  [
    'a body that is broken',
    page({ answer: { ...answerOf(html()), packed: Buffer.from([0x1f, 0x8b, 8, 0, 0]) } }),
    { outcome: 'unreadable' },
  ],
  [
    'a reservation in its header',
    page({
      answer: answerOf(html(), {
        headers: {
          'content-type': 'text/html',
          'content-encoding': 'gzip',
          'tdm-reservation': '1',
        },
      }),
    }),
    { outcome: 'refused', reason: expect.stringContaining('tdm-reservation: 1') },
  ],
  [
    'a reservation that its site had stated',
    page({ optOut: { line: 'ai.txt: Disallow: /', binding: true } }),
    { outcome: 'refused', reason: expect.stringContaining('ai.txt: Disallow: /') },
  ],
] as const)('%s', (_name, answer, wanted) => {
  it(`is ${wanted.outcome}`, async () => {
    const { lines } = await replayOf([answer]);
    expect(lines).toMatchObject([wanted]);
  });
});

it('tells a reservation that the source does not obey', async () => {
  const answer = page({ optOut: { line: 'ai.txt: Disallow: /', binding: true } });
  const { lines, stored } = await replayOf([answer], { respectAiOptOut: false });
  const [line] = lines;
  const record = await stored.get(typeof line === 'object' ? (line.id ?? '') : '');
  expect(record?.rights).toMatchObject({ aiOptOut: true, robotsLine: 'ai.txt: Disallow: /' });
});

it.each([
  ['a feed', { kind: 'feed' as const }],
  ['a robots.txt', { kind: 'robots' as const }],
  ['a picture', { answer: answerOf('x', { headers: { 'content-type': 'image/png' } }) }],
])('%s is no document', async (_name, more) => {
  expect((await replayOf([page(more)])).lines).toEqual(['no document']);
});
