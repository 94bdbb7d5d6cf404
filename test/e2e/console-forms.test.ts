import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConsoleInstallation, FILE, openConsole } from './console-installation.ts';

// What a console is sent that no page of its own would send: things that are not there, and hostile text.

let at: ConsoleInstallation;
beforeAll(async () => {
  at = await openConsole();
});
afterAll(() => at.close());

const WRITES = [
  ...['visit', 'enable', 'disable', 'try', 'repair', 'repair/apply'].map(
    (what) => `/sources/ID/${what}`,
  ),
  ...['retry', 'release', 'discard'].map((what) => `/sources/ID/held/${what}`),
];

describe('a thing that is not there', () => {
  it.each(WRITES)('%s says so', async (path) => {
    const { token } = await at.form();
    const answer = await at.send(path.replace('ID', 'nowhere'), { token, url: 'https://x.test/' });
    expect([404, 422]).toContain(answer.status);
    expect(answer.text).toMatch(/No source nowhere|Nothing at this address/u);
  });
  it.each([
    ['/failures/retry', { id: 'job:pages:none' }],
    ['/failures/discard', { group: 'page nowhere GONE' }],
    ['/failures/retry', {}],
    ['/jobs/pause', { queue: 'none' }],
    ['/jobs/resume', { queue: '' }],
  ] as [string, Record<string, string>][])('%s %j says so', async (path, fields) => {
    const { token } = await at.form();
    expect((await at.send(path, { ...fields, token })).status).toBe(422);
  });
  it.each(['/sources/x/y', '/nowhere', '/articles/none', '/stories/none', '/sources/none'])(
    '%s is a page that says so',
    async (path) => {
      const { status, text } = await at.get(path);
      expect([status, text.includes('class="menu"')]).toEqual([404, true]);
    },
  );
});

it.each(['https://other.test/news/1', 'http://169.254.169.254/latest', 'http://127.0.0.1:1/x'])(
  'a page of another site is not tried by the rules of a source: %s',
  async (url) => {
    const { token } = await at.form();
    const { status, text } = await at.send('/sources/addiffa/try', { token, url });
    expect(status).toBe(422);
    expect(text).toContain(`${new URL(url).host} is not of this source`);
  },
);

describe('hostile text', () => {
  const TEXTS = [
    '"><script>alert(1)</script>',
    "'; DROP TABLE sources; --",
    '../../../../etc/passwd',
    '__proto__',
    'constructor',
    '\u0000\u202e\u2066مقلوب',
    '{marsad}:log',
    '%00%0d%0aSet-Cookie: x=1',
    'س'.repeat(20_000),
  ];
  const marked = (text: string): boolean => /<script>alert|onerror=/u.test(text);

  it.each(TEXTS)('%j in any field of any form is a word, and changes nothing', async (bad) => {
    const { token } = await at.form();
    const fields = Object.fromEntries(
      ['id', 'group', 'queue', 'version', 'digest', 'url'].map((name) => [
        name,
        bad.slice(0, 4000),
      ]),
    );
    const paths = [
      ...WRITES,
      '/failures/retry',
      '/failures/discard',
      '/jobs/pause',
      '/jobs/resume',
    ];
    for (const path of paths.filter((one) => !/visit|held/u.test(one))) {
      for (const id of ['addiffa', encodeURIComponent(bad).slice(0, 500)]) {
        const { status, text } = await at.send(path.replace('ID', id), { ...fields, token });
        // A proposal takes no field: of the source that is there it says that there is none.
        const isProposal = path.endsWith('/repair') && id === 'addiffa';
        const isRefused = status >= 400 && status < 500;
        expect([path, isRefused, marked(text)]).toEqual([path, !isProposal, false]);
      }
    }
    expect(at.text()).toBe(FILE);
  });

  it.each(TEXTS)('%j in any parameter of any page runs nothing', async (bad) => {
    const names = ['q', 'source', 'country', 'tag', 'state', 'sort', 'page', 'role', 'change'];
    const more = [
      'code',
      'sink',
      'from',
      'with',
      'lang',
      'theme',
      'done',
      'count',
      'next',
      'fault',
    ];
    const query = new URLSearchParams([...names, ...more].map((name) => [name, bad.slice(0, 60)]));
    for (const path of [
      '/',
      '/sources',
      '/articles',
      '/failures',
      '/alerts',
      '/jobs',
      '/live',
      '/audit',
      '/login',
    ]) {
      const { status, text, headers } = await at.get(`${path}?${query}`);
      expect([path, status, marked(text)]).toEqual([path, 200, false]);
      expect(String(headers['set-cookie'] ?? '')).not.toContain('x=1');
    }
  });

  it('is shown as text in the audit log', async () => {
    const { status, text } = await at.get('/audit');
    expect([status, marked(text)]).toEqual([200, false]);
    expect(text).toContain('&quot;&gt;&lt;script&gt;');
  });
});
