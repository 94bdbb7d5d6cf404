import { afterAll, beforeAll, expect, it } from 'vitest';
import { TimeoutError } from '../../src/errors.ts';
import { fateOf } from '../../src/jobs/fate.ts';
import { createFetcher, type Fetcher } from '../../src/line/fetch/fetcher.ts';
import { type Handler, type Loopback, serve } from '../unit/fetch/loopback.ts';
import { form } from './form.ts';

/**
 * In the whole form an answer needs longer than the 30 s at which crawlers often end a request by
 * themselves; in the short one longer than a limit that is set, so that the limits are told apart.
 */
const SLOW_MS = form({ short: 4500, whole: 31_500 });

const BODY = 'وصلت القافلة الطبية إلى القرى الجبلية بعد يوم من الانتظار.';

/** Below the limit of silence between two bytes, so that only the limit of the whole is at stake. */
const EVERY_MS = 2000;

let site: Loopback;
/** With limits for the whole of four minutes, of 3 s, and of 8 s where a browser has to start within. */
let patient: Fetcher;
let hasty: Fetcher;
let browsing: Fetcher;

function drip(endsAfterMs: number): Handler {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    const beat = setInterval(() => response.write('<!-- -->'), EVERY_MS);
    const end = setTimeout(() => response.end(`<p>${BODY}`), endsAfterMs);
    response.on('close', () => {
      clearInterval(beat);
      clearTimeout(end);
    });
  };
}

beforeAll(async () => {
  site = await serve({
    '/slow': drip(SLOW_MS),
    '/endless': drip(600_000),
    '/silent': () => undefined,
    '/busy': (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<p>${BODY}</p><script>setTimeout(() => { for (;;); }, 500)</script>`);
    },
  });
  patient = fetcherOf(240_000);
  hasty = fetcherOf(3000);
  browsing = fetcherOf(8000);
});

afterAll(async () => {
  await Promise.all([patient.close(), hasty.close(), browsing.close()]);
  await site.close();
});

function fetcherOf(totalMs: number): Fetcher {
  return createFetcher({
    userAgent: 'Marsad/test (+https://marsad.example)',
    allowHosts: ['127.0.0.1'],
    limits: { totalMs },
  });
}

it.concurrent.each(['http', 'browser'] as const)(
  'reads by %s what comes slowly and within the limit of the whole',
  async (via) => {
    const page = await patient.fetch({ url: `${site.origin}/slow`, kind: 'page', via });
    expect(page.text).toContain(BODY);
  },
);

it.concurrent.each([
  ['/endless', 'http', () => hasty],
  ['/endless', 'browser', () => browsing],
  ['/silent', 'browser', () => browsing],
  ['/busy', 'browser', () => browsing],
] as const)(
  'ends %s by %s at the limit of the whole, to be tried again',
  async (path, via, fetcher) => {
    const asked = fetcher().fetch({ url: site.origin + path, kind: 'page', via });
    const error = await asked.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TimeoutError);
    expect(fateOf(error, 1, 0)).toMatchObject({ kind: 'retry' });
  },
);
