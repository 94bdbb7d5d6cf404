import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BrowserError } from '../../../src/errors.ts';
import { fateOf } from '../../../src/jobs/fate.ts';
import { createFetcher, type Fetcher } from '../../../src/line/fetch/fetcher.ts';
import { answer, type Handler, type Loopback, serve } from './loopback.ts';

const BODY = 'رست في المرفأ ثلاث سفن محملة بالقمح بعد انتظار أسبوع.';

let site: Loopback;
let onSlow: () => void = () => undefined;
const open: Fetcher[] = [];

beforeAll(async () => {
  const slow: Handler = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).write('<p>يتبع');
    onSlow();
  };
  site = await serve({
    '/slow': slow,
    '/greedy': answer(`<p>${BODY}</p><script>
      const held = []; for (;;) held.push(new Array(1e6).fill(Math.random()));</script>`),
    '*': answer(`<article>${BODY}</article>`),
  });
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((fetcher) => fetcher.close()));
});
afterAll(() => site.close());

function fetcherWith(browser = {}): Fetcher {
  const fetcher = createFetcher({
    userAgent: 'Marsad/test',
    allowHosts: ['127.0.0.1'],
    // Far over what the start of a browser and a page take on a busy machine.
    limits: { totalMs: 240_000 },
    browser,
  });
  open.push(fetcher);
  return fetcher;
}

const ask = (fetcher: Fetcher, path: string) =>
  fetcher.fetch({ url: site.origin + path, kind: 'page', via: 'browser' });

/** The browsers that this process has started and that have not ended, by their process ids. */
function browsers(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .filter((pid) => {
      const [, parent] = /\) [A-Z] (\d+) /u.exec(read(`/proc/${pid}/stat`)) ?? [];
      return Number(parent) === process.pid && read(`/proc/${pid}/cmdline`).includes('--headless');
    })
    .map(Number);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** The browser that was started since. */
const newest = (before: readonly number[]): number | undefined =>
  browsers().find((pid) => !before.includes(pid));

describe('a browser that ends in the middle of a page', () => {
  it('fails that page as one to be tried again, and the next page has a new browser, none before', async () => {
    const fetcher = fetcherWith();
    const before = browsers();
    await ask(fetcher, '/first');
    const first = newest(before);
    await Promise.all(['/b', '/c'].map((path) => ask(fetcher, path)));
    expect(browsers().filter((pid) => !before.includes(pid))).toEqual([first]);
    const inHand = new Promise<void>((ready) => {
      onSlow = ready;
    });
    const asked = ask(fetcher, '/slow').catch((error: unknown) => error);
    await inHand;
    process.kill(first ?? 0, 'SIGKILL');
    const error = await asked;
    expect(error).toBeInstanceOf(BrowserError);
    expect(fateOf(error, 1, 0)).toMatchObject({ kind: 'retry' });
    const page = await ask(fetcher, '/again');
    expect(page.text).toContain(BODY);
    expect(newest(before)).not.toBe(first);
  });

  it('bounds what the scripts of a page may hold', async () => {
    const fetcher = fetcherWith();
    const error = await ask(fetcher, '/greedy').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(BrowserError);
    expect((await ask(fetcher, '/after')).text).toContain(BODY);
  });
});

describe('a browser is replaced', () => {
  it.each([
    ['after so many pages', { pages: 1 }],
    ['when its processes hold too much', { memoryBytes: 1 }],
  ])('%s', async (_name, limits) => {
    const fetcher = fetcherWith(limits);
    const before = browsers();
    await ask(fetcher, '/a');
    const first = newest(before);
    const isOther = (): boolean => browsers().some((pid) => !before.includes(pid) && pid !== first);
    // The look at a browser goes on beside the next page: on a slow machine that one still gets it.
    for (const path of ['/b', '/c', '/d', '/e']) {
      await ask(fetcher, path);
      if (isOther()) break;
    }
    expect(isOther()).toBe(true);
  });
});
