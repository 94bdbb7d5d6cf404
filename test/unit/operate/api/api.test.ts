import { request } from 'node:http';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SinkPorts } from '../../../../src/line/deliver/sink.ts';
import { postgresSink } from '../../../../src/line/deliver/sinks/postgres.ts';
import { ApiArticle } from '../../../../src/operate/api/api-article.ts';
import { SourceEntry } from '../../../../src/operate/api/source-operations.ts';
import { deliveryOf } from '../../../deliveries.ts';
import { startTestPostgres, type TestPostgres } from '../../../postgres.ts';
import { type InstalledApi, installApi, TOKENS } from './installed-api.ts';

let postgres: TestPostgres;
let api: InstalledApi;

const almina = { id: 'almina', name: 'الميناء', country: 'LB', homepage: 'https://almina.test/' };
const alsahl = { id: 'alsahl', name: 'السهل', country: 'LB', homepage: 'https://alsahl.test/' };

beforeAll(async () => {
  postgres = await startTestPostgres();
  process.env.API_DATABASE = postgres.url;
  api = await installApi(
    'sinks: { queue: { queue: {} }, search: { postgres: { url: env:API_DATABASE } } }',
    '  streams: 2\n  origins: ["https://desk.example"]\n',
  );
  for (let n = 1; n <= 7; n += 1) {
    await api.publish({
      id: `a${n}`,
      source: n % 2 ? almina : alsahl,
      url: `https://almina.test/${n}`,
      headline: `خبر الميناء رقم ${n}`,
      articleBody: `<b>نص</b> الخبر رقم ${n}.`,
      datePublished: `2024-03-0${n}T23:30:00+02:00`,
    });
  }
  // The third is corrected: it is then the one that changed last.
  await api.publish({
    id: 'a3',
    source: almina,
    url: 'https://almina.test/3',
    headline: 'خبر الميناء رقم 3 مصحح',
    articleBody: '<b>نص</b> الخبر رقم 3.',
    datePublished: '2024-03-03T23:30:00+02:00',
  });
  const sink = await postgresSink.open({ url: 'env:API_DATABASE' }, {} as SinkPorts);
  await sink.deliver([
    deliveryOf(1, 1, { headline: 'إفتتاح مكتبةٍ عامّة' }),
    deliveryOf(2, 1, { headline: 'افتتاح المدرسة' }),
    deliveryOf(3, 1, { headline: 'أمطار غزيرة', articleBody: 'هطلت أمطار.' }),
  ]);
  await sink.close();
});

afterAll(async () => {
  await api.close();
  await postgres.stop();
});

const idsOf = (text: string): string[] => JSON.parse(text).data.map(({ id }: { id: string }) => id);

describe('the list of articles', () => {
  it.each([
    ['all, the one that changed last first', '', ['a3', 'a7', 'a6', 'a5', 'a4', 'a2', 'a1']],
    ['of a source', '?sources=alsahl', ['a6', 'a4', 'a2']],
    ['of sources, repeated or with commas', '?sources=alsahl&sources=almina&limit=2', ['a3', 'a7']],
    ['by a tag of the source', '?tags=زراعة', ['a6', 'a4', 'a2']],
    ['by a change', '?changes=updated', ['a3']],
    ['by words', '?keywords=مصحح,رقم 6', ['a3', 'a6']],
    ['by rights', '?aiOptOut=true', []],
    ['by time', '?from=2020-01-01&to=2020-01-02', []],
    ['by day of publication', '?publishedFrom=2024-03-04&publishedTo=2024-03-06', ['a5', 'a4']],
    ['by time of publication', '?publishedFrom=2024-03-06T22:00:00Z', ['a7']],
    ['by source and publication', '?sources=alsahl&publishedTo=2024-03-05', ['a4', 'a2']],
    ['by a day of publication to come', '?publishedFrom=2090-01-01', []],
    ['by words of the database', '?q=افتتاح', ['a2', 'a1']],
    ['by words and a filter', '?q=افتتاح&keywords=مكتبة', ['a1']],
  ])('%s', async (_what, query, ids) => {
    const { status, text } = await api.ask(`/articles${encodeURI(query)}`);
    expect([status, idsOf(text)]).toEqual([200, ids]);
  });

  it.each(['', '?sources=almina', '?q=افتتاح'])(
    '%s is paged without a gap or a repeat',
    async (query) => {
      const sep = query ? '&' : '?';
      const whole = idsOf((await api.ask(`/articles${encodeURI(query)}`)).text);
      const paged: string[] = [];
      let path = `/articles${encodeURI(query)}${sep}limit=1`;
      for (let page = 0; page < 10; page += 1) {
        const { text, headers } = await api.ask(path);
        paged.push(...idsOf(text));
        const { next } = JSON.parse(text);
        expect(headers.link === undefined).toBe(next === null);
        if (next === null) break;
        path = `/articles${encodeURI(query)}${sep}limit=1&cursor=${next}`;
      }
      expect(paged).toEqual(whole);
    },
  );

  it('gives the fields and the text asked for', async () => {
    const { text } = await api.ask('/articles?limit=1&fields=headline&text=html');
    const [record] = JSON.parse(text).data;
    expect(Object.keys(record).sort()).toEqual(
      ['change', 'encodingFormat', 'headline', 'id', 'revision', 'schemaVersion', 'text'].sort(),
    );
    expect(record.text).toBe('<p>&lt;b&gt;نص&lt;/b&gt; الخبر رقم 3.</p>');
  });
});

describe('one article', () => {
  it('is given in its newest revision and in one, with its revisions and evidence', async () => {
    const read = async (path: string) => JSON.parse((await api.ask(`/articles/a3${path}`)).text);
    expect((await read('')).revision).toBe(2);
    expect((await read('?revision=1')).headline).toBe('خبر الميناء رقم 3');
    expect(
      (await read('/revisions')).data.map((one: { revision: number }) => one.revision),
    ).toEqual([2, 1]);
    expect(await read('/evidence')).toMatchObject({ evidence: { headline: { from: 'h1' } } });
  });

  it('is told with what a revision changed', async () => {
    const { fields } = JSON.parse((await api.ask('/articles/a3/diff')).text);
    expect(fields).toEqual([
      {
        field: 'headline',
        diff: [
          { kind: 'same', text: 'خبر الميناء رقم ' },
          { kind: 'removed', text: '3' },
          { kind: 'added', text: '3 مصحح' },
        ],
      },
    ]);
  });
});

describe('sources and stories', () => {
  it('are listed', async () => {
    const { text } = await api.ask('/sources', { token: TOKENS.reader });
    expect(idsOf(text).sort()).toEqual(['almina', 'alsahl']);
    expect(JSON.parse((await api.ask('/sources/almina/visits')).text)).toEqual({ data: [] });
    const record = JSON.parse((await api.ask('/articles/a1')).text);
    expect(idsOf((await api.ask(`/stories/${record.story.id}`)).text)).toContain('a1');
  });
});

describe('a page that is wanted now', () => {
  const post = (body: string, options = {}) =>
    api.ask('/crawl', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
      ...options,
    });

  it('goes into the queue before all others, once', async () => {
    const url = 'https://alsahl.test/news/9?utm_source=x';
    for (const _ of [1, 2]) {
      const { status, text } = await post(JSON.stringify({ url }));
      expect([status, JSON.parse(text)]).toEqual([202, { url, source: 'alsahl' }]);
    }
    const { redis, keys } = api.installation;
    expect(await redis.llen(`${keys.tag}:pages:wait`)).toBe(1);
  });

  it.each<[string, string, object, number, string]>([
    ['of no source', '{"url":"https://other.test/1"}', {}, 422, 'no-source'],
    ['of another scheme', '{"url":"file:///etc/passwd"}', {}, 400, 'invalid-body'],
    ['with a key more', '{"url":"https://almina.test/1","now":1}', {}, 400, 'invalid-body'],
    ['that is no JSON', '{"url"', {}, 400, 'invalid-body'],
    ['that is too large', `{"url":"${'x'.repeat(20_000)}"}`, {}, 413, 'body-too-large'],
    [
      'as a form',
      'url=1',
      { headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported-media-type',
    ],
    ['with a token of another scope', '{}', { token: TOKENS.reader }, 403, 'insufficient-scope'],
  ])('%s is a clear error', async (_what, body, options, status, kind) => {
    const answer = await post(body, options);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.text)).toMatchObject({ type: `urn:marsad:problem:${kind}`, status });
    expect(answer.status).toBe(status);
  });
});

describe('what is wrong', () => {
  const cursor = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each<[string, string, object, number, string]>([
    ['a broken cursor', '/articles?cursor=!!', {}, 400, 'invalid-cursor'],
    ['a cursor that is none', `/articles?cursor=${cursor([1, 'x'])}`, {}, 400, 'invalid-cursor'],
    [
      'a cursor of another query',
      `/articles?cursor=${cursor([1, '1-1', 'other'])}`,
      {},
      400,
      'invalid-cursor',
    ],
    ['a long cursor', `/articles?cursor=${'a'.repeat(700)}`, {}, 400, 'invalid-cursor'],
    ['an unknown source', '/articles?sources=nobody', {}, 400, 'unknown-source'],
    ['an unknown parameter', '/articles?source=almina', {}, 400, 'invalid-query'],
    ['a limit over the bound', '/articles?limit=100000', {}, 400, 'invalid-query'],
    ['a limit that is no number', '/articles?limit=ten', {}, 400, 'invalid-query'],
    ['a role that is none', '/articles?roles=parody', {}, 400, 'invalid-query'],
    ['a time that is none', '/articles?from=yesterday', {}, 400, 'invalid-query'],
    ['a day that is none', '/articles?publishedFrom=2026-02-31', {}, 400, 'invalid-query'],
    ['a form of text that is none', '/articles?text=pdf', {}, 400, 'invalid-query'],
    ['no token', '/articles', { token: '' }, 401, 'invalid-token'],
    ['an unknown token', '/articles', { token: 'x' }, 401, 'invalid-token'],
    ['a token without the scope', '/articles', { token: TOKENS.slow }, 403, 'insufficient-scope'],
    ['an article that is not there', '/articles/zz', {}, 404, 'not-found'],
    ['a revision that is not there', '/articles/a1?revision=9', {}, 404, 'not-found'],
    ['a story that is not there', '/stories/zz', {}, 404, 'not-found'],
    ['visits of no source', '/sources/zz/visits', {}, 404, 'not-found'],
    ['a path that is none', '/nothing', {}, 404, 'not-found'],
    ['a method that is none', '/articles', { method: 'DELETE' }, 405, 'method-not-allowed'],
    [
      'an event id that is none',
      '/events',
      { headers: { 'last-event-id': 'x' } },
      400,
      'invalid-event-id',
    ],
    [
      'a filter of events that names an unknown source',
      '/events?sources=nobody',
      {},
      400,
      'unknown-source',
    ],
  ])('%s is a clear error', async (_what, path, options, status, kind) => {
    const answer = await api.ask(path, options);
    expect(JSON.parse(answer.text)).toMatchObject({
      type: `urn:marsad:problem:${kind}`,
      status,
      title: expect.stringMatching(/./),
      detail: expect.stringMatching(/./),
    });
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.status).toBe(status);
  });
});

/** A stream of events that is being read. */
interface Reading {
  readonly status: number;
  readonly until: (text: string) => Promise<string>;
  readonly close: () => void;
}

function openEvents(headers: Record<string, string> = {}, query = ''): Promise<Reading> {
  const { hostname, port } = new URL(api.url);
  const path = `/api/v1/events${query}`;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        hostname,
        port,
        path,
        agent: false,
        headers: { authorization: `Bearer ${TOKENS.all}`, ...headers },
      },
      (answer) => {
        let text = '';
        let check = (): void => {};
        answer.on('data', (chunk) => {
          text += chunk;
          check();
        });
        answer.on('error', () => undefined);
        resolve({
          status: answer.statusCode ?? 0,
          until: (wanted) =>
            new Promise((done) => {
              check = () => text.includes(wanted) && done(text);
              check();
            }),
          close: () => sent.destroy(),
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

/** A reader that left is noticed when its connection is closed. */
async function openWhenFree(): Promise<Reading> {
  for (;;) {
    const one = await openEvents();
    if (one.status === 200) return one;
    one.close();
  }
}

describe('the events', () => {
  it('go on where a reader was cut, by the id of the last', async () => {
    const first = await openEvents();
    await first.until('retry:');
    await api.publish({
      id: 'e1',
      source: almina,
      url: 'https://almina.test/e1',
      headline: 'حدث أول',
    });
    const text = await first.until('حدث أول');
    first.close();
    const id = /^id: (.*)$/mu.exec(text)?.[1] ?? '';
    await api.publish({
      id: 'e2',
      source: alsahl,
      url: 'https://almina.test/e2',
      headline: 'حدث ثان',
    });
    await api.publish({
      id: 'e3',
      source: almina,
      url: 'https://almina.test/e3',
      headline: 'حدث ثالث',
    });
    const again = await openEvents({ 'last-event-id': id }, '?sources=almina&fields=headline');
    const rest = await again.until('حدث ثالث');
    again.close();
    expect(rest).not.toContain('حدث أول');
    expect(rest).not.toContain('حدث ثان');
    expect(rest).not.toContain('articleBody');
  });

  it('are refused where all streams are taken, and free again when a reader leaves', async () => {
    const open = [await openWhenFree(), await openWhenFree()];
    await Promise.all(open.map((one) => one.until('retry:')));
    const refused = await api.ask('/events');
    expect([refused.status, JSON.parse(refused.text).type]).toEqual([
      503,
      'urn:marsad:problem:too-many-streams',
    ]);
    expect(refused.headers['retry-after']).toBe('10');
    for (const one of open) one.close();
    const last = await openWhenFree();
    expect(await last.until('retry:')).toContain('retry:');
    last.close();
  });
});

describe('the document', () => {
  it('is valid OpenAPI 3.1, and names each operation with its problems', async () => {
    const { status, text } = await api.ask('/openapi.json', { token: '' });
    expect(status).toBe(200);
    const document = JSON.parse(text);
    const { valid, errors } = await new Validator().validate(document);
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual(
      [
        '/articles',
        '/articles/{id}',
        '/articles/{id}/diff',
        '/articles/{id}/evidence',
        '/articles/{id}/revisions',
        '/crawl',
        '/events',
        '/sources',
        '/sources/{id}/visits',
        '/status',
        '/stories/{id}',
      ].sort(),
    );
    const names = document.paths['/articles'].get.parameters.map(
      ({ name }: { name: string }) => name,
    );
    expect(names).toEqual(
      expect.arrayContaining([
        ...['q', 'cursor', 'sources', 'keywords', 'aiOptOut', 'text'],
        ...['publishedFrom', 'publishedTo'],
      ]),
    );
    expect(Object.keys(document.paths['/crawl'].post.responses)).toEqual(
      expect.arrayContaining(['202', '400', '401', '403', '413', '422', '429']),
    );
  });
});

it.each([
  ['/sources', 'sources', SourceEntry],
  ['/articles?limit=2', 'articles', ApiArticle],
  ['/articles?limit=2&fields=headline&text=markdown', 'articles by fields', ApiArticle],
])('%s gives what its document says', async (path, _what, schema) => {
  const { status, text } = await api.ask(path);
  expect(status).toBe(200);
  const { data } = z.object({ data: z.array(z.unknown()) }).parse(JSON.parse(text));
  expect(data.length).toBeGreaterThan(0);
  for (const one of data) expect(schema.safeParse(one).error).toBeUndefined();
});

describe('pages of other origins', () => {
  it.each([
    ['one that is allowed', 'https://desk.example', 'https://desk.example'],
    ['another', 'https://evil.example', undefined],
  ])('%s', async (_what, origin, allowed) => {
    const { headers } = await api.ask('/sources', { headers: { origin } });
    expect(headers['access-control-allow-origin']).toBe(allowed);
  });
});
